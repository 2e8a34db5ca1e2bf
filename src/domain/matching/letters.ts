/**
 * Why a policy came out as it did, in a letter a condition: a white list of millions keeps them all. In the order of the
 * policy's conditions; one group of letters more for each row (child, person hired).
 */
import type { Judgement } from '../benefit/judge';
import type { Policy } from '../benefit/policy';

/** `-`: the condition was not set for this one. `t`: only time is lacking. */
export type ReasonLetter = 'm' | 'u' | 't' | 'k' | '-';

const isLetter = (text: string): text is ReasonLetter => ['m', 'u', 't', 'k', '-'].includes(text);

interface Named {
  readonly id: string;
  readonly text: string;
  readonly clause: string;
}

/** The conditions that letters stand for: of the policy itself, and of each row. */
export function lettered({ inForce, conditions, rows }: Policy): {
  readonly own: readonly Named[];
  readonly ofRow: readonly Named[];
} {
  return {
    own: [...(inForce ? [{ ...inForce, id: 'inForce' }] : []), ...conditions, ...(rows ? [rows] : [])],
    ofRow: rows?.conditions ?? [],
  };
}

type Reason = Judgement['reasons'][number];

function letterOf(reason: Reason | undefined): ReasonLetter {
  if (!reason) return '-';
  const { result, from } = reason.outcome;
  switch (result) {
    case 'met':
      return 'm';
    case 'unmet':
      return from ? 't' : 'u';
    case 'unknown':
      return 'k';
  }
}

const group = (named: readonly Named[], reasons: readonly Reason[], index: number | undefined): string =>
  named
    .map(({ id }) => letterOf(reasons.find((each) => each.condition === id && each.index === index)))
    .join('');

export function toLetters(policy: Policy, { reasons }: Pick<Judgement, 'reasons'>): string {
  const { own, ofRow } = lettered(policy);
  const last = reasons.reduce((most, { index = -1 }) => Math.max(most, index), -1);
  const groups = [group(own, reasons, undefined)];
  for (let row = 0; row <= last; row += 1) groups.push(group(ofRow, reasons, row));
  return groups.join('|');
}

export interface ReadReason extends Named {
  readonly letter: ReasonLetter;
  readonly row?: number;
}

/** `undefined` when they are not of these conditions: the policy has changed since. */
export function fromLetters(policy: Policy, letters: string): readonly ReadReason[] | undefined {
  const { own, ofRow } = lettered(policy);
  const read: ReadReason[] = [];
  for (const [i, text] of letters.split('|').entries()) {
    const named = i === 0 ? own : ofRow;
    if (text.length !== named.length) return undefined;
    for (const [j, { id, text: sentence, clause }] of named.entries()) {
      const letter = text.charAt(j);
      if (!isLetter(letter)) return undefined;
      read.push({ id, text: sentence, clause, letter, ...(i > 0 ? { row: i - 1 } : {}) });
    }
  }
  return read;
}
