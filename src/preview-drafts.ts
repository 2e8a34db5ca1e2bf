/** 演示数据 of forms begun, for the states that show one: nobody has these names and numbers. */
export interface BegunForm {
  readonly form: string;
  readonly formVersion: number;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** 高龄津贴, all but the account and the consents. */
export const BEGUN_ALLOWANCE: BegunForm = {
  form: 'elderly-allowance',
  formVersion: 1,
  answers: {
    applicant: {
      name: '张建国',
      idType: 'residentId',
      idNo: '210213192611239995',
      mobile: '13800000001',
      hukouStreet: '210213001',
      hukouAddress: '拥政街道测试路1号',
    },
    livingAddress: '拥政街道测试路1号',
    contactName: '李明',
    contactRelation: 'child',
    contactMobile: '13900000002',
    lowIncome: false,
  },
};

/** 企业上市无违规证明, all but its one paper. */
export const BEGUN_CERTIFICATE: BegunForm = {
  form: 'certificate',
  formVersion: 1,
  answers: {
    company: {
      creditCode: '91210213MATEXY0136',
      name: '大连金普测试科技有限公司',
      legalRepresentative: '李明',
      capitalCents: 100_000_000,
      established: '2015-06-01',
      address: '拥政街道测试路1号',
      industry: 'C3411',
    },
    contact: { name: '李明', mobile: '13800000001', email: 'name@example.com' },
    purpose: 'ipo',
    board: 'star',
    related: [],
    consents: { review: true, truth: true, disclosure: true },
  },
};
