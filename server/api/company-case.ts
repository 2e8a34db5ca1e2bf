/** Cases of companies: who sends and who acts is asked of the register each time. */
import type { Form } from '@/domain/form/form';
import { compactUpper, textOf } from '@/domain/form/kinds/kind';
import { propertyOf } from '@/domain/logic/facts';
import { mayActFor } from '../grants/standing';
import type { Person } from '../identity/people';
import type { Refused } from '../problem';
import type { Service } from '../service';
import { refusalOfStanding } from './companies';

const blockOf = ({ fields }: Form): string | undefined =>
  fields.find((field) => field.kind === 'group' && field.block === 'enterprise')?.key;

/** The company that the application is made for. */
export function companyIn(form: Form, answers: Readonly<Record<string, unknown>>): string | undefined {
  const block = blockOf(form);
  const code = block === undefined ? '' : textOf(compactUpper(propertyOf(answers[block], 'uscc')));
  return code === '' ? undefined : code;
}

/** Nobody does anything for a company without being its legal representative or having that person's grant. */
export async function companyRefusal(
  service: Service,
  company: string | undefined,
  { person, at }: { readonly person: Person; readonly at: number },
): Promise<Refused | undefined> {
  if (company === undefined) return undefined;
  const standing = await mayActFor(service, person, company, at);
  return standing.ok ? undefined : refusalOfStanding(standing.error);
}
