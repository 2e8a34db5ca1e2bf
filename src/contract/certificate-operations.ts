/** Calls of 企业上市无违规证明. */
import {
  certificateAction,
  certificateDetail,
  certificateEntity,
  certificateList,
  certificateLookUp,
  certificateReceipt,
  certificateStatus,
  certificateVerification,
  certificateVerify,
} from './certificate';
import { certificateApply, certificateCompanies } from './certificate-draft';
import { operation } from './operation';
import { pageQuery } from './page';
import { paths } from './paths';

export const certificateOperations = {
  certificateCompanies: operation({
    method: 'GET',
    path: paths.certificateCompanies,
    access: 'user',
    summary: '我可以代表的企业和执照信息，每次调取都有记录',
    response: certificateCompanies,
  }),
  certificates: operation({
    method: 'GET',
    path: paths.certificates,
    access: 'user',
    summary: '我的上市无违规证明',
    query: pageQuery,
    response: certificateList,
  }),
  certificateApply: operation({
    method: 'POST',
    path: paths.certificates,
    access: 'user',
    summary: '申请或续开上市无违规证明',
    body: certificateApply,
    response: certificateReceipt,
    idempotent: true,
  }),
  certificate: operation({
    method: 'GET',
    path: paths.certificate,
    access: 'user',
    summary: '一件证明的进度',
    response: certificateDetail,
  }),
  certificateEntity: operation({
    method: 'GET',
    path: paths.certificateEntity,
    access: 'user',
    summary: '一个主体在各部门的结果',
    response: certificateEntity,
  }),
  certificateAct: operation({
    method: 'POST',
    path: paths.certificateActions,
    access: 'user',
    summary: '补正、回答部门的问题、撤回、催办、评价、投诉',
    body: certificateAction,
    response: certificateDetail,
  }),
  certificatePaper: operation({
    method: 'GET',
    path: paths.certificatePaper,
    access: 'user',
    summary: '证明的 PDF',
    bytes: 'down',
  }),
  certificateLookUp: operation({
    method: 'POST',
    path: paths.certificateLookUp,
    access: 'open',
    summary: '凭查询码和统一社会信用代码查进度，不用登录',
    body: certificateLookUp,
    response: certificateStatus,
  }),
  certificateVerify: operation({
    method: 'POST',
    path: paths.certificateVerify,
    access: 'open',
    summary: '验证证明是否有效',
    body: certificateVerify,
    response: certificateVerification,
  }),
} as const;
