/** The projections made anew from the events, and compared with what is stored. */
import { canonical, type Json } from '../crypto/canonical';
import type { CaseStatesTable, CaseTasksTable } from '../db/schema';
import { project, type Projection } from './project';
import { findCase } from './read';
import type { Store } from './store';

export interface Difference {
  readonly caseId: string;
  readonly stored: Json;
  readonly derived: Json;
}

export interface Rebuilt {
  readonly cases: number;
  readonly differences: readonly Difference[];
}

const BATCH = 500;

const byTask = (a: CaseTasksTable, b: CaseTasksTable): number => (a.task < b.task ? -1 : 1);

const toJson = (state: CaseStatesTable | undefined, tasks: readonly CaseTasksTable[]): Json => [
  state ? { ...state } : null,
  [...tasks].sort(byTask).map((task) => ({ ...task })),
];

async function storedOf({ db }: Store, caseId: string): Promise<Json> {
  const state = await db
    .selectFrom('case_states')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const tasks = await db.selectFrom('case_tasks').selectAll().where('case_id', '=', caseId).execute();
  return toJson(state, tasks);
}

const replace = ({ db }: Store, { state, tasks }: Projection): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { case_id } = state;
    // Whoever appends meanwhile changes this row first: one waits for the other.
    await tx.selectFrom('cases').select('id').where('id', '=', case_id).forUpdate().execute();
    await tx.deleteFrom('case_states').where('case_id', '=', case_id).execute();
    await tx.deleteFrom('case_tasks').where('case_id', '=', case_id).execute();
    await tx.insertInto('case_states').values(state).execute();
    await tx
      .insertInto('case_tasks')
      .values([...tasks])
      .execute();
  });

async function compare(store: Store, caseId: string): Promise<[Difference, Projection] | undefined> {
  const found = await findCase(store, caseId);
  if (!found) return undefined;
  const projection = project(found.row, found.events, store.calendar);
  const derived = toJson(projection.state, projection.tasks);
  const stored = await storedOf(store, caseId);
  return canonical(derived) === canonical(stored) ? undefined : [{ caseId, stored, derived }, projection];
}

/** Every case; with `write`, what differs is replaced. */
export async function rebuild(store: Store, { write }: { write: boolean }): Promise<Rebuilt> {
  const differences: Difference[] = [];
  let cases = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const ids = await store.db
      .selectFrom('cases')
      .select('id')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute();
    for (const { id } of ids) {
      const different = await compare(store, id);
      if (different && write) await replace(store, different[1]);
      if (different) differences.push(different[0]);
    }
    cases += ids.length;
    const last = ids.at(-1);
    if (!last) return { cases, differences };
    after = last.id;
  }
}
