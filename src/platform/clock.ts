import type { ClockPort } from './ports';

/** The phone's clock set right by the server's: a phone that is a day off still shows today's promises. */
export function correctedClock(deviceNow: () => number): ClockPort {
  let offset = 0;
  return {
    now: () => deviceNow() + offset,
    heard: (serverNow) => {
      offset = serverNow - deviceNow();
    },
  };
}
