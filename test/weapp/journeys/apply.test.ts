import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDist } from '../host/dist';
import { CaseServer } from '../support/case-server';
import { draftStorage, pages, phone, press, samples } from './applicant';
import { faults, path } from './person';

const built = existsSync(join(defaultDist, 'app.json'));
it('is built (npm run build:weapp)', () => expect(built).toBe(true));

// Field by field on the screen each form is filled in by the journeys with the real server, in real/.
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
