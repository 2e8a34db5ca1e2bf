import { ENGINES, freshPlace } from '../server-support/engines';
import { killUnderLoad } from './kill';

jest.setTimeout(180_000);

/** A quick look; `npm run faults` does it hundreds of times. */
describe.each(ENGINES)('kill -9 under load, %s', (engine) => {
  it('loses nothing that was acknowledged, and leaves nothing half or twice', async () => {
    const place = await freshPlace(engine);
    const toll = await killUnderLoad(place, { kills: 3, random: Math.random, longestMs: 1200 });
    expect(toll).toMatchObject({ kills: 3, lost: 0, half: 0, doubled: 0 });
    expect(toll.acknowledged).toBeGreaterThan(0);
    await place.remove();
  });
});
