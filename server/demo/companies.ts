/** Companies that do not exist, with codes of the forms' samples. */
import { ok } from '@/domain/shared/result';
import type { CompanyLicence, CompanyRegister } from '../grants/register';

const DEMO_DAY = '2026-11-01';

const common = { district: '210213', active: true, on: DEMO_DAY } as const;

export const DEMO_COMPANIES: readonly CompanyLicence[] = [
  {
    ...common,
    creditCode: '91210213MATEXY0136',
    name: '大连金普测试科技有限公司',
    legalRepresentative: '李明',
    legalRepresentativeId: '21021319900107999X',
    capitalCents: 500_000_000,
    established: '2015-06-01',
    address: '拥政街道测试路1号',
    industry: 'I6513',
  },
  {
    ...common,
    creditCode: '91210213MATEXY0211',
    name: '大连金普测试设备有限公司',
    legalRepresentative: '王小丽',
    legalRepresentativeId: '210213199203059989',
    capitalCents: 200_000_000,
    established: '2018-03-12',
    address: '拥政街道测试路2号',
    industry: 'C3599',
  },
  {
    ...common,
    creditCode: '91210213MATEXY03XQ',
    name: '大连金普测试停业有限公司',
    legalRepresentative: '李明',
    legalRepresentativeId: '21021319900107999X',
    capitalCents: 100_000_000,
    established: '2012-09-20',
    address: '拥政街道测试路3号',
    industry: 'F5199',
    active: false,
  },
];

export const DEMO_REGISTER: CompanyRegister = {
  name: '电子营业执照',
  find: async (creditCode) => ok(DEMO_COMPANIES.find((company) => company.creditCode === creditCode)),
  ledBy: async (idNo) =>
    ok(DEMO_COMPANIES.filter(({ legalRepresentativeId }) => legalRepresentativeId === idNo)),
};
