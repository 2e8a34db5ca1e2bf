/** The signatures that an application brings: given on the spot by who sends it, or still to be given by others. */
import type { Transaction } from 'kysely';
import type { Form } from '@/domain/form/form';
import { signersIn, type Signer } from '@/domain/form/signers';
import type { Store } from '../cases/store';
import type { Database, SignaturesTable } from '../db/schema';
import type { Person } from '../identity/people';
import { documentOf } from './document';
import { newRow, type Signature } from './rows';

type Answers = Readonly<Record<string, unknown>>;

export interface SignerFault {
  readonly field: string;
  readonly code: 'notAllowed';
}

/** What was sent in the place of a signature is one of the ways, and "here" is the sender's own hand. */
export function signerFaults(form: Form, answers: Answers, { idNo }: Person): readonly SignerFault[] {
  return signersIn(form, answers)
    .filter(({ way, idNo: signer }) => way === undefined || (way === 'here' && signer !== idNo))
    .map(({ field }) => ({ field, code: 'notAllowed' }));
}

export interface SignaturePlan {
  /** Ids of those that are still to be given. */
  readonly unsigned: readonly string[];
  /** Absent where there is nothing to write. */
  readonly write?: (tx: Transaction<Database>, caseId: string) => Promise<void>;
}

type Row = Omit<SignaturesTable, 'case_id'>;

interface Planned {
  readonly signer: Signer;
  readonly row: Row;
}

function signedHere(
  { keys }: Store,
  { signer, row }: Planned,
  { form, itemName, person, at }: Pick<Planning, 'form' | 'itemName' | 'person' | 'at'>,
): Row {
  if (signer.way !== 'here') return row;
  const { digest } = documentOf(keys, {
    form,
    itemName,
    applicant: person.name,
    signature: { ...row, ...signer },
  });
  return { ...row, signed_at: at, signed_by: person.id, signed_where: 'phone', document_digest: digest };
}

export interface Planning {
  readonly form: Form;
  readonly itemName: string;
  readonly answers: Answers;
  readonly person: Person;
  /** Of the case as it is; none for a new one. */
  readonly before: readonly Signature[];
  readonly at: number;
}

/** Who signed already has signed; who is no longer named is asked no more. */
export function planSignatures(store: Store, planning: Planning): SignaturePlan {
  const { form, answers, before, at } = planning;
  const signers = signersIn(form, answers);
  const isOf = (signer: Signer) => (one: Signature) => one.field === signer.field && one.idNo === signer.idNo;
  const kept = before.filter((one) => signers.some((signer) => isOf(signer)(one)));
  const dropped = before.filter((one) => !kept.includes(one)).map(({ id }) => id);
  const added = signers
    .filter((signer) => !kept.some(isOf(signer)))
    .map((signer) => {
      const way = signer.way === 'window' ? 'window' : 'phone';
      return signedHere(store, { signer, row: newRow(store.keys, { ...signer, way }, at) }, planning);
    });
  const unsigned = [...kept, ...added].filter(({ signed_at }) => signed_at === null).map(({ id }) => id);
  if (dropped.length + added.length === 0) return { unsigned };
  return {
    unsigned,
    write: async (tx, caseId) => {
      if (dropped.length > 0)
        await tx
          .updateTable('signatures')
          .set({ dropped_at: at, token_digest: null })
          .where('id', 'in', dropped)
          .execute();
      if (added.length > 0)
        await tx
          .insertInto('signatures')
          .values(added.map((row) => ({ ...row, case_id: caseId })))
          .execute();
    },
  };
}
