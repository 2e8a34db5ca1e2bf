/** Every call of the API as data: the server's routes, its OpenAPI document and the tests over all routes read this. */
import { caseAction, caseDetail, caseList, receipt, slotList, submitRequest, uploadedFile } from './cases';
import { companyOperations } from './company-operations';
import { phoneOperations } from './phone-operations';
import { certificateOperations } from './certificate-operations';
import { operation } from './operation';
import { entitlement, entitlementAction, entitlementList } from './entitlements';
import { pageQuery } from './page';
import { paths } from './paths';
import {
  boundPhone,
  demoPeople,
  inbox,
  myData,
  myDataDeleted,
  outsideReport,
  phoneRequest,
  prefill,
  reportTaken,
  session,
  signInRequest,
  subscribeRequest,
} from './people';
import { signatureOperations } from './signature-operations';
import { timeResponse } from './time';

export type { Access, Method, Operation } from './operation';

export const operations = {
  time: operation({
    method: 'GET',
    path: paths.time,
    access: 'open',
    summary: '服务器的时刻和日期',
    response: timeResponse,
    anyVersion: true,
  }),
  demoPeople: operation({
    method: 'GET',
    path: paths.demoPeople,
    access: 'open',
    summary: '演示人员（只在演示模式）',
    response: demoPeople,
  }),
  signIn: operation({
    method: 'POST',
    path: paths.session,
    access: 'open',
    summary: '登录',
    body: signInRequest,
    response: session,
  }),
  signOut: operation({ method: 'DELETE', path: paths.session, access: 'user', summary: '退出登录' }),
  bindPhone: operation({
    method: 'POST',
    path: paths.phone,
    access: 'user',
    summary: '绑定手机号',
    body: phoneRequest,
    response: boundPhone,
  }),
  prefill: operation({
    method: 'GET',
    path: paths.prefill,
    access: 'user',
    summary: '从共享数据预填，每次调取都有记录',
    response: prefill,
  }),
  cases: operation({
    method: 'GET',
    path: paths.cases,
    access: 'user',
    summary: '我的办件',
    query: pageQuery,
    response: caseList,
  }),
  submit: operation({
    method: 'POST',
    path: paths.cases,
    access: 'user',
    summary: '提交申请',
    body: submitRequest,
    response: receipt,
    idempotent: true,
  }),
  case: operation({
    method: 'GET',
    path: paths.case,
    access: 'user',
    summary: '一个办件',
    response: caseDetail,
  }),
  act: operation({
    method: 'POST',
    path: paths.caseActions,
    access: 'user',
    summary: '补正、撤回、催办、投诉、评价',
    body: caseAction,
    response: caseDetail,
  }),
  upload: operation({
    method: 'POST',
    path: paths.files,
    access: 'user',
    summary: '上传一个文件（multipart/form-data，字段 file）',
    bytes: 'up',
    response: uploadedFile,
  }),
  download: operation({
    method: 'GET',
    path: paths.file,
    access: 'user',
    summary: '自己的一个文件',
    bytes: 'down',
  }),
  removeFile: operation({
    method: 'DELETE',
    path: paths.file,
    access: 'user',
    summary: '删除还没有随办件提交的文件',
  }),
  entitlements: operation({
    method: 'GET',
    path: paths.entitlements,
    access: 'user',
    summary: '免申即享的兑现进度',
    response: entitlementList,
  }),
  entitlement: operation({
    method: 'GET',
    path: paths.entitlement,
    access: 'user',
    summary: '一项政策的兑现进度',
    response: entitlement,
  }),
  entitlementAct: operation({
    method: 'POST',
    path: paths.entitlementActions,
    access: 'user',
    summary: '确认意愿和账户、换账户、放弃、提异议、不再领取',
    body: entitlementAction,
    response: entitlement,
  }),
  slots: operation({
    method: 'GET',
    path: paths.slots,
    access: 'user',
    summary: '可以预约的时段',
    response: slotList,
  }),
  inbox: operation({
    method: 'GET',
    path: paths.inbox,
    access: 'user',
    summary: '消息',
    query: pageQuery,
    response: inbox,
  }),
  readMessage: operation({ method: 'POST', path: paths.inboxRead, access: 'user', summary: '消息已读' }),
  subscribe: operation({
    method: 'POST',
    path: paths.subscriptions,
    access: 'user',
    summary: '同意接收微信订阅消息',
    body: subscribeRequest,
  }),
  report: operation({
    method: 'POST',
    path: paths.reports,
    access: 'open',
    summary: '清单之外',
    body: outsideReport,
    response: reportTaken,
  }),
  myData: operation({
    method: 'GET',
    path: paths.myData,
    access: 'user',
    summary: '导出我的数据',
    response: myData,
  }),
  deleteMyData: operation({
    method: 'DELETE',
    path: paths.myData,
    access: 'user',
    summary: '删除我的数据',
    response: myDataDeleted,
  }),
  ...signatureOperations,
  ...companyOperations,
  ...certificateOperations,
  ...phoneOperations,
} as const;

export type OperationId = keyof typeof operations;
