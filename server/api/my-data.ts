/** Export and deletion of what the server holds about a person (个人信息保护法 第45、47条). */
import { operations } from '@/contract/operations';
import type { MyData } from '@/contract/people';
import { ok } from '@/domain/shared/result';
import { readChain } from '../audit/chain';
import { findCase } from '../cases/read';
import type { Store } from '../cases/store';
import { latestContent } from '../certificate/content';
import { removeLoose } from '../files/attachments';
import { revokeAllFrom } from '../grants/grants';
import { auditPerson, personChain } from '../identity/audit';
import type { Person } from '../identity/people';
import { closeAllSessions } from '../identity/tokens';
import { listInbox } from '../inbox/inbox';
import { listOf } from '../matching/entitlements';
import { holderOf } from '../matching/holders';
import type { Service } from '../service';
import { bind } from './call';
import { toCaseDetail } from './case-view';
import { toDetail } from './entitlements';

const EXPORTED = 1000;

async function casesOf(store: Store, owner: string): Promise<MyData['cases']> {
  const rows = await store.db
    .selectFrom('cases')
    .select('id')
    .where('owner', '=', owner)
    .orderBy('id')
    .execute();
  const cases: MyData['cases'] = [];
  for (const { id } of rows) {
    const stored = await findCase(store, id, owner);
    if (stored) cases.push({ item: stored.row.item, ...(await toCaseDetail(store, stored)) });
  }
  return cases;
}

/** A certificate's case is its company's: of it a person's own are that it was handed in, and the contact given. */
async function certificatesOf(store: Store, owner: string): Promise<MyData['cases']> {
  const rows = await store.db
    .selectFrom('certificate_cases')
    .select(['id', 'receipt', 'created_at'])
    .where('owner', '=', owner)
    .orderBy('id')
    .execute();
  const cases: MyData['cases'] = [];
  for (const { id, receipt: number, created_at: at } of rows)
    cases.push({
      item: 'listing-certificate',
      number,
      at,
      contact: (await latestContent(store, id)).draft.contact,
    });
  return cases;
}

const filesOf = ({ db }: Store, owner: string): Promise<MyData['files']> =>
  db
    .selectFrom('attachments')
    .select(['id', 'media_type as type', 'size', 'created_at as at'])
    .where('owner', '=', owner)
    .orderBy('id')
    .execute();

async function entitlementsOf(store: Store, person: Pick<Person, 'idNo'>): Promise<MyData['entitlements']> {
  const holder = holderOf(store, person);
  return holder === undefined ? [] : (await listOf(store, holder)).map(toDetail);
}

async function exported(store: Store, { id, ...person }: Person): Promise<MyData> {
  const audit = await readChain(store.db, personChain(id));
  return {
    person,
    cases: [...(await casesOf(store, id)), ...(await certificatesOf(store, id))],
    entitlements: await entitlementsOf(store, person),
    files: await filesOf(store, id),
    messages: [...(await listInbox(store, id, { limit: EXPORTED }))],
    audit: audit.map(({ at, actor_role, action }) => ({ at, role: actor_role, action })),
  };
}

/** The account can no longer be signed in to; another sign-in of the same person begins anew. */
async function remove({ store, files }: Service, { id }: Person, at: number): Promise<void> {
  await removeLoose(store, files, { owner: id });
  await store.db.deleteFrom('inbox').where('owner', '=', id).execute();
  await revokeAllFrom(store, id, at);
  await store.db.deleteFrom('holders').where('owner', '=', id).execute();
  await store.db.deleteFrom('subscriptions').where('owner', '=', id).execute();
  await store.db
    .updateTable('users')
    .set({ deleted_at: at, login_digest: `deleted:${id}`, sealed: Buffer.alloc(0) })
    .where('id', '=', id)
    .execute();
  await closeAllSessions(store, id, at);
}

export const myDataRoutes = [
  bind(operations.myData, async ({ store }, { person, at }) => {
    await auditPerson(store, person.id, { action: 'exported' }, at);
    return ok(await exported(store, person));
  }),
  bind(operations.deleteMyData, async (service, { person, at }) => {
    await auditPerson(service.store, person.id, { action: 'deleted' }, at);
    await remove(service, person, at);
    return ok({
      deleted: ['账号和实名信息', '没有随办件提交的文件', '消息'],
      kept: [
        '已提交的办件和材料：属于政务服务档案，按规定期限保存；查询请凭受理编号到窗口',
        '免申即享的名单和拨付记录：由责任部门按规定保存',
        '操作记录',
      ],
    });
  }),
];
