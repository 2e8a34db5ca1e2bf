/** People who do not exist. Numbers are of a sequence that is not issued; names and places are of the forms' samples. */
import { err, ok } from '@/domain/shared/result';
import type { PersonRecord } from '../identity/people';
import type { DataSource, Providers } from '../identity/sources';
import { DEMO_REGISTER } from './companies';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly idNo: string;
  readonly mobile: string;
  readonly note: string;
  readonly data: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const DEMO_DAY = '2026-11-01';
const STREET = '210213001';
const HOME = '拥政街道测试路1号';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    id: 'zhang',
    name: '张建国',
    idNo: '210213192611239995',
    mobile: '13800000001',
    note: '百岁老人：高龄津贴',
    data: { 电子户口簿: { hukouStreet: STREET, hukouAddress: HOME } },
  },
  {
    id: 'li',
    name: '李明',
    idNo: '21021319900107999X',
    mobile: '13900000002',
    note: '在职居民：多数事项',
    data: { 电子户口簿: { hukouStreet: STREET, hukouAddress: HOME } },
  },
  {
    id: 'wang',
    name: '王小丽',
    idNo: '210213199203059989',
    mobile: '13700000003',
    note: '没有电子户口簿：看调取失败时怎样上传',
    data: {},
  },
];

export const findDemoPerson = (id: string): DemoPerson | undefined =>
  DEMO_PEOPLE.find((person) => person.id === id);

export const recordOf = ({ id, name, idNo, mobile }: DemoPerson): PersonRecord => ({
  provider: 'demo',
  login: id,
  name,
  idNo,
  mobile,
});

const own = (
  name: string,
  correctAt: string,
  read: (person: DemoPerson) => Record<string, string>,
): DataSource => ({
  name,
  correctAt,
  pull: async ({ login }) => {
    const person = findDemoPerson(login);
    return person ? ok({ values: read(person), on: DEMO_DAY }) : err('unavailable');
  },
});

const household: DataSource = {
  name: '电子户口簿',
  correctAt: '户籍所在地派出所',
  pull: async ({ login }) => {
    const values = findDemoPerson(login)?.data['电子户口簿'];
    return values ? ok({ values, on: DEMO_DAY }) : err('unavailable');
  },
};

export const DEMO_PROVIDERS: Providers = {
  demo: true,
  companies: DEMO_REGISTER,
  sources: [
    own('实名认证', '微信实名信息', ({ name, idNo }) => ({ name, idNo })),
    own('实名手机', '微信绑定的手机号', ({ mobile }) => ({ mobile })),
    household,
  ],
  licences: {
    has: async ({ login }) => (findDemoPerson(login)?.data['电子户口簿'] ?? undefined) !== undefined,
  },
};
