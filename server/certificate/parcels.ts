/** Parcels on their way: what the courier says is written down, and one that came back goes out again or waits at the window. */
import type { CourierStep } from '@/domain/certificate/events';
import { ok } from '@/domain/shared/result';
import { act, type Doing } from './act';
import type { DeskService } from './desk-act';
import { nextParcel, parcelIn } from './desk';
import { findById, stateAt, type StoredCertificate } from './find';
import { latestContent } from './content';
import { reference } from './rules';
import { SYSTEM, type More } from './stored';

const stepOf = (step: CourierStep, more: More = {}): Doing => ({
  by: SYSTEM,
  actorId: 'courier',
  body: { kind: 'courier', step },
  more,
});

/** Steps of the parcel that is out now. */
function knownSteps({ events }: StoredCertificate): number {
  const steps = events.flatMap(({ event }) => (event.kind === 'courier' ? [event.step] : []));
  return steps.length - steps.lastIndexOf('ordered');
}

async function track(service: DeskService, stored: StoredCertificate, at: number): Promise<boolean> {
  const { store, certificate } = service;
  const parcel = parcelIn(stored.events);
  if (!certificate?.courier || !parcel) return false;
  const told = await certificate.courier.track(parcel.tracking, at);
  const fresh = told.ok ? told.value.slice(knownSteps(stored)) : [];
  if (fresh.length === 0) return false;
  const { version } = stored.row;
  const done = await act(
    store,
    {
      caseId: stored.row.id,
      // Someone else wrote the steps down meanwhile: nothing to add.
      plan: (held) => ok(held.stored.row.version === version ? fresh.map((step) => stepOf(step)) : []),
    },
    at,
  );
  return done.ok;
}

/** A parcel that came back is sent again until the limit; then the person is told to fetch it. */
async function sendAgain(service: DeskService, stored: StoredCertificate, at: number): Promise<void> {
  const { store, certificate } = service;
  const state = stateAt(store, stored.events, at);
  const spent = state.returns >= reference.parameters.returnsBeforeCollection;
  const { delivery } = (await latestContent(store, stored.row.id)).application;
  if (state.courier !== 'returned' || spent || delivery.kind !== 'courier' || !certificate?.courier) return;
  const ordered = await certificate.courier.order(nextParcel(stored, delivery), at);
  if (!ordered.ok) return;
  const more = { tracking: ordered.value.tracking, company: certificate.courier.company };
  const { version } = stored.row;
  await act(
    store,
    {
      caseId: stored.row.id,
      plan: (held) => ok(held.stored.row.version === version ? [stepOf('ordered', more)] : []),
    },
    at,
  );
}

/** Run every hour; returns how many parcels had moved. */
export async function trackParcels(service: DeskService, at: number): Promise<number> {
  const rows = await service.store.db
    .selectFrom('certificate_states')
    .select('case_id')
    .where('main', '=', 'delivering')
    .orderBy('case_id')
    .execute();
  let moved = 0;
  for (const { case_id } of rows) {
    const stored = await findById(service.store, case_id);
    if (stored && (await track(service, stored, at))) moved += 1;
    const now = await findById(service.store, case_id);
    if (now) await sendAgain(service, now, at);
  }
  return moved;
}
