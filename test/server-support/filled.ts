/** A database with at least one row in every table that the services write by themselves, and a file in the store. */
import { randomUUID } from 'node:crypto';
import { FACTS } from '@/domain/case/cases.arbitrary';
import type { Store } from '../../server/cases/store';
import { submit } from '../../server/cases/submit';
import { attach, storeUpload } from '../../server/files/attachments';
import type { FileStore } from '../../server/files/port';
import { personFor } from '../../server/identity/people';
import { auditPerson } from '../../server/identity/audit';
import { deliver } from '../../server/inbox/inbox';
import { storeReport } from '../../server/outside/reports';
import { addStaff } from '../../server/staff/accounts';
import { does, NOON, submission } from './cases';

/** What formats of lines and quotes stumble over. */
export const AWKWARD = '王\u2028麻\u0085子 "\\n"\t𠮷, {}';

export interface Filled {
  readonly person: string;
  readonly staff: string;
  readonly cases: readonly string[];
  readonly fileName: string;
}

export async function fill(store: Store, files: FileStore, cases = 2): Promise<Filled> {
  const person = await personFor(
    store,
    {
      provider: 'demo',
      login: randomUUID(),
      name: '张三',
      idNo: '210213199003079993',
      mobile: '13912345678',
    },
    NOON,
  );
  await auditPerson(store, person.id, { action: 'signedIn' }, NOON);
  const ids: string[] = [];
  for (let i = 0; i < cases; i++) {
    const receipt = await submit(store, submission({ owner: person.id, answers: { note: AWKWARD } }), NOON);
    if (!receipt.ok) throw new Error(receipt.error);
    const { caseId } = receipt.value;
    await does(store, caseId, 1, FACTS.accepted);
    ids.push(caseId);
  }
  const bytes = Buffer.from('%PDF-1.4 not a real one');
  const upload = { owner: person.id, name: '身份证.pdf', type: 'application/pdf', bytes } as const;
  const stored = await storeUpload(store, files, upload, NOON);
  await attach(store, { owner: person.id, caseId: ids[0] ?? '' }, [stored.id]);
  const message = { id: randomUUID(), owner: person.id, caseId: null, receipt: null, title: 't', body: 'b' };
  await deliver(store, message, NOON);
  const report = { guide: 'elderly-allowance', version: 1, field: 'other', text: AWKWARD, on: '2026-11-20' };
  await storeReport(store, report, NOON);
  const grants = [{ role: 'clerk', department: 'civil-affairs' }] as const;
  const { id } = await addStaff(store, { login: randomUUID(), name: AWKWARD, password: 'x', grants }, NOON);
  await store.db.insertInto('stamps').values({ name: 'mode', value: 'demo' }).execute();
  return { person: person.id, staff: id, cases: ids, fileName: stored.stored_as };
}
