/** What shared data fills in. Each pull is audited, also one that fails. */
import { operations } from '@/contract/operations';
import type { Prefill } from '@/contract/people';
import { joined } from '@/domain/form/answers';
import type { Field, Form } from '@/domain/form/form';
import { err, ok } from '@/domain/shared/result';
import { findItem } from '../catalogue';
import { auditPerson } from '../identity/audit';
import type { Person } from '../identity/people';
import type { DataSource, Pulled } from '../identity/sources';
import type { Service } from '../service';
import { bind } from './call';

interface Wanted {
  readonly field: string;
  /** The key in the block: what the source calls it. */
  readonly key: string;
  readonly source: string;
}

/** Fields that are filled from somewhere: those of blocks, whose keys mean the same in every form. */
const wantedBy = (fields: readonly Field[], path = ''): readonly Wanted[] =>
  fields.flatMap((field): readonly Wanted[] => {
    const at = joined(path, field.key);
    if (field.kind === 'group') return wantedBy(field.fields, at);
    return field.prefill !== undefined && path !== ''
      ? [{ field: at, key: field.key, source: field.prefill }]
      : [];
  });

type Values = Prefill['values'];

const valuesFrom = (
  { name, correctAt }: DataSource,
  { values, on }: Pulled,
  wanted: readonly Wanted[],
): Values =>
  wanted.flatMap(({ field, key, source }) =>
    source === name && Object.hasOwn(values, key)
      ? [{ field, value: values[key], source: name, on, correctAt }]
      : [],
  );

async function pullAll(
  { store, providers }: Service,
  person: Person,
  form: Form,
  at: number,
): Promise<Prefill> {
  const wanted = wantedBy(form.fields);
  const values: Values = [];
  const failed: string[] = [];
  const audit = (source: string, found: boolean): Promise<void> =>
    auditPerson(store, person.id, { action: 'pulled', about: { item: form.id, source, found } }, at);
  for (const name of new Set(wanted.map(({ source }) => source))) {
    const source = providers.sources.find((known) => known.name === name);
    if (!source) continue;
    const pulled = await source.pull(person);
    await audit(name, pulled.ok);
    if (pulled.ok) values.push(...valuesFrom(source, pulled.value, wanted));
    else failed.push(name);
  }
  for (const { id, source } of form.materials) {
    if (source !== 'shared') continue;
    const found = await providers.licences.has(person, form.id, id);
    await audit(id, found);
    if (!found) failed.push(id);
  }
  return { values, failed };
}

export const prefillRoutes = [
  bind(operations.prefill, async (service, { params, person, at }) => {
    const item = findItem(params['form'] ?? '');
    return item ? ok(await pullAll(service, person, item.form, at)) : err({ code: 'notFound' });
  }),
];
