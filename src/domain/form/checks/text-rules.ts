/** Rules that compare text: names, numbers of people and of papers. */
import type { Evaluator } from '../../logic/compiler';
import { decided, MET } from '../../logic/outcome';
import { valueAt, valuesAt } from '../answers';
import { checkDocument } from '../documents';
import { textOf } from '../kinds/kind';
import { intGiven, textGiven, textsGiven } from './given';

/** `value` is one of those at `among` (`children[].name` is a column). Nothing to compare with is no fault. */
export function equalsOneOf(given: unknown): Evaluator {
  const value = textGiven(given, 'value');
  const among = textsGiven(given, 'among');
  return (env) => {
    const mine = textOf(valueAt(value, env));
    const others = among.flatMap((path) => valuesAt(path, env)).filter((each) => textOf(each) !== '');
    return mine === '' || others.length === 0 ? MET : decided(others.includes(mine));
  };
}

export function differs(given: unknown): Evaluator {
  const value = textGiven(given, 'value');
  const from = textGiven(given, 'from');
  return (env) => {
    const mine = textOf(valueAt(value, env));
    return mine === '' ? MET : decided(mine !== valueAt(from, env));
  };
}

/** The first `length` characters of `value` are those of `as` (the whole of it when it is shorter). */
export function samePrefix(given: unknown): Evaluator {
  const value = textGiven(given, 'value');
  const as = textGiven(given, 'as');
  const length = intGiven(given, 'length', 0);
  return (env) => {
    const [mine, other] = [textOf(valueAt(value, env)), textOf(valueAt(as, env))];
    return mine === '' || other === '' ? MET : decided(mine.slice(0, length) === other.slice(0, length));
  };
}

/** The part of `value` after `skip` characters is a resident's number with a real birth date and check digit. */
export function holdsResidentId(given: unknown): Evaluator {
  const value = textGiven(given, 'value');
  const skip = intGiven(given, 'skip', 0);
  return (env) => {
    const number = textOf(valueAt(value, env)).slice(skip);
    return number === '' ? MET : decided(checkDocument(number, 'residentId', env.asOf) === undefined);
  };
}
