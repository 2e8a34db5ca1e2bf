/** Paths of the HTTP API, written once for the phone, the server and their tests. `:name` is a parameter. */
export const paths = {
  health: '/health',
  /** The server's clock: the phone keeps the offset, and asks the domain about that day. */
  time: '/api/time',
  session: '/api/session',
  /** Binds the phone number that WeChat vouches for. */
  phone: '/api/session/phone',
  /** Whom a demo server can sign in. */
  demoPeople: '/api/demo-people',
  prefill: '/api/prefill/:form',
  cases: '/api/cases',
  case: '/api/cases/:number',
  caseActions: '/api/cases/:number/actions',
  caseSignatures: '/api/cases/:number/signatures',
  caseSignature: '/api/cases/:number/signatures/:id',
  /** The link's token is in the body: addresses are logged on the way. */
  signing: '/api/signing',
  sign: '/api/signing/signature',
  companies: '/api/companies',
  grants: '/api/grants',
  grant: '/api/grants/:id',
  files: '/api/files',
  file: '/api/files/:id',
  entitlements: '/api/entitlements',
  entitlement: '/api/entitlements/:id',
  entitlementActions: '/api/entitlements/:id/actions',
  slots: '/api/slots/:form',
  inbox: '/api/inbox',
  inboxRead: '/api/inbox/:id/read',
  /** Consents to WeChat's subscription messages: each template once for each time the person agreed. */
  subscriptions: '/api/subscriptions',
  trouble: '/api/trouble',
  reports: '/api/reports',
  myData: '/api/my-data',
  certificateCompanies: '/api/certificate-companies',
  certificates: '/api/certificates',
  certificate: '/api/certificates/:number',
  certificateEntity: '/api/certificates/:number/entities/:creditCode',
  certificateActions: '/api/certificates/:number/actions',
  /** `paper`: the certificate's own number. */
  certificatePaper: '/api/certificates/:number/papers/:paper',
  certificateLookUp: '/api/certificate-status',
  certificateVerify: '/api/certificate-verification',
  openapi: '/openapi.json',
  metrics: '/metrics',
} as const;

/** Sent with every request; a client older than the server serves is told `clientTooOld` and keeps its draft. */
export const CONTRACT_VERSION = 1;
export const CONTRACT_HEADER = 'x-contract-version';
export const IDEMPOTENCY_HEADER = 'idempotency-key';

/** Fills the parameters of a path: `pathOf(paths.case, { number: 'JP…' })`. */
export const pathOf = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
