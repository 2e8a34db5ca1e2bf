import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDist } from '../host/dist';
import { CaseServer } from '../support/case-server';
import { draftStorage, fillByScreen, pages, phone, press, samples } from './applicant';
import { faults, path } from './person';

const built = existsSync(join(defaultDist, 'app.json'));
it('is built (npm run build:weapp)', () => expect(built).toBe(true));

/** Typed key by key; the other forms take each word at once, which is four times as fast. */
const KEYS: readonly string[] = [
  ...['elderly-allowance', 'minimum-living-security', 'newborn-one-thing', 'medical-reimbursement'],
  ...['school-enrollment', 'wage-complaint', 'public-place-hygiene'],
];

describe('every form, field by field on the screen', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))(
    '%s',
    async (id, sample) => {
      const server = new CaseServer();
      const host = await phone(server, { path: pages.apply, query: { id } });
      await press(host, '开始填写');
      await fillByScreen(host, sample, KEYS.includes(id));
      expect(path(host)).toBe(pages.review);
      await press(host, '提交');
      expect([path(host), server.taken.map(({ form }) => form)]).toEqual([pages.receipt, [id]]);
      const [stored] = [...server.book.cases.values()];
      expect(Object.keys(stored?.answers ?? {}).sort()).toEqual(Object.keys(sample.answers).sort());
      expect([...faults(host), ...host.ledger.echoes]).toEqual([]);
      host.kill();
    },
    60_000,
  );
});

describe('every form, from a draft on the phone', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s', async (id, sample) => {
    const server = new CaseServer();
    const host = await phone(server, { path: pages.review, query: { id }, storage: draftStorage(sample) });
    await press(host, '提交');
    expect([path(host), server.taken.map(({ form }) => form), faults(host)]).toEqual([
      pages.receipt,
      [id],
      [],
    ]);
    host.kill();
  });
});
