/** Calls about companies and who acts for them. */
import { companies, grant, newGrant } from './companies';
import { operation } from './operation';
import { paths } from './paths';

export const companyOperations = {
  companies: operation({
    method: 'GET',
    path: paths.companies,
    access: 'user',
    summary: '我能代表的企业和我给的授权，每次调取都有记录',
    response: companies,
  }),
  grant: operation({
    method: 'POST',
    path: paths.grants,
    access: 'user',
    summary: '法定代表人授权一个人代办，写明起止日期',
    body: newGrant,
    response: grant,
  }),
  revokeGrant: operation({
    method: 'DELETE',
    path: paths.grant,
    access: 'user',
    summary: '撤销授权，立即生效',
  }),
} as const;
