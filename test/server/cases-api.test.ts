import { caseDetail, caseList, receipt, slotList } from '@/contract/cases';
import { paths, pathOf } from '@/contract/paths';
import { noon } from '@/domain/case/cases.arbitrary';
import { checkReceiptNumber } from '@/domain/case/receipt-number';
import { isRecord } from '@/domain/form/kinds/kind';
import { findByReceipt } from '../../server/cases/read';
import { sendWaiting } from '../../server/outbox/worker';
import { newKey, openApi, textField, type Api } from '../server-support/api';
import { firstSample, formIds, openedForm, requestFor, submitted } from '../server-support/applying';
import { DAY_MS, does, NOON } from '../server-support/cases';
import { jpeg } from '../server-support/pictures';
import { withPath } from '../content/forms/set';

jest.setTimeout(120_000);

const FORM = 'elderly-allowance';

describe('cases over HTTP', () => {
  let api: Api;
  let token: string;
  let other: string;

  beforeAll(async () => {
    api = await openApi();
    [token, other] = [await api.signIn('li'), await api.signIn('zhang')];
  });
  afterAll(() => api.close());
  beforeEach(() => {
    api.clock.now = NOON;
  });

  const send = (body: unknown, key: string | undefined = newKey(), as = token) =>
    api.call('POST', paths.cases, { token: as, body, ...(key === undefined ? {} : { key }) });
  const read = async (number: string) => {
    const response = await api.call('GET', pathOf(paths.case, { number }), { token });
    return caseDetail.parse(response.json());
  };
  const act = (
    number: string,
    version: number,
    action: unknown,
    more: { key?: string; token?: string } = {},
  ) => api.call('POST', pathOf(paths.caseActions, { number }), { token, body: { version, action }, ...more });
  const idOf = async (number: string): Promise<string> =>
    (await findByReceipt(api.service.store, number))?.row.id ?? '';

  describe('submitting', () => {
    it.each(formIds)('takes the sample of %s, and shows it again as it was sent', async (form) => {
      if (form === 'marriage-appointment' || form === 'disability-certificate')
        await api.call('GET', pathOf(paths.slots, { form }), { token });
      api.clock.now = noon(openedForm(form).context.asOf);
      const body = await requestFor(api, token, form);
      const response = await send(body);
      expect([form, response.statusCode, response.body]).toEqual([form, 200, expect.any(String)]);
      const { number, item } = receipt.parse(response.json());
      expect(item).toBe(form);
      expect(checkReceiptNumber(number).ok).toBe(true);
      const detail = await read(number);
      expect(detail.answers).toEqual(body.answers);
      expect(detail.materials).toEqual(body.materials);
    });

    it('is done once for a key', async () => {
      const [body, key] = [await requestFor(api, token, FORM), newKey()];
      const all = await Promise.all([1, 2, 3].map(() => send(body, key)));
      expect(new Set(all.map((one) => textField(one, 'number'))).size).toBe(1);
      const changed = withPath(body, 'answers.contactName', '赵六');
      const reused = await send(changed, key);
      expect([reused.statusCode, textField(reused, 'code')]).toEqual([422, 'idempotencyReused']);
    });

    it('answers a repeated sending even when the day has made the answers wrong', async () => {
      const [body, key] = [await requestFor(api, token, FORM), newKey()];
      const first = textField(await send(body, key), 'number');
      api.clock.now = NOON - 40 * 365 * DAY_MS;
      const session = await api.signIn('li');
      expect(textField(await send(body, key, session), 'number')).toBe(first);
    });

    it('needs a key', async () => {
      const body = await requestFor(api, token, FORM);
      for (const key of [undefined, '', 'short', 'x'.repeat(65), '../../../../../../etc'])
        expect(
          (await api.call('POST', paths.cases, { token, body, ...(key === undefined ? {} : { key }) }))
            .statusCode,
        ).toBe(400);
    });

    it('refuses wrong answers with the errors of the form', async () => {
      const body = await requestFor(api, token, FORM);
      const errorsOf = async (changed: unknown) => {
        const response = await send(changed);
        expect(response.statusCode).toBe(422);
        return response.json().errors;
      };
      expect(await errorsOf(withPath(body, 'answers.contactMobile', '128'))).toEqual([
        { field: 'contactMobile', code: 'format' },
      ]);
      expect(await errorsOf(withPath(body, 'answers.nothing', 'x'))).toEqual([
        { field: 'nothing', code: 'unknownField' },
      ]);
      expect(
        await errorsOf(withPath(body, 'answers.agent', { isAgent: false, name: '李明' })),
      ).toContainEqual({
        field: 'agent.name',
        code: 'hiddenField',
      });
    });

    it('refuses materials that are not there, not of the form, or somebody else’s', async () => {
      const body = await requestFor(api, token, FORM);
      const foreign = textField(await api.upload(other, jpeg()), 'id');
      const codesFor = async (materials: unknown) => (await send({ ...body, materials })).json().errors;
      expect(await codesFor([])).toContainEqual({ field: 'material:bank-card', code: 'required' });
      expect(await codesFor([...body.materials, { material: 'x', files: [], as: 'shared' }])).toEqual([
        { field: 'material:x', code: 'unknownField' },
      ]);
      const foreignCard = body.materials.map((one) =>
        one.material === 'bank-card' ? { ...one, files: [foreign] } : one,
      );
      expect(await codesFor(foreignCard)).toEqual([{ field: 'material:bank-card', code: 'notAllowed' }]);
      const later = body.materials.map((one) =>
        one.material === 'bank-card' ? { material: 'bank-card', files: [], as: 'later' } : one,
      );
      expect(await codesFor(later)).toEqual([{ field: 'material:bank-card', code: 'notAllowed' }]);
    });

    it('refuses fields that the contract does not have, other versions, and unknown forms', async () => {
      const body = await requestFor(api, token, FORM);
      expect((await send({ ...body, status: 'approved' })).statusCode).toBe(400);
      expect((await send({ ...body, form: 'none' })).statusCode).toBe(404);
      expect((await send({ ...body, form: '__proto__' })).statusCode).toBe(404);
      expect((await send({ ...body, formVersion: 99 })).statusCode).toBe(400);
      const { statusCode } = await api.call('POST', paths.cases, { body, key: newKey() });
      expect(statusCode).toBe(401);
    });

    it('tells an old program to renew itself', async () => {
      for (const version of ['0', '', 'x', '-1']) {
        const headers = { 'x-contract-version': version };
        const response = await api.call('GET', paths.cases, { token, headers });
        expect([response.statusCode, textField(response, 'code')]).toEqual([426, 'clientTooOld']);
      }
      expect((await api.app.inject(paths.time)).statusCode).toBe(200);
    });

    it('keeps hostile text byte for byte', async () => {
      const text = "'; drop table cases; --<script>alert(1)</script>{{7*7}}${7*7}%s%n\u202e𠮷龘\u200bé🇨🇳";
      const body = await requestFor(api, token, 'gov-info-disclosure');
      const sample = firstSample('gov-info-disclosure');
      const key = Object.keys(sample).find(
        (name) => typeof sample[name] === 'string' && String(sample[name]).length > 12,
      );
      const hostile = withPath(body, `answers.${key ?? 'description'}`, text);
      const response = await send(hostile);
      expect(response.statusCode).toBe(200);
      expect((await read(textField(response, 'number'))).answers).toEqual(
        isRecord(hostile) ? hostile['answers'] : undefined,
      );
    });
  });

  describe('my list', () => {
    it('has my cases only, page by page, each once', async () => {
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const path: string = next === '' ? paths.cases : `${paths.cases}?after=${next}`;
        const list = caseList.parse((await api.call('GET', path, { token })).json());
        seen.push(...list.cases.map(({ number }) => number));
        next = list.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(formIds.length);
      const theirs = caseList.parse((await api.call('GET', paths.cases, { token: other })).json());
      expect(theirs.cases.filter(({ number }) => seen.includes(number))).toEqual([]);
    });

    it.each(['after=x', 'after=', 'limit=1', 'after=a&after=b'])('refuses ?%s', async (query) => {
      expect((await api.call('GET', `${paths.cases}?${query}`, { token })).statusCode).toBe(400);
    });
  });

  describe('what the owner does', () => {
    const ASKED = {
      kind: 'correctionAsked',
      items: [
        { target: { kind: 'field', path: 'contactMobile' }, reason: 'R03', note: '打不通' },
        { target: { kind: 'material', id: 'bank-card' }, reason: 'R01', note: '' },
      ],
    } as const;

    const asked = async () => {
      const number = await submitted(api, token, FORM);
      await does(api.service.store, await idOf(number), 1, ASKED);
      return { number, detail: await read(number) };
    };

    const corrected = (detail: { answers: unknown; materials: unknown }, path: string, value: unknown) => ({
      kind: 'corrected',
      answers: withPath(detail.answers, path, value),
      materials: detail.materials,
    });

    it('corrects what was named, and nothing else', async () => {
      const { number, detail } = await asked();
      const refused = await act(number, 2, corrected(detail, 'contactName', '赵六'));
      expect([refused.statusCode, refused.json().errors]).toEqual([
        422,
        [{ field: 'contactName', code: 'notAllowed' }],
      ]);
      const wrong = await act(number, 2, corrected(detail, 'contactMobile', '12'));
      expect(wrong.json().errors).toEqual([{ field: 'contactMobile', code: 'format' }]);
      const file = textField(await api.upload(token, jpeg()), 'id');
      const action = {
        ...corrected(detail, 'contactMobile', '13900000009'),
        materials: detail.materials.map((one) =>
          one.material === 'bank-card' ? { ...one, files: [file] } : one,
        ),
      };
      const done = await act(number, 2, action);
      expect(done.statusCode).toBe(200);
      const now = caseDetail.parse(done.json());
      expect(now).toMatchObject({ version: 3, answers: { contactMobile: '13900000009' } });
      expect(now.events.map(({ fact }) => fact.kind)).toEqual(['submitted', 'correctionAsked', 'corrected']);
      const { case_id } = await api.database.db
        .selectFrom('attachments')
        .select('case_id')
        .where('id', '=', file)
        .executeTakeFirstOrThrow();
      expect(case_id).toBe(await idOf(number));
    });

    it('does not correct what nobody asked for', async () => {
      const number = await submitted(api, token, FORM);
      const response = await act(number, 1, corrected(await read(number), 'contactMobile', '13900000009'));
      expect([response.statusCode, response.json().fault]).toEqual([409, 'notAllowed']);
    });

    it('is told when the case moved on meanwhile, and what it is now', async () => {
      const { number } = await asked();
      const response = await act(number, 1, { kind: 'urged', note: '' });
      expect([response.statusCode, textField(response, 'code')]).toEqual([409, 'staleVersion']);
      expect(caseDetail.parse(response.json().current)).toMatchObject({ number, version: 2 });
    });

    it('of two edits at once makes one', async () => {
      const number = await submitted(api, token, FORM);
      const both = await Promise.all([
        act(number, 1, { kind: 'withdrawn', note: '' }),
        act(number, 1, { kind: 'complained', note: '慢' }),
      ]);
      expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    });

    it('is done once for a key', async () => {
      const [number, key] = [await submitted(api, token, FORM), newKey()];
      const first = await act(number, 1, { kind: 'urged', note: '' }, { key });
      const second = await act(number, 1, { kind: 'urged', note: '' }, { key });
      expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
      expect((await read(number)).version).toBe(2);
    });

    it('urges, complains, withdraws and rates where the case allows it', async () => {
      const number = await submitted(api, token, FORM);
      expect((await act(number, 1, { kind: 'urged', note: '' })).statusCode).toBe(200);
      expect((await act(number, 2, { kind: 'urged', note: '' })).json().fault).toBe('urgedToday');
      expect((await act(number, 2, { kind: 'complained', note: ' ' })).json().fault).toBe('noteRequired');
      const rating = { stars: 1, indicators: {}, reasons: [], comment: '' };
      expect((await act(number, 2, { kind: 'rated', rating })).json().fault).toBe('notAllowed');
      const id = await idOf(number);
      await does(api.service.store, id, 2, { kind: 'accepted' });
      await does(api.service.store, id, 3, {
        kind: 'reviewed',
        task: 'main',
        opinion: 'pass',
        note: '内部意见',
      });
      await does(api.service.store, id, 4, { kind: 'decided', outcome: 'approved', basis: '', note: '' });
      expect((await act(number, 5, { kind: 'rated', rating })).json().fault).toBe('ratingReasonRequired');
      const done = await act(number, 5, { kind: 'rated', rating: { ...rating, reasons: ['slow'] } });
      expect(done.statusCode).toBe(200);
      expect(done.body).not.toContain('内部意见');
      expect(done.body).not.toContain('"r1"');
    });

    it('is refused to anybody else, as if there were no such case', async () => {
      const number = await submitted(api, token, FORM);
      for (const as of [{ token: other }, {}]) {
        const status = as.token === undefined ? 401 : 404;
        const path = pathOf(paths.case, { number });
        expect((await api.call('GET', path, as)).statusCode).toBe(status);
        const body = { version: 1, action: { kind: 'withdrawn', note: '' } };
        expect(
          (await api.call('POST', pathOf(paths.caseActions, { number }), { ...as, body })).statusCode,
        ).toBe(status);
      }
      const none = await api.call('GET', pathOf(paths.case, { number: '2026112400000017' }), {
        token: other,
      });
      const foreign = await api.call('GET', pathOf(paths.case, { number }), { token: other });
      expect(foreign.body).toBe(none.body);
      expect((await read(number)).version).toBe(1);
    });
  });

  describe('appointments', () => {
    it('are taken with the case, given back with it, and never overbooked', async () => {
      const form = 'marriage-appointment';
      const left = async (): Promise<number | undefined> => {
        const list = slotList.parse((await api.call('GET', pathOf(paths.slots, { form }), { token })).json());
        const wish = body.answers['slot'];
        return list.slots.find(
          ({ date, period }) => isRecord(wish) && wish['date'] === date && wish['period'] === period,
        )?.left;
      };
      const [a, b, c] = [await api.signIn('zhang'), await api.signIn('wang'), await api.signIn('li')];
      const bodies = await Promise.all([a, b, c].map((who) => requestFor(api, who, form)));
      const [body = await requestFor(api, a, form)] = bodies;
      const before = await left();
      const first = await send(body, newKey(), a);
      expect(first.statusCode).toBe(200);
      expect(await left()).toBe((before ?? 0) - 1);
      const again = await send(body, newKey(), a);
      expect([again.statusCode, textField(again, 'code')]).toEqual([409, 'slotTaken']);
      const number = textField(first, 'number');
      await act(number, 1, { kind: 'withdrawn', note: '' }, { token: a });
      expect(await left()).toBe(before);
    });

    it('are of items that have them', async () => {
      expect((await api.call('GET', pathOf(paths.slots, { form: FORM }), { token })).statusCode).toBe(404);
    });
  });

  describe('messages', () => {
    it('come once each, are read, and are mine', async () => {
      const number = await submitted(api, token, FORM);
      await does(api.service.store, await idOf(number), 1, { kind: 'accepted' });
      const sender = { store: api.service.store };
      while ((await sendWaiting(sender, NOON + 1)) > 0);
      await api.database.db.updateTable('outbox').set({ done_at: null, available_at: 0 }).execute();
      while ((await sendWaiting(sender, NOON + 2)) > 0);
      const { messages } = (await api.call('GET', paths.inbox, { token })).json();
      const about = messages.filter((one: { number: string }) => one.number === number);
      expect(about).toHaveLength(2);
      const path = pathOf(paths.inboxRead, { id: about[0].id });
      expect((await api.call('POST', path, { token: other })).statusCode).toBe(404);
      expect(
        (await api.call('POST', path, { token, headers: { 'content-type': 'application/json' } })).statusCode,
      ).toBe(204);
      const after = (await api.call('GET', paths.inbox, { token })).json().messages;
      expect(after.find((one: { id: string }) => one.id === about[0].id).read).toBe(true);
    });
  });

  describe('my data', () => {
    it('is exported whole, and deleted but for what must be kept', async () => {
      const mine = await api.signIn('wang');
      const number = await submitted(api, mine, 'unemployment-registration');
      const loose = textField(await api.upload(mine, jpeg()), 'id');
      const exported = (await api.call('GET', paths.myData, { token: mine })).json();
      expect(exported.person.name).toBe('王小丽');
      expect(exported.cases.map((one: { number: string }) => one.number)).toContain(number);
      expect(exported.files.map((one: { id: string }) => one.id)).toContain(loose);
      expect(exported.audit[0].action).toBe('signedIn');
      expect((await api.call('DELETE', paths.myData, { token: mine })).statusCode).toBe(200);
      expect((await api.call('GET', paths.cases, { token: mine })).statusCode).toBe(401);
      const anew = await api.signIn('wang');
      expect((await api.call('GET', paths.cases, { token: anew })).json().cases).toEqual([]);
      expect((await findByReceipt(api.service.store, number))?.row.receipt).toBe(number);
    });
  });

  describe('清单之外', () => {
    const report = {
      guide: 'elderly-allowance',
      version: 1,
      field: 'materials',
      text: '还要复印件',
      on: '2026-11-20',
    };

    it('is taken from anybody, of a guide that there is', async () => {
      expect((await api.call('POST', paths.reports, { body: report })).statusCode).toBe(200);
      for (const wrong of [
        { guide: 'none' },
        { text: '' },
        { on: '2026-02-30' },
        { text: 'x'.repeat(501) },
        { a: 1 },
      ])
        expect((await api.call('POST', paths.reports, { body: { ...report, ...wrong } })).statusCode).toBe(
          400,
        );
    });
  });
});
