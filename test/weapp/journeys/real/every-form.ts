/** Declares the journeys of some forms; two test files share the forms between two workers. */
import { RealServer } from '../../support/real-server';
import { samples, type Sample } from '../applicant';
import { COMPANY, conclude, handIn, mend, openOffice, PEOPLE, type Office, type Trip } from './journey';

/** A server that starts on a busy machine takes its time. */
jest.setTimeout(180_000);

/** Whoever it is, but for a company its legal representative. */
const applicantOf = ({ answers }: Sample, turn: number): string =>
  JSON.stringify(answers).includes(COMPANY.code)
    ? COMPANY.representative
    : (PEOPLE[turn % PEOPLE.length] ?? COMPANY.representative);

export function journeysOf(isMine: (sample: Sample, index: number) => boolean): void {
  const mine = samples
    .filter(isMine)
    .map((sample, i) => [sample.id, sample, applicantOf(sample, i)] as const);
  let office: Office;
  let server: RealServer | undefined;
  const trips = new Map<string, Trip>();
  const tripOf = (id: string): Trip => {
    const trip = trips.get(id);
    if (trip === undefined) throw new Error(`${id} did not come so far`);
    return trip;
  };
  beforeAll(async () => {
    server = await RealServer.start();
    office = await openOffice(server);
  });
  afterAll(() => server?.stop());
  // Minutes go by between people: limits are by the minute.
  beforeEach(() => office.server.advance(20_000));

  // Step by step for all of them: a message is on its way while the next form is filled in.
  it.each(mine)('%s is filled in and handed in', async (id, sample, name) => {
    trips.set(id, await handIn(office, sample, name));
  });
  it.each(mine)('%s is returned, and mended where the message says', async (id) => {
    trips.set(id, await mend(office, tripOf(id)));
  });
  it.each(mine)('%s is decided, seen and rated', async (id) => {
    await conclude(office, tripOf(id));
  });
}
