/** A resident's application out of the forms' samples: files are really uploaded, materials as the phone would name them. */
import { openedForms, type Opened } from '../content/forms/library';
import { getPath, withPath } from '../content/forms/set';
import type { AttachedMaterial, SubmitRequest } from '@/contract/cases';
import { paths } from '@/contract/paths';
import { materialState } from '@/domain/form/pages';
import { readAnswers } from '@/domain/form/validate';
import { isRecord } from '@/domain/form/kinds/kind';
import { joined } from '@/domain/form/answers';
import type { Field } from '@/domain/form/form';
import { newKey, textField, type Api } from './api';
import { jpeg } from './pictures';

export const formIds = [...openedForms.keys()];

export function openedForm(id: string): Opened {
  const opened = openedForms.get(id);
  if (!opened) throw new Error(`no form ${id}`);
  return opened;
}

export const firstSample = (id: string): Readonly<Record<string, unknown>> => {
  const [sample] = Object.values(openedForm(id).samples);
  if (!sample) throw new Error(`no sample of ${id}`);
  return sample;
};

/** Paths of the fields that hold files, in groups too. */
const filePaths = (fields: readonly Field[], path = ''): readonly string[] =>
  fields.flatMap((field) => {
    const at = joined(path, field.key);
    if (field.kind === 'group') return filePaths(field.fields, at);
    return ['files', 'image', 'signatures'].includes(field.kind) ? [at] : [];
  });

async function uploaded(api: Api, token: string, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => uploaded(api, token, one)));
  if (!isRecord(value)) return value;
  // Signatures are no files: the samples' people sign on their own phones.
  if ('fileId' in value) return { ...value, fileId: 'phone' };
  return { ...value, id: textField(await api.upload(token, jpeg()), 'id') };
}

/** The sample, with every file in it uploaded by this person. */
export async function answersFor(api: Api, token: string, id: string, sample = firstSample(id)) {
  let answers: unknown = sample;
  for (const path of filePaths(openedForm(id).form.fields)) {
    const value = getPath(answers, path);
    if (value !== undefined) answers = withPath(answers, path, await uploaded(api, token, value));
  }
  if (!isRecord(answers)) throw new Error('answers are an object');
  return answers;
}

export async function materialsFor(
  api: Api,
  token: string,
  id: string,
  answers: unknown,
): Promise<AttachedMaterial[]> {
  const { form, context } = openedForm(id);
  const reading = readAnswers(form, answers, context);
  const materials: AttachedMaterial[] = [];
  for (const material of form.materials) {
    if (material.source === 'platform' || materialState(material, reading) !== 'needed') continue;
    if (material.source === 'shared') materials.push({ material: material.id, files: [], as: 'shared' });
    else {
      const file = textField(await api.upload(token, jpeg()), 'id');
      materials.push({ material: material.id, files: [file], as: 'uploaded' });
    }
  }
  return materials;
}

export async function requestFor(api: Api, token: string, id: string): Promise<SubmitRequest> {
  const answers = await answersFor(api, token, id);
  const { version } = openedForm(id).form;
  return { form: id, formVersion: version, answers, materials: await materialsFor(api, token, id, answers) };
}

/** The number of a case that was just submitted. */
export async function submitted(api: Api, token: string, id = 'elderly-allowance'): Promise<string> {
  const body = await requestFor(api, token, id);
  const response = await api.call('POST', paths.cases, { token, body, key: newKey() });
  if (response.statusCode !== 200) throw new Error(response.body);
  return textField(response, 'number');
}
