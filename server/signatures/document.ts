/** What a signer reads and signs, in plain words. */
import type { Form } from '@/domain/form/form';
import { signatureFields } from '@/domain/form/signers';
import type { KeyRing } from '../crypto/keys';
import { documentDigest, type Signature } from './rows';

export interface SignedDocument {
  readonly item: string;
  readonly applicant: string;
  readonly statement: string;
  readonly digest: string;
}

interface About {
  readonly form: Form;
  readonly itemName: string;
  readonly applicant: string;
  readonly signature: Pick<Signature, 'id' | 'field' | 'name' | 'idNo'>;
}

/** The field's own help says what the signature means; the digest covers every word, the signer and the signature's id. */
export function documentOf(
  keys: KeyRing,
  { form, itemName: item, applicant, signature: { id, field, name, idNo } }: About,
): SignedDocument {
  const statement = signatureFields(form).find(({ key }) => key === field)?.help ?? '';
  const version = String(form.version);
  const digest = documentDigest(keys, [id, form.id, version, item, applicant, statement, name, idNo]);
  return { item, applicant, statement, digest };
}
