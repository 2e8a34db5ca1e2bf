/** Who signs an application, and how each one will: the answer of a `signatures` field. */
import { valuesAt } from './answers';
import type { Field, Form } from './form';
import { compactUpper, isRecord, textOf } from './kinds/kind';
import type { SignaturesField } from './kinds/files';
import { signerOf } from './kinds/files';
import type { Env } from '../logic/facts';

/**
 * In the place of a file: the signer is the one who fills in and signs here; by a link on the signer's own phone; or at the
 * window. Nobody signs for another.
 */
export const SIGN_WAYS = ['here', 'phone', 'window'] as const;
export type SignWay = (typeof SIGN_WAYS)[number];

export interface Signer {
  /** Key of the field that asks. */
  readonly field: string;
  readonly idNo: string;
  readonly name: string;
  /** Absent: something else than one of the ways. */
  readonly way?: SignWay;
}

export const signatureFields = ({ fields }: Form): readonly Extract<Field, SignaturesField>[] =>
  fields.filter((field) => field.kind === 'signatures');

/** The name that stands beside an identity number anywhere in the answers. */
export function nameBeside(answers: unknown, idNo: string): string {
  if (Array.isArray(answers))
    return answers.map((each) => nameBeside(each, idNo)).find((name) => name !== '') ?? '';
  if (!isRecord(answers)) return '';
  const name = textOf(answers['name']);
  if (compactUpper(answers['idNo']) === idNo && name !== '') return name;
  return nameBeside(Object.values(answers), idNo);
}

export function signersIn(form: Form, answers: Readonly<Record<string, unknown>>): readonly Signer[] {
  return signatureFields(form).flatMap(({ key }) => {
    const value = answers[key];
    return (Array.isArray(value) ? value : []).map((each): Signer => {
      const idNo = signerOf(each);
      const way = SIGN_WAYS.find((known) => isRecord(each) && each['fileId'] === known);
      return { field: key, idNo, name: nameBeside(answers, idNo), ...(way ? { way } : {}) };
    });
  });
}

/** Identity numbers of those who are asked to sign: `people` and `always` of the field's checks. */
export function askedToSign(
  { checks = [] }: Extract<Field, SignaturesField>,
  env: Pick<Env, 'facts' | 'scope'>,
): readonly string[] {
  const given = checks.flatMap(({ holds }): readonly unknown[] => ('rule' in holds ? [holds.with] : []));
  const lists = given.filter(isRecord).flatMap((each) => [each['people'], each['always']]);
  const paths = new Set(lists.flat().filter((path) => typeof path === 'string'));
  const numbers = [...paths].flatMap((path) => valuesAt(path, env)).map((each) => textOf(compactUpper(each)));
  return [...new Set(numbers)].filter((idNo) => idNo !== '');
}
