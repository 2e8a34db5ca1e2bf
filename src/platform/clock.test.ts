import fc from 'fast-check';
import { correctedClock } from './clock';

describe('correctedClock', () => {
  it('is the clock of the phone until the server was heard', () => {
    expect(correctedClock(() => 1000).now()).toBe(1000);
  });

  it('goes on from what the server said, with the pace of the phone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), fc.nat(), (start, server, later) => {
        let device = start;
        const clock = correctedClock(() => device);
        clock.heard(server);
        device += later;
        expect(clock.now()).toBe(server + later);
      }),
    );
  });

  it('believes the latest answer', () => {
    const clock = correctedClock(() => 50);
    clock.heard(1000);
    clock.heard(700);
    expect(clock.now()).toBe(700);
  });
});
