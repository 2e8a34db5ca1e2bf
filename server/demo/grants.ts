/** 李明 is the legal representative of the demo's company; the others may act for it. */
import { addDays, addMonths, formatDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import type { Store } from '../cases/store';
import { storeGrant } from '../grants/grants';
import { personFor } from '../identity/people';
import { DEMO_COMPANIES } from './companies';
import { DEMO_PEOPLE, recordOf } from './people';

const DAYS_AGO = 7;
const MONTHS = 11;

export async function seedGrants(store: Store, now: number): Promise<void> {
  const [company] = DEMO_COMPANIES;
  const from = DEMO_PEOPLE.find(({ idNo }) => idNo === company?.legalRepresentativeId);
  if (!company || !from) throw new Error('the demo has no company');
  const grantor = await personFor(store, recordOf(from), now);
  const starts = addDays(shanghaiMoment(now).date, -DAYS_AGO);
  const days = { starts: formatDate(starts), ends: formatDate(addMonths(starts, MONTHS)) };
  const { creditCode, name: companyName } = company;
  for (const { name, idNo } of DEMO_PEOPLE)
    if (idNo !== grantor.idNo)
      await storeGrant(store, grantor, { company: creditCode, companyName, name, idNo, ...days }, now);
}
