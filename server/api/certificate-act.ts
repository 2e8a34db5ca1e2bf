/** What the company does with its case. */
import type { CertificateAction, CertificateDetail } from '@/contract/certificate';
import { certificateOperations } from '@/contract/certificate-operations';
import { scopeOf } from '@/domain/certificate/events';
import { REFUSALS } from '@/domain/certificate/refusal';
import { err, ok, type Result } from '@/domain/shared/result';
import { act, type ActFault, type Body, type Deed } from '../certificate/act';
import { filesIn } from '../certificate/content';
import { findById, type StoredCertificate } from '../certificate/find';
import type { More } from '../certificate/stored';
import { attach, findOwn as findFiles } from '../files/attachments';
import type { Standing } from '../grants/standing';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { bind, type Call } from './call';
import { soundDraft } from './certificate-apply';
import { findOwn, mustStand, NOT_FOUND, type ActionKind } from './certificate-own';
import { toCertificateDetail } from './certificate-view';

type Acting = Call<CertificateAction, undefined>;

/** An answer stands, whatever 26 other departments did since the page was opened. */
const NEEDS_VERSION: Readonly<Record<ActionKind, boolean>> = {
  corrected: true,
  withdrawn: true,
  answered: false,
  urged: false,
  rated: false,
  complained: false,
};

interface Prepared extends Pick<Deed, 'corrected'> {
  readonly body: Body;
  readonly more?: More;
  /** Files that come to the case with it. */
  readonly files: readonly string[];
}

async function prepared(
  service: Service,
  { department, standing }: { department: string | undefined; standing: Standing },
  { body: { action }, person, at }: Acting,
): Promise<Result<Prepared, Refused>> {
  switch (action.kind) {
    case 'corrected': {
      const sound = await soundDraft(service, action.draft, { person, standing, at });
      if (!sound.ok) return sound;
      const body: Body = { kind: 'corrected', scope: scopeOf(sound.value.application) };
      return ok({ body, corrected: sound.value, files: filesIn(sound.value.draft) });
    }
    case 'answered': {
      const { question, text, files } = action;
      const own = await findFiles(service.store, person.id, files);
      if (own.length < new Set(files).size)
        return err({ code: 'badRequest', detail: '有文件没有传上来，请重新上传。' });
      const body: Body = { kind: 'answered', department: department ?? '', question };
      return ok({ body, more: { text, files }, files });
    }
    case 'withdrawn':
    case 'urged':
    case 'rated':
    case 'complained':
      return ok({ body: action, files: [] });
  }
}

/** The department that asked. */
const askedBy = ({ events }: StoredCertificate, { action }: CertificateAction): string | undefined =>
  events
    .map(({ event }) => event)
    .filter((event) => event.kind === 'asked')
    .find(({ question }) => action.kind === 'answered' && question === action.question)?.department;

async function refusalOf(
  { store }: Service,
  { row }: StoredCertificate,
  fault: ActFault,
  at: number,
): Promise<Refused> {
  switch (fault.code) {
    case 'notFound':
      return NOT_FOUND;
    case 'stale': {
      const now = await findById(store, row.id);
      return now
        ? { code: 'staleVersion', more: { current: await toCertificateDetail(store, now, at) } }
        : NOT_FOUND;
    }
    case 'refused':
      return { code: 'caseFault', detail: REFUSALS[fault.refusal], more: { fault: fault.refusal } };
  }
}

async function done(
  { store }: Service,
  { row }: StoredCertificate,
  at: number,
): Promise<Result<CertificateDetail, Refused>> {
  const now = await findById(store, row.id);
  return now ? ok(await toCertificateDetail(store, now, at)) : err(NOT_FOUND);
}

async function actOn(service: Service, call: Acting): Promise<Result<CertificateDetail, Refused>> {
  const { params, person, key, body, at } = call;
  const own = await findOwn(service, { number: params['number'] ?? '', person, at });
  if (!own.ok) return own;
  const { stored } = own.value;
  if (key !== undefined && stored.commands.has(key)) return done(service, stored, at);
  const standing = mustStand(own.value);
  if (!standing.ok) return standing;
  const isStale = NEEDS_VERSION[body.action.kind] && stored.row.version !== body.version;
  if (isStale)
    return err(await refusalOf(service, stored, { code: 'stale', version: stored.row.version }, at));
  const department = askedBy(stored, body);
  const ready = await prepared(service, { department, standing: standing.value }, call);
  if (!ready.ok) return ready;
  const { body: what, more, corrected, files } = ready.value;
  const caseId = stored.row.id;
  const acted = await act(
    service.store,
    {
      caseId,
      ...(key === undefined ? {} : { command: key }),
      ...(corrected ? { corrected } : {}),
      plan: ({ stored: { row } }) =>
        NEEDS_VERSION[body.action.kind] && row.version !== body.version
          ? err({ code: 'stale', version: row.version })
          : ok([{ by: { role: 'enterprise' }, actorId: person.id, body: what, ...(more ? { more } : {}) }]),
    },
    at,
  );
  if (!acted.ok) return err(await refusalOf(service, stored, acted.error, at));
  await attach(service.store, { owner: person.id, caseId }, files);
  return done(service, stored, at);
}

export const certificateActRoutes = [bind(certificateOperations.certificateAct, actOn)];
