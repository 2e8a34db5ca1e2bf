/** The projections made anew from the events, as they stand today, and compared with what is stored. */
import type { Transaction } from 'kysely';
import { canonical, type Json } from '../crypto/canonical';
import type { Rebuilt } from '../cases/rebuild';
import type { Store } from '../cases/store';
import type { CertificateStatesTable, CertificateTasksTable } from '../db/certificate-schema';
import type { Database } from '../db/schema';
import { hold } from './act';
import { openTitle, project } from './project';
import { sweepCertificates } from './sweep';
import { writeProjection } from './write';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

const byDepartment = (a: CertificateTasksTable, b: CertificateTasksTable): number =>
  a.department < b.department ? -1 : 1;

/** A value is sealed differently each time: what is compared is what it says. */
function toJson(
  { keys }: Store,
  state: CertificateStatesTable | undefined,
  tasks: readonly CertificateTasksTable[],
): Json {
  const rows = [...tasks].sort(byDepartment).map((task) => ({ ...task }));
  if (!state) return [null, rows];
  const { sealed, ...plain } = state;
  return [{ ...plain, title: { ...openTitle(keys, { case_id: plain.case_id, sealed }) } }, rows];
}

async function compare(
  tx: Transaction<Database>,
  store: Store,
  caseId: string,
  { at, write }: { at: number; write: boolean },
): Promise<Rebuilt['differences'][number] | undefined> {
  const held = await hold(tx, store, caseId, at);
  if (!held) return undefined;
  const { stored, state, on } = held;
  const projection = project(store.keys, stored.row, stored.events, { state, on });
  const before = await tx
    .selectFrom('certificate_states')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const tasks = await tx.selectFrom('certificate_tasks').selectAll().where('case_id', '=', caseId).execute();
  const derived = toJson(store, projection.state, projection.tasks);
  const kept = toJson(store, before, tasks);
  if (canonical(derived) === canonical(kept)) return undefined;
  if (write) await writeProjection(tx, projection);
  return { caseId, stored: kept, derived };
}

/** What the days since the last sweep have changed is written down first: it is no difference. */
export async function rebuildCertificates(
  store: Store,
  { write, at }: { write: boolean; at: number },
): Promise<Rebuilt> {
  await sweepCertificates(store, at);
  const differences: Rebuilt['differences'][number][] = [];
  let cases = 0;
  for (let after = FIRST; ;) {
    const ids = await store.db
      .selectFrom('certificate_cases')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id } of ids) {
      const different = await store.db.transaction().execute((tx) => compare(tx, store, id, { at, write }));
      if (different) differences.push(different);
    }
    cases += ids.length;
    const last = ids.at(-1);
    if (!last) return { cases, differences };
    after = last.id;
  }
}
