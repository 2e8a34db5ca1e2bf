/** Whether what was sent can be taken: the form's own rules, its materials, and files that are the sender's own. */
import type { AttachedMaterial } from '@/contract/cases';
import { joined, rowPath } from '@/domain/form/answers';
import type { Field, Form, FormMaterial } from '@/domain/form/form';
import { materialState } from '@/domain/form/pages';
import type { Reading } from '@/domain/form/reading';
import { readAnswers } from '@/domain/form/validate';
import { propertyOf } from '@/domain/logic/facts';
import type { CivilDate } from '@/domain/shared/civil-date';
import { findOwn } from '../files/attachments';
import type { Person } from '../identity/people';
import type { Service } from '../service';
import { signerFaults } from '../signatures/plan';
import { fileIdsIn, type Content } from './content';

/** As the contract says it: codes of the form's validator, and of materials by `material:ID`. */
export interface ContentError {
  readonly field: string;
  readonly code: string;
  readonly check?: string;
}

interface NamedFiles {
  readonly path: string;
  readonly ids: readonly string[];
}

/** Every field with files in it, rows and groups included. */
function filesIn(fields: readonly Field[], values: unknown, path = ''): readonly NamedFiles[] {
  return fields.flatMap((field): readonly NamedFiles[] => {
    const at = joined(path, field.key);
    const value = propertyOf(values, field.key);
    switch (field.kind) {
      case 'group':
        return filesIn(field.fields, value, at);
      case 'rows':
        return (Array.isArray(value) ? value : []).flatMap((row, i) =>
          filesIn(field.columns, row, rowPath(at, i)),
        );
      case 'files':
      case 'image':
        return [{ path: at, ids: fileIdsIn(value) }];
      default:
        return [];
    }
  });
}

export const fileIds = ({ fields }: Form, { answers, materials }: Content): readonly string[] => [
  ...filesIn(fields, answers).flatMap(({ ids }) => ids),
  ...materials.flatMap(({ files }) => files),
];

const fieldOf = ({ id }: { readonly id: string }): string => `material:${id}`;

/** What is wrong with how one material came. */
function wayFault({ source, later }: FormMaterial, { as, files }: AttachedMaterial): string | undefined {
  switch (as) {
    case 'uploaded':
      return files.length === 0 ? 'required' : undefined;
    case 'shared':
      return source === 'own' || files.length > 0 ? 'notAllowed' : undefined;
    case 'later':
      return later === undefined || files.length > 0 ? 'notAllowed' : undefined;
  }
}

function materialErrors(
  form: Form,
  materials: readonly AttachedMaterial[],
  reading: Reading,
): ContentError[] {
  const errors: ContentError[] = [];
  const given = new Map<string, AttachedMaterial>();
  for (const attached of materials) {
    const known = form.materials.find(({ id }) => id === attached.material);
    const fault = known ? wayFault(known, attached) : 'unknownField';
    if (fault) errors.push({ field: fieldOf({ id: attached.material }), code: fault });
    if (given.has(attached.material))
      errors.push({ field: fieldOf({ id: attached.material }), code: 'duplicate' });
    given.set(attached.material, attached);
  }
  for (const material of form.materials) {
    const isMissing = material.source === 'own' && !given.has(material.id);
    if (isMissing && materialState(material, reading) === 'needed')
      errors.push({ field: fieldOf(material), code: 'required' });
  }
  return errors;
}

function ownershipErrors(form: Form, content: Content, known: ReadonlySet<string>): ContentError[] {
  const isForeign = (ids: readonly string[]): boolean => ids.some((id) => !known.has(id));
  return [
    ...filesIn(form.fields, content.answers)
      .filter(({ ids }) => isForeign(ids))
      .map(({ path }) => ({ field: path, code: 'notAllowed' })),
    ...content.materials
      .filter(({ files }) => isForeign(files))
      .map(({ material }) => ({ field: fieldOf({ id: material }), code: 'notAllowed' })),
  ];
}

interface About {
  readonly form: Form;
  /** Whose files may be named, and who signs for nobody else. */
  readonly person: Person;
  readonly asOf: CivilDate;
  /** Files that the case has already: a scanner may have found something in one meanwhile, which is another matter. */
  readonly has?: readonly string[];
}

/** Everything wrong on that day; one error a path. */
export async function contentErrors(
  { store }: Service,
  { form, person, asOf, has = [] }: About,
  content: Content,
): Promise<readonly ContentError[]> {
  const reading = readAnswers(form, content.answers, { asOf, calendar: store.calendar });
  const own = (await findOwn(store, person.id, fileIds(form, content))).map(({ id }) => id);
  const all: readonly ContentError[] = [
    ...reading.list,
    ...materialErrors(form, content.materials, reading),
    ...ownershipErrors(form, content, new Set([...own, ...has])),
    ...signerFaults(form, content.answers, person),
  ];
  return all.filter(({ field }, i) => all.findIndex((other) => other.field === field) === i);
}
