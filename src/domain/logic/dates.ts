import { addDays, addMonths, dateOf } from '../shared/civil-date';
import type { Compiler, DateEvaluator } from './compiler';
import type { DateExpr } from './condition';
import { dateIn, factReader } from './facts';
import { mapped, missingAt, valued } from './reading';

function compileLiteral(text: string): DateEvaluator {
  if (text === 'asOf') return ({ asOf }) => valued(asOf);
  const reading = valued(dateOf(text));
  return () => reading;
}

/** A fact that is not a date counts as not given. */
export function dateFact(path: string): DateEvaluator {
  const { read, missing } = factReader(path);
  return (env) => {
    const date = dateIn(read(env));
    return date ? valued(date) : missingAt(missing(env));
  };
}

export function compileDate(expression: DateExpr, compiler: Compiler): DateEvaluator {
  if (typeof expression === 'string') return compileLiteral(expression);
  if ('fact' in expression) return dateFact(expression.fact);
  if ('monthStart' in expression) {
    const inner = compiler.date(expression.monthStart);
    return (env) => mapped(inner(env), ({ year, month }) => ({ year, month, day: 1 }));
  }
  if ('yearEnd' in expression) {
    const inner = compiler.int(expression.yearEnd);
    return (env) => mapped(inner(env), (year) => ({ year, month: 12, day: 31 }));
  }
  const { years = 0, months = 0, days = 0 } = expression;
  const inner = compiler.date(expression.plus);
  return (env) => mapped(inner(env), (date) => addDays(addMonths(date, years * 12 + months), days));
}
