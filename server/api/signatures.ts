/** Signatures of a case for its owner, and the signing itself for the signer. */
import { randomBytes } from 'node:crypto';
import { operations } from '@/contract/operations';
import type { CaseSignature, SignatureChange, Signing } from '@/contract/signatures';
import { formatDate } from '@/domain/shared/civil-date';
import { err, ok, type Result } from '@/domain/shared/result';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { dayAt } from '../grants/grants';
import { auditPerson } from '../identity/audit';
import { maskIdNo, type Person } from '../identity/people';
import { tokenDigest } from '../identity/tokens';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { findByToken, setLink, signaturesOf, type Signature } from '../signatures/rows';
import { giveSignature, signingCase } from '../signatures/sign';
import { bind, type Call } from './call';
import { findOwnCase, NO_CASE } from './cases';

/** A link is good for a week: long enough to reach somebody, short enough to be forgotten safely. */
const LINK_MS = 7 * 86_400_000;

function stateOf(
  { signed_at, way, token_digest, expires_at }: Signature,
  at: number,
): CaseSignature['state'] {
  if (signed_at !== null) return 'signed';
  if (way === 'window') return 'window';
  if (token_digest === null) return 'unsent';
  return (expires_at ?? 0) > at ? 'waiting' : 'ended';
}

const dayOf = (at: number): string => formatDate(shanghaiMoment(at).date);

export function toCaseSignature(signature: Signature, at: number): CaseSignature {
  const { id, name, idNo, signed_at, signed_where, expires_at } = signature;
  const state = stateOf(signature, at);
  return {
    id,
    name,
    maskedIdNo: maskIdNo(idNo),
    state,
    where: signed_where,
    signedOn: signed_at === null ? null : dayOf(signed_at),
    until: state === 'waiting' && expires_at !== null ? dayAt(expires_at) : null,
  };
}

const listOf = async ({ store }: Service, caseId: string, at: number) =>
  (await signaturesOf(store, caseId)).map((one) => toCaseSignature(one, at));

const NOT_WAITING: Refused = { code: 'caseFault', detail: '这个签名已经签过，或不用签了。' };

async function change(
  service: Service,
  { params, person, body: { kind }, at }: Call<SignatureChange, undefined>,
) {
  const { store } = service;
  const stored = await findOwnCase(store, params['number'] ?? '', person.id);
  const signature =
    stored && (await signaturesOf(store, stored.row.id)).find(({ id }) => id === params['id']);
  if (!stored || !signature) return err(NO_CASE);
  if (!(await signingCase(store, signature, at))) return err(NOT_WAITING);
  const token = kind === 'link' ? randomBytes(32).toString('base64url') : null;
  const changed = await setLink(store, signature.id, {
    way: kind === 'window' ? 'window' : 'phone',
    token_digest: token === null ? null : tokenDigest(token),
    expires_at: token === null ? null : at + LINK_MS,
  });
  if (!changed) return err(NOT_WAITING);
  const about = { signature: signature.id, kind };
  await auditPerson(store, person.id, { action: 'signatureChanged', about }, at);
  return ok({ signatures: await listOf(service, stored.row.id, at), token });
}

const bare = (state: Signing['state']): Signing => ({ state, document: null });

/** Nobody but the signer is told whose signature it is, or of what. */
async function read({ store }: Service, token: string, person: Person, at: number): Promise<Signing> {
  const signature = await findByToken(store, token);
  if (!signature) return bare('dead');
  if (person.idNo === '') return bare('noRealName');
  if (signature.idNo !== person.idNo) return bare('wrongPerson');
  if (signature.signed_at !== null) return bare('signed');
  const found = await signingCase(store, signature, at);
  // Read in two steps: the same tap, sent twice, may have signed between them.
  if (!found) return bare((await findByToken(store, token))?.signed_at ? 'signed' : 'closed');
  if ((signature.expires_at ?? 0) <= at) return bare('ended');
  const { name: signer, idNo, expires_at } = signature;
  const until = expires_at === null ? null : dayAt(expires_at);
  return { state: 'open', document: { ...found.document, signer, maskedIdNo: maskIdNo(idNo), until } };
}

async function sign(
  service: Service,
  { body: { token, digest }, person, at }: Call<{ token: string; digest: string }, undefined>,
): Promise<Result<Signing, Refused>> {
  const { store } = service;
  const seen = await read(service, token, person, at);
  // Another text than the one that was read is shown first.
  if (seen.document?.digest !== digest) return ok(seen);
  const signature = await findByToken(store, token);
  if (!signature) return ok(bare('dead'));
  const actor = { role: 'signer', id: person.id } as const;
  const given = { by: person.id, where: 'phone', at, token } as const;
  const done = await giveSignature(store, { signature, actor, given });
  if (done.ok)
    await auditPerson(store, person.id, { action: 'signed', about: { signature: signature.id } }, at);
  return ok(await read(service, token, person, at));
}

export const signatureRoutes = [
  bind(operations.caseSignatures, async (service, { params, person, at }) => {
    const stored = await findOwnCase(service.store, params['number'] ?? '', person.id);
    return stored ? ok({ signatures: await listOf(service, stored.row.id, at) }) : err(NO_CASE);
  }),
  bind(operations.changeSignature, change),
  bind(operations.openSigning, async (service, { body: { token }, person, at }) =>
    ok(await read(service, token, person, at)),
  ),
  bind(operations.sign, sign),
];
