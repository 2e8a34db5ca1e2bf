/** What answers each operation of the contract; a test compares the two lists. */
import { caseRoutes } from './cases';
import { companyRoutes } from './companies';
import type { Bound } from './call';
import { certificateActRoutes } from './certificate-act';
import { certificateApplyRoutes } from './certificate-apply';
import { certificatePublicRoutes } from './certificate-public';
import { certificateRoutes } from './certificates';
import { entitlementRoutes } from './entitlements';
import { fileRoutes } from './files';
import { inboxRoutes } from './inbox';
import { myDataRoutes } from './my-data';
import { phoneRoutes } from './phone';
import { prefillRoutes } from './prefill';
import { publicRoutes } from './public';
import { sessionRoutes } from './session';
import { signatureRoutes } from './signatures';
import { submitRoutes } from './submit';

export const routes: readonly Bound[] = [
  ...publicRoutes,
  ...sessionRoutes,
  ...prefillRoutes,
  ...caseRoutes,
  ...submitRoutes,
  ...fileRoutes,
  ...entitlementRoutes,
  ...inboxRoutes,
  ...myDataRoutes,
  ...phoneRoutes,
  ...certificateRoutes,
  ...certificateApplyRoutes,
  ...certificateActRoutes,
  ...certificatePublicRoutes,
  ...signatureRoutes,
  ...companyRoutes,
];
