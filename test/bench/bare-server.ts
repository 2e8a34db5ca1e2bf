/** The least that stores a submission: Fastify, a body, and the same rows in one transaction. No session, no rules, no keys. */
import { randomBytes, randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { sql, type Kysely } from 'kysely';
import { paths } from '@/contract/paths';
import type { Database } from '../../server/db/schema';

/** As many bytes as ours seals. */
const SEALED = 900;

export function bareServer(db: Kysely<Database>): FastifyInstance {
  const app = fastify();
  let serial = 0;
  app.post(paths.cases, async (request) => {
    const [id, owner, key] = [randomUUID(), randomUUID(), String(request.headers['idempotency-key'])];
    const [sealed, digest, at] = [randomBytes(SEALED), randomBytes(32).toString('hex'), Date.now()];
    serial += 1;
    const receipt = `B${serial}`;
    await db.transaction().execute(async (tx) => {
      const row = { owner, key, digest, case_id: id, created_at: at };
      await tx.insertInto('idempotency').values(row).execute();
      await tx
        .insertInto('cases')
        .values({
          id,
          owner,
          receipt,
          item: 'x',
          company: null,
          version: 1,
          chain_head: digest,
          created_at: at,
        })
        .execute();
      await tx
        .insertInto('case_events')
        .values({
          case_id: id,
          seq: 1,
          kind: 'submitted',
          at,
          actor_role: 'applicant',
          actor_id: owner,
          sealed,
          digest,
          command: null,
        })
        .execute();
      await tx
        .insertInto('audit')
        .values({
          chain: id,
          seq: 1,
          at,
          actor_role: 'applicant',
          actor_id: owner,
          action: 'submitted',
          detail: '{}',
          digest,
          prev: digest,
          hash: digest,
        })
        .execute();
      await tx
        .insertInto('case_states')
        .values({
          case_id: id,
          owner,
          receipt,
          item: 'x',
          status: 'submitted',
          submitted_on: '2026-11-24',
          due: null,
          wakes_on: null,
          calendar_version: '1',
          outcome: null,
          stars: null,
          complaint_open: false,
          version: 1,
          updated_at: at,
        })
        .execute();
      await tx
        .insertInto('case_tasks')
        .values({
          case_id: id,
          task: 'main',
          department: 'x',
          item: 'x',
          receipt,
          stage: 'receive',
          queue_day: '2026-12-01',
          opinion: null,
        })
        .execute();
      await tx
        .insertInto('case_answers')
        .values({ case_id: id, version: 1, form_version: 1, sealed, digest, created_at: at })
        .execute();
      await tx
        .insertInto('outbox')
        .values({
          id: randomUUID(),
          case_id: id,
          recipient: owner,
          topic: 'x',
          data: '{}',
          created_at: at,
          available_at: at,
          done_at: null,
        })
        .execute();
    });
    return { number: receipt };
  });
  app.get(paths.health, async () => {
    await sql`select 1`.execute(db);
    return {};
  });
  return app;
}
