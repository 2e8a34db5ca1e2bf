import { compileBook, type CompiledBook } from '@/domain/benefit/compiled';
import { contextFor } from '@/domain/benefit/context';
import { evaluate } from '@/domain/benefit/evaluate';
import type { Judgement } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import type { CivilDate } from '@/domain/shared/civil-date';
import data from '@/generated/policies';
import type { Audience, Checker } from '@/stores/checker';

/** Compiled when this package is first opened. */
export const book: CompiledBook = compileBook(data);

/** All policies for the answers given; indices and local figures are those published for the day. */
export const judgeAll = ({ facts }: Pick<Checker, 'facts'>, asOf: CivilDate): readonly Judgement[] =>
  evaluate(book, { ...facts, context: contextFor(data.figures, asOf) }, asOf);

export interface Judged {
  readonly policy: Policy;
  readonly judgement: Judgement;
}

/** One audience's policies with their judgements, in the order of the book. */
export const judgedFor = (judged: readonly Judgement[], audience: Audience): readonly Judged[] =>
  judged.flatMap((judgement, index) => {
    const policy = book.policies[index]?.policy;
    return policy !== undefined && policy.audience === audience ? [{ policy, judgement }] : [];
  });

export const findPolicy = (id: string | undefined): Policy | undefined =>
  book.policies.find(({ policy }) => policy.id === id)?.policy;
