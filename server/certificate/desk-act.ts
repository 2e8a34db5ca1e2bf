/** What the window, the coordinator and 督办 do with a case. */
import { ACTIONS } from '@/domain/certificate/actions';
import type { Certificate } from '@/domain/certificate/events';
import type { CertificateState } from '@/domain/certificate/state';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { attach, findOwn } from '../files/attachments';
import type { Service } from '../service';
import type { Staff } from '../staff/accounts';
import { deskRoles, type DeskRole } from './access';
import { act, type ActFault, type Body, type Doing, type Held, type Deed } from './act';
import { latestContent } from './content';
import { nextParcel } from './desk';
import type { DeskAction, DeskFault, Done } from './desk-types';
import { findByNumber, stateAt, type StoredCertificate } from './find';
import { keepBytes, keepRow, makePaper, type MadePaper } from './paper';
import type { CertifiedOutcome } from './port';
import { SYSTEM, type More } from './stored';

export type DeskService = Pick<Service, 'store' | 'files' | 'mode' | 'certificate'>;

export interface CaseDeed {
  readonly number: string;
  /** Of the case, as it was seen. */
  readonly version: number;
  readonly action: DeskAction;
  readonly command?: string;
}

const certified = ({ outcome }: CertificateState): CertifiedOutcome | undefined =>
  outcome?.kind === 'issued' || outcome?.kind === 'partiallyIssued' ? outcome : undefined;

function decision(
  { outcome }: CertificateState,
  reason: string | undefined,
  certificate?: Certificate,
): Body {
  return {
    kind: 'decided',
    // Without an outcome it is refused by the state.
    outcome: outcome?.kind ?? 'notIssued',
    ...(reason === undefined ? {} : { reason }),
    ...(certificate ? { certificate } : {}),
  };
}

interface Brought {
  readonly paper?: MadePaper;
  readonly more?: More;
}

/** The bodies of an action, each with who does it. */
function doingsOf(
  { action }: CaseDeed,
  role: DeskRole,
  staff: Staff,
  { state }: Held,
  { paper, more }: Brought,
): readonly Doing[] {
  const own = (body: Body): Doing => ({ by: { role }, actorId: staff.id, body, ...(more ? { more } : {}) });
  switch (action.kind) {
    case 'accepted':
      return [own(action), { by: SYSTEM, actorId: 'dispatch', body: { kind: 'dispatched' } }];
    case 'decided': {
      const aggregated: readonly Doing[] = state.main === 'aggregating' ? [own({ kind: 'aggregated' })] : [];
      return [...aggregated, own(decision(state, action.reason, paper?.certificate))];
    }
    case 'replaced':
      return paper ? [own({ ...action, certificate: paper.certificate })] : [];
    default:
      return [own(action)];
  }
}

const roleFor = (staff: Staff, { kind }: DeskAction): DeskRole | undefined =>
  deskRoles(staff).find((role) => ACTIONS[kind].roles.includes(role));

/** The paper of a decision or a replacement, made before the case is held: it takes longer than anybody should wait. */
async function paperFor(
  { store, certificate, mode }: DeskService,
  { row, events }: StoredCertificate,
  { action }: CaseDeed,
  at: number,
): Promise<Result<MadePaper | undefined, DeskFault>> {
  if (action.kind !== 'decided' && action.kind !== 'replaced') return ok(undefined);
  const state = stateAt(store, events, at);
  const outcome = certified(state);
  const due =
    action.kind === 'replaced'
      ? ACTIONS.replaced.states.includes(state.main)
      : state.main === 'aggregating' || state.main === 'deciding';
  if (!outcome || !due) return ok(undefined);
  const maker = certificate?.maker;
  if (!maker) return err({ code: 'unavailable', what: 'paper' });
  const { application } = await latestContent(store, row.id);
  const before = action.kind === 'replaced' ? state.certificates.at(-1)?.number : undefined;
  const issuedOn = shanghaiMoment(at).date;
  const { copies } = application;
  return ok(
    await makePaper(
      store,
      maker,
      {
        caseId: row.id,
        state,
        outcome,
        copies,
        issuedOn,
        ...(before === undefined ? {} : { replaces: before }),
        demo: mode === 'demo',
      },
      at,
    ),
  );
}

/** The parcel is ordered before it is written that it was: one that is ordered twice is the courier's to refuse. */
async function parcelFor(
  { store, certificate }: DeskService,
  stored: StoredCertificate,
  { action }: CaseDeed,
  at: number,
): Promise<Result<More | undefined, DeskFault>> {
  if (action.kind !== 'courier' || action.step !== 'ordered') return ok(undefined);
  const { scope, main } = stateAt(store, stored.events, at);
  const { delivery } = (await latestContent(store, stored.row.id)).application;
  if (delivery.kind !== 'courier' || scope.delivery !== 'courier' || !ACTIONS.courier.states.includes(main))
    return ok(undefined);
  const courier = certificate?.courier;
  if (!courier) return err({ code: 'unavailable', what: 'noCourier' });
  const ordered = await courier.order(nextParcel(stored, delivery), at);
  return ordered.ok
    ? ok({ tracking: ordered.value.tracking, company: courier.company })
    : err({ code: 'unavailable', what: 'courier' });
}

async function brought(
  service: DeskService,
  stored: StoredCertificate,
  deed: CaseDeed,
  at: number,
): Promise<Result<Brought, DeskFault>> {
  const paper = await paperFor(service, stored, deed, at);
  if (!paper.ok) return paper;
  const parcel = await parcelFor(service, stored, deed, at);
  if (!parcel.ok) return parcel;
  if (paper.value) await keepBytes(service.files, paper.value);
  return ok({
    ...(paper.value ? { paper: paper.value } : {}),
    ...(parcel.value ? { more: parcel.value } : {}),
  });
}

const planOf =
  (staff: Staff, deed: CaseDeed, role: DeskRole, things: Brought) =>
  (held: Held): Result<readonly Doing[], ActFault> => {
    const { version } = held.stored.row;
    if (version !== deed.version) return err({ code: 'stale', version });
    return ok(doingsOf(deed, role, staff, held, things));
  };

async function missesScan({ store }: DeskService, staff: Staff, action: DeskAction): Promise<boolean> {
  return action.kind === 'externalReplied' && (await findOwn(store, staff.id, [action.scan])).length === 0;
}

/** Of two who decide at the same instant one is stale, and its paper is never written down. */
export async function actOnCase(
  service: DeskService,
  staff: Staff,
  deed: CaseDeed,
  at: number,
): Promise<Result<Done, DeskFault>> {
  const { store } = service;
  const { action, command } = deed;
  const stored = await findByNumber(store, deed.number);
  if (!stored || deskRoles(staff).length === 0) return err({ code: 'notFound' });
  const { id: caseId, version } = stored.row;
  if (command !== undefined && stored.commands.has(command)) return ok({ version });
  if (version !== deed.version) return err({ code: 'stale', version });
  const role = roleFor(staff, action);
  if (!role) return err({ code: 'refused', refusal: 'role' });
  if (await missesScan(service, staff, action)) return err({ code: 'refused', refusal: 'textMissing' });
  const things = await brought(service, stored, deed, at);
  if (!things.ok) return things;
  const { paper } = things.value;
  const task: Deed = {
    caseId,
    plan: planOf(staff, deed, role, things.value),
    ...(command === undefined ? {} : { command }),
    ...(paper ? { also: (tx) => keepRow(tx, paper) } : {}),
  };
  const done = await act(store, task, at);
  if (!done.ok) {
    if (paper) await service.files.remove(paper.row.stored_as);
    return done;
  }
  if (action.kind === 'externalReplied') await attach(store, { owner: staff.id, caseId }, [action.scan]);
  return ok({ version: done.value.version });
}
