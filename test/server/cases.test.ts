import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { FACTS } from '@/domain/case/cases.arbitrary';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { readAnswers } from '../../server/cases/answers';
import { findByReceipt, findCase, listMine, queue } from '../../server/cases/read';
import { rebuild } from '../../server/cases/rebuild';
import type { Store } from '../../server/cases/store';
import { submit, type Submission, type SubmitReceipt } from '../../server/cases/submit';
import { reviseCalendar, sweep } from '../../server/cases/sweep';
import type { OpenDatabase } from '../../server/db/open';
import { done, retry, take } from '../../server/outbox/outbox';
import { book, cancel } from '../../server/slots/book';
import { newId } from '../../server/ids';
import { DAY_MS, does, NOON, storeOver, submission } from '../server-support/cases';
import { ENGINES, freshPlace, openAt, type Place } from '../server-support/engines';

jest.setTimeout(120_000);

describe.each(ENGINES)('cases, %s', (engine) => {
  let place: Place;
  let opened: OpenDatabase;
  let store: Store;

  beforeAll(async () => {
    place = await freshPlace(engine);
    opened = await openAt(place, NOON);
    store = storeOver(opened);
  });

  afterAll(async () => {
    await opened.close();
    await place.remove();
  });

  const submitted = async (over: Partial<Submission> = {}, at = NOON): Promise<SubmitReceipt> => {
    const receipt = await submit(store, submission(over), at);
    if (!receipt.ok) throw new Error(receipt.error);
    return receipt.value;
  };

  const count = async (
    table: 'cases' | 'case_events' | 'audit' | 'outbox' | 'idempotency',
    caseId: string,
  ) => {
    const column = {
      cases: 'id',
      case_events: 'case_id',
      audit: 'chain',
      outbox: 'case_id',
      idempotency: 'case_id',
    };
    const value = table === 'audit' ? `case:${caseId}` : caseId;
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)} where ${sql.ref(column[table])}::text = ${value}`.execute(
      store.db,
    );
    return rows[0]?.n;
  };

  const counts = async (caseId: string) =>
    Promise.all(
      (['cases', 'case_events', 'audit', 'outbox', 'idempotency'] as const).map((t) => count(t, caseId)),
    );

  describe('submitting', () => {
    it('stores everything, and gives a receipt that can be checked', async () => {
      const { caseId, receipt, repeated } = await submitted();
      expect(repeated).toBe(false);
      expect(checkReceiptNumber(receipt).ok).toBe(true);
      expect(await counts(caseId)).toEqual([1, 1, 1, 1, 1]);
      expect((await findByReceipt(store, receipt))?.row.id).toBe(caseId);
    });

    it('gives the same receipt for the same key, at once or later', async () => {
      const what = submission();
      const all = await Promise.all(Array.from({ length: 8 }, (_, i) => submit(store, what, NOON + i)));
      const receipts = new Set(all.map((one) => (one.ok ? one.value.receipt : one.error)));
      expect(receipts.size).toBe(1);
      const first = all.find((one) => one.ok && !one.value.repeated);
      expect(all.filter((one) => one.ok && one.value.repeated)).toHaveLength(7);
      expect(await submit(store, what, NOON + DAY_MS)).toMatchObject({
        ok: true,
        value: { receipt: first?.ok ? first.value.receipt : '', repeated: true },
      });
      expect(await counts(first?.ok ? first.value.caseId : '')).toEqual([1, 1, 1, 1, 1]);
    });

    it('refuses a key that comes with something else; another person may use the same', async () => {
      const what = submission();
      expect((await submit(store, what, NOON)).ok).toBe(true);
      expect(await submit(store, { ...what, answers: { applicantName: '李四' } }, NOON)).toEqual({
        ok: false,
        error: 'keyReused',
      });
      expect(await submit(store, { ...what, owner: randomUUID() }, NOON)).toMatchObject({
        value: { repeated: false },
      });
    });

    it('stores all or nothing', async () => {
      const tasks = [
        { id: 'a', department: 'health' },
        { id: 'a', department: 'tax' },
      ];
      const what = submission({ tasks });
      await expect(submit(store, what, NOON)).rejects.toThrow();
      expect(await listMine(store, what.owner, { limit: 9 })).toEqual([]);
      expect((await submit(store, { ...what, tasks: tasks.slice(1) }, NOON)).ok).toBe(true);
    });

    it('keeps hostile text byte for byte', async () => {
      const answers = { text: "'; drop table cases; --\u0000\ud800<script>𠮷\r\n%s\\" };
      const { caseId } = await submitted({ answers });
      expect((await readAnswers(store, caseId))[0]?.answers).toEqual(answers);
    });

    it('gives no number twice', async () => {
      const all = await Promise.all(Array.from({ length: 80 }, () => submitted()));
      expect(new Set(all.map(({ receipt }) => receipt)).size).toBe(80);
    });
  });

  describe('what happens next', () => {
    it('is appended to exactly the version that was seen', async () => {
      const { caseId } = await submitted();
      expect(await does(store, caseId, 1, FACTS.accepted)).toMatchObject({
        ok: true,
        value: { version: 2, view: { status: 'accepted', promise: { due: '2026-12-03' } } },
      });
      expect(await does(store, caseId, 1, FACTS.reviewed)).toMatchObject({
        ok: false,
        error: { code: 'stale', view: { version: 2 } },
      });
      expect(await counts(caseId)).toEqual([1, 2, 2, 2, 1]);
    });

    it('of ten at once, one is done and nine see what it was', async () => {
      const { caseId } = await submitted();
      const all = await Promise.all(Array.from({ length: 10 }, () => does(store, caseId, 1, FACTS.accepted)));
      expect(all.filter(({ ok }) => ok)).toHaveLength(1);
      expect(all.filter((one) => !one.ok && one.error.code === 'stale')).toHaveLength(9);
      expect(await counts(caseId)).toEqual([1, 2, 2, 2, 1]);
    });

    it('is done once for each command', async () => {
      const { caseId } = await submitted();
      const send = () => does(store, caseId, 1, FACTS.accepted, { command: 'c1' });
      const all = await Promise.all([send(), send(), send()]);
      expect(all).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ ok: true })));
      expect(await send()).toMatchObject({ ok: true, value: { version: 2 } });
      expect(await counts(caseId)).toEqual([1, 2, 2, 2, 1]);
    });

    it('is refused with the code of the rule', async () => {
      const { caseId } = await submitted();
      expect(await does(store, caseId, 1, FACTS.decided)).toEqual({
        ok: false,
        error: { code: 'notAllowed' },
      });
      expect(await does(store, randomUUID(), 1, FACTS.decided)).toEqual({
        ok: false,
        error: { code: 'notFound' },
      });
    });

    it('goes from the submission to the rating, with its answers', async () => {
      const owner = randomUUID();
      const { caseId } = await submitted({ owner });
      const applicant = { owner, actor: { role: 'applicant', id: owner } } as const;
      const clerk = { actor: { role: 'clerk', id: 'c1' } } as const;
      const steps = [
        await does(store, caseId, 1, FACTS.correctionAsked, clerk),
        await does(store, caseId, 2, FACTS.corrected, {
          ...applicant,
          answers: { formVersion: 1, value: { applicantName: '张三丰' } },
        }),
        await does(store, caseId, 3, FACTS.accepted, clerk),
        await does(store, caseId, 4, FACTS.reviewed),
        await does(store, caseId, 5, FACTS.decided),
        await does(store, caseId, 6, FACTS.delivered, clerk),
        await does(store, caseId, 7, FACTS.rated, applicant),
      ];
      expect(steps.map((step) => (step.ok ? step.value.view.status : step.error.code))).toEqual([
        'correcting',
        'corrected',
        'accepted',
        'reviewing',
        'decided',
        'delivered',
        'delivered',
      ]);
      expect((await readAnswers(store, caseId)).map(({ version }) => version)).toEqual([1, 2]);
      expect(await listMine(store, owner, { limit: 9 })).toMatchObject([
        { status: 'delivered', outcome: 'approved', stars: 5, version: 8 },
      ]);
    });

    it('never comes before what it follows, though a clock was set back', async () => {
      const { caseId } = await submitted();
      const done = await does(store, caseId, 1, FACTS.accepted, { at: NOON - DAY_MS });
      expect(done).toMatchObject({ ok: true });
      expect((await findCase(store, caseId))?.events.map(({ at }) => at)).toEqual([NOON, NOON]);
    });
  });

  describe('reading', () => {
    it("finds one's own case, and nobody else's", async () => {
      const owner = randomUUID();
      const { caseId } = await submitted({ owner });
      expect((await findCase(store, caseId, owner))?.row.owner).toBe(owner);
      expect(await findCase(store, caseId, randomUUID())).toBeUndefined();
      expect(await findCase(store, "1' or '1'='1", owner)).toBeUndefined();
      expect(
        await does(store, caseId, 1, FACTS.withdrawn, {
          owner: randomUUID(),
          actor: { role: 'applicant', id: 'x' },
        }),
      ).toEqual({ ok: false, error: { code: 'notFound' } });
    });

    it('lists mine in pages, the latest first', async () => {
      const owner = randomUUID();
      const made: string[] = [];
      for (let i = 0; i < 5; i++) made.unshift((await submitted({ owner }, NOON + (i >> 1))).caseId);
      const first = await listMine(store, owner, { limit: 3 });
      const last = first.at(-1);
      const after = { updatedAt: last?.updated_at ?? 0, caseId: last?.case_id ?? '' };
      const second = await listMine(store, owner, { limit: 3, after });
      expect([...first, ...second].map(({ case_id }) => case_id).sort()).toEqual([...made].sort());
      expect([...first, ...second].map(({ updated_at }) => updated_at)).toEqual(
        [2, 1, 1, 0, 0].map((ms) => NOON + ms),
      );
    });

    it("gives a department's queue by due day, each of a joint case's departments its own", async () => {
      const department = `d-${randomUUID()}`;
      const tasks = [
        { id: 'a', department },
        { id: 'b', department: `${department}-b` },
      ];
      const late = await submitted({ tasks }, NOON);
      const early = await submitted({ tasks }, NOON - 7 * DAY_MS);
      const list = (stage: 'receive' | 'review' | 'wait', more = {}) =>
        queue(store, { department, stage }, { limit: 9, ...more });
      const found = await list('receive');
      expect(found.map(({ case_id }) => case_id)).toEqual([early.caseId, late.caseId]);
      const after = { queueDay: found[0]?.queue_day ?? '', caseId: early.caseId };
      expect((await list('receive', { after })).map(({ case_id }) => case_id)).toEqual([late.caseId]);
      await does(store, late.caseId, 1, FACTS.accepted);
      await does(store, late.caseId, 2, { ...FACTS.reviewed, task: 'a' });
      expect(await list('wait')).toMatchObject([{ case_id: late.caseId, opinion: 'pass' }]);
      expect(
        await queue(store, { department: `${department}-b`, stage: 'review' }, { limit: 9 }),
      ).toHaveLength(1);
    });
  });

  describe('passing days', () => {
    it('are written down once', async () => {
      const silent = await submitted();
      const asked = await submitted();
      await does(store, asked.caseId, 1, FACTS.correctionAsked);
      const later = NOON + 40 * DAY_MS;
      expect(await sweep(store, later)).toBeGreaterThanOrEqual(2);
      expect(await sweep(store, later)).toBe(0);
      expect((await findCase(store, silent.caseId))?.events.map(({ fact }) => fact.kind)).toEqual([
        'submitted',
        'deemedAccepted',
      ]);
      expect((await findCase(store, asked.caseId))?.events.at(-1)?.fact.kind).toBe('correctionLapsed');
    });

    it('move a promised date when the calendar is announced', async () => {
      const { caseId } = await submitted({}, Date.parse('2026-12-25T04:00:00Z'));
      await does(store, caseId, 1, FACTS.accepted, { at: Date.parse('2026-12-25T05:00:00Z') });
      const year = { off: [[101, 105, '元旦']], on: [] } as const;
      const calendar = {
        ...store.calendar,
        version: '2026-12-26',
        lastAnnounced: 2027,
        years: { ...store.calendar.years, '2027': year },
      };
      const next = { ...store, calendar };
      expect(await reviseCalendar(next, Date.parse('2026-12-26T04:00:00Z'))).toBeGreaterThanOrEqual(1);
      const events = (await findCase(next, caseId))?.events ?? [];
      expect(events.map(({ promise }) => promise?.due)).toEqual([undefined, '2027-01-06', '2027-01-08']);
      expect(await reviseCalendar(next, Date.parse('2026-12-26T04:00:00Z'))).toBe(0);
      await rebuild(store, { write: true });
    });
  });

  describe('the projections', () => {
    it('equal the events, and are made anew where they do not', async () => {
      const { caseId } = await submitted();
      await rebuild(store, { write: true });
      expect(await rebuild(store, { write: false })).toMatchObject({ differences: [] });
      await store.db
        .updateTable('case_states')
        .set({ status: 'delivered' })
        .where('case_id', '=', caseId)
        .execute();
      await store.db.deleteFrom('case_tasks').where('case_id', '=', caseId).execute();
      expect((await rebuild(store, { write: true })).differences.map((one) => one.caseId)).toEqual([caseId]);
      const again = await rebuild(store, { write: false });
      expect(again.differences).toEqual([]);
      expect(again.cases).toBeGreaterThan(80);
    });
  });

  describe('the outbox', () => {
    it('gives each message to one sender, again when it was not done, and no more when it was', async () => {
      await submitted();
      const all = await Promise.all(
        [1, 2, 3, 4].map(() => take(store, NOON + DAY_MS * 90, { limit: 1000, leaseMs: 1000 })),
      );
      const ids = all.flat().map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(80);
      expect(new Set(ids).size).toBe(ids.length);
      const at = NOON + DAY_MS * 90 + 1000;
      const [first, second] = await take(store, at, { limit: 2, leaseMs: 1000 });
      if (first) await done(store, first.id, at);
      if (second) await retry(store, second, at);
      const rest = await take(store, at + 1001, { limit: 9999, leaseMs: 1 });
      expect(rest.map(({ id }) => id)).not.toContain(first?.id);
      expect(rest.map(({ id }) => id)).not.toContain(second?.id);
      expect(rest).toHaveLength(ids.length - 2);
    });
  });

  describe('appointments', () => {
    it('never overbook', async () => {
      const slot = newId(NOON);
      await store.db
        .insertInto('appointment_slots')
        .values({
          id: slot,
          item: 'marriage-appointment',
          place: slot,
          day: '2026-12-01',
          starts: '09:00',
          ends: '09:30',
          capacity: 3,
        })
        .execute();
      const owners = Array.from({ length: 12 }, () => randomUUID());
      const all = await Promise.all(owners.map((owner) => book(store, { slot, owner }, NOON)));
      expect(all.filter(({ ok }) => ok)).toHaveLength(3);
      const [owner = '', id] = [owners[all.findIndex(({ ok }) => ok)], all.find(({ ok }) => ok)];
      if (!id?.ok) throw new Error('none');
      expect(await cancel(store, { id: id.value.id, owner: randomUUID() }, NOON)).toBe(false);
      expect(await cancel(store, { id: id.value.id, owner }, NOON)).toBe(true);
      expect(await cancel(store, { id: id.value.id, owner }, NOON)).toBe(false);
      expect((await book(store, { slot, owner }, NOON)).ok).toBe(true);
    });

    it('are one for each person', async () => {
      const slot = newId(NOON);
      const owner = randomUUID();
      const values = {
        item: 'x',
        place: slot,
        day: '2026-12-01',
        starts: '09:00',
        ends: '09:30',
        capacity: 3,
      };
      await store.db
        .insertInto('appointment_slots')
        .values({ id: slot, ...values })
        .execute();
      expect((await book(store, { slot, owner }, NOON)).ok).toBe(true);
      expect(await book(store, { slot, owner }, NOON)).toEqual({ ok: false, error: 'booked' });
      expect(
        await store.db.selectFrom('appointment_slots').select('taken').where('id', '=', slot).execute(),
      ).toEqual([{ taken: 1 }]);
    });
  });
});
