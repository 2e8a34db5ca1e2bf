/** Every page by name, once: app.config and navigation both read it. */
export const tabs = {
  home: 'pages/home/index',
  services: 'pages/services/index',
  mine: 'pages/mine/index',
} as const;

export const mainPages = {
  ...tabs,
  search: 'pages/search/index',
  topic: 'pages/topic/index',
} as const;

export const packages = {
  guides: {
    guide: 'guide/index',
    note: 'note/index',
    trip: 'trip/index',
    report: 'report/index',
  },
  benefits: {
    start: 'start/index',
    ask: 'ask/index',
    results: 'results/index',
    policy: 'policy/index',
    missing: 'missing/index',
    confirm: 'confirm/index',
  },
  apply: {
    start: 'start/index',
    fill: 'fill/index',
    review: 'review/index',
    receipt: 'receipt/index',
    cases: 'cases/index',
    case: 'case/index',
    correct: 'correct/index',
    act: 'act/index',
    rate: 'rate/index',
    inbox: 'inbox/index',
    drafts: 'drafts/index',
    signIn: 'sign-in/index',
    sign: 'sign/index',
    companies: 'companies/index',
  },
  certificate: {
    board: 'board/index',
    build: 'build/index',
    apply: 'apply/index',
    review: 'review/index',
    receipt: 'receipt/index',
    mine: 'mine/index',
    case: 'case/index',
    answer: 'answer/index',
    act: 'act/index',
    lookUp: 'look-up/index',
    verify: 'verify/index',
    materials: 'materials/index',
  },
  account: {
    saved: 'saved/index',
    display: 'display/index',
    document: 'document/index',
    data: 'data/index',
    about: 'about/index',
  },
} as const;

/** Preview builds only. */
export const staffPages = { report: 'report/index', states: 'states/index' } as const;

export const routes = {
  ...mainPages,
  guide: 'packages/guides/guide/index',
  note: 'packages/guides/note/index',
  trip: 'packages/guides/trip/index',
  report: 'packages/guides/report/index',
  benefits: 'packages/benefits/start/index',
  ask: 'packages/benefits/ask/index',
  results: 'packages/benefits/results/index',
  policy: 'packages/benefits/policy/index',
  missing: 'packages/benefits/missing/index',
  confirm: 'packages/benefits/confirm/index',
  apply: 'packages/apply/start/index',
  fill: 'packages/apply/fill/index',
  review: 'packages/apply/review/index',
  receipt: 'packages/apply/receipt/index',
  cases: 'packages/apply/cases/index',
  case: 'packages/apply/case/index',
  correct: 'packages/apply/correct/index',
  act: 'packages/apply/act/index',
  rate: 'packages/apply/rate/index',
  inbox: 'packages/apply/inbox/index',
  drafts: 'packages/apply/drafts/index',
  signIn: 'packages/apply/sign-in/index',
  sign: 'packages/apply/sign/index',
  companies: 'packages/apply/companies/index',
  certificate: 'packages/certificate/board/index',
  certificateBuild: 'packages/certificate/build/index',
  certificateApply: 'packages/certificate/apply/index',
  certificateReview: 'packages/certificate/review/index',
  certificateReceipt: 'packages/certificate/receipt/index',
  certificates: 'packages/certificate/mine/index',
  certificateCase: 'packages/certificate/case/index',
  certificateAnswer: 'packages/certificate/answer/index',
  certificateAct: 'packages/certificate/act/index',
  certificateLookUp: 'packages/certificate/look-up/index',
  certificateVerify: 'packages/certificate/verify/index',
  certificateMaterials: 'packages/certificate/materials/index',
  saved: 'packages/account/saved/index',
  display: 'packages/account/display/index',
  document: 'packages/account/document/index',
  data: 'packages/account/data/index',
  about: 'packages/account/about/index',
  staffReport: 'packages/staff/report/index',
  staffStates: 'packages/staff/states/index',
} as const;

export type RouteName = keyof typeof routes;
export type TabName = keyof typeof tabs;

export const isTab = (name: RouteName): name is TabName => name in tabs;
