/** Signing: by the signer through a link, or before a clerk. The event of the case and the signature are one transaction. */
import { allowedActions } from '@/domain/case/actions';
import type { Actor } from '@/domain/case/event';
import { err, ok, type Result } from '@/domain/shared/result';
import { append } from '../cases/append';
import { findCase, viewAt, type StoredCase } from '../cases/read';
import type { Store } from '../cases/store';
import { getItem } from '../catalogue';
import { findPerson } from '../identity/people';
import { documentOf, type SignedDocument } from './document';
import { markSigned, type Given, type Signature } from './rows';

export interface SigningCase {
  readonly stored: StoredCase;
  readonly document: SignedDocument;
}

/** `undefined`: the case no longer takes this signature. */
export async function signingCase(
  store: Store,
  signature: Signature,
  at: number,
): Promise<SigningCase | undefined> {
  const stored = await findCase(store, signature.case_id);
  if (!stored) return undefined;
  const view = viewAt(store, stored, at);
  const isOpen = allowedActions(view, 'signer').includes('signed') && view.unsigned.includes(signature.id);
  if (!isOpen || signature.dropped_at !== null) return undefined;
  const applicant = (await findPerson(store, stored.row.owner))?.name ?? '';
  const { form, name: itemName } = getItem(stored.row.item);
  return { stored, document: documentOf(store.keys, { form, itemName, applicant, signature }) };
}

const TRIES = 5;

/** `moved`: it was signed, revoked or ended meanwhile, or the case was; look again. */
export async function giveSignature(
  store: Store,
  { signature, actor, given }: { signature: Signature; actor: Actor; given: Omit<Given, 'digest'> },
): Promise<Result<true, 'moved'>> {
  const { at, where } = given;
  for (let i = 0; i < TRIES; i += 1) {
    const found = await signingCase(store, signature, at);
    if (!found) return err('moved');
    const { stored, document } = found;
    const done = await append(
      store,
      {
        caseId: stored.row.id,
        actor,
        fact: { kind: 'signed', signature: signature.id, where },
        expected: stored.row.version,
        within: (tx) => markSigned(tx, signature.id, { ...given, digest: document.digest }),
      },
      at,
    );
    if (done.ok) return ok(true);
    // Another step of the case was quicker: once more upon it.
    if (done.error.code !== 'stale') return err('moved');
  }
  return err('moved');
}
