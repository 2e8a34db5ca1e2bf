/** 演示数据: parcels that arrive a day after they were ordered, and mail that goes nowhere. */
import type { CourierStep } from '@/domain/certificate/events';
import { ok } from '@/domain/shared/result';
import type { CourierPort, NoticePort } from '../certificate/port';

const HOUR = 3_600_000;

const STEPS: readonly (readonly [hours: number, step: CourierStep])[] = [
  [0, 'ordered'],
  [2, 'picked'],
  [8, 'inTransit'],
  [24, 'delivered'],
];

const PREFIX = 'DEMO';

/** The number holds when it was ordered, so that nothing has to be kept. */
export const DEMO_COURIER: CourierPort = {
  company: '演示快递',
  order: async (_parcel, at) => ok({ tracking: `${PREFIX}${at}` }),
  track: async (tracking, at) => {
    const hours = (at - Number(tracking.slice(PREFIX.length))) / HOUR;
    return ok(STEPS.filter(([from]) => hours >= from).map(([, step]) => step));
  },
};

/** Nobody is written to from a demo. */
export const DEMO_NOTICES: NoticePort = { send: async () => ok(undefined) };
