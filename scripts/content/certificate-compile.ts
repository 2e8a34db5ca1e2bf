/** src/content/certificate → the `CertificateReference` that ships, and what is wrong with it. */
import type { z } from 'zod';
import { fieldCoverage } from '@/domain/certificate/triage';
import { MATERIALS_MAX, type CertificateReference, type Parameters } from '@/domain/certificate/reference';
import { isPublicKey } from '@/domain/sm/sm2';
import {
  keysSchema,
  listingDepartmentsSchema,
  materialKindsSchema,
  parametersSchema,
  phrasesSchema,
  purposesSchema,
} from './certificate-schema';
import { emitModule } from './emit';
import { loadFile, type Loaded, type Problem } from './load';
import { departmentsSchema } from './reference-schema';
import { unconfirmedIn, type Unconfirmed } from './unconfirmed';

const FOLDER = 'certificate';
const DEPARTMENTS = 27;
/** The district's report: 45 documents before, at most nine now. */
const FORMER_DOCUMENTS = 45;

export interface CertificateContent {
  readonly departments: z.infer<typeof listingDepartmentsSchema>;
  readonly materials: z.infer<typeof materialKindsSchema>;
  readonly phrases: z.infer<typeof phrasesSchema>;
  readonly purposes: z.infer<typeof purposesSchema>;
  readonly parameters: z.infer<typeof parametersSchema>;
  readonly keys: z.infer<typeof keysSchema>;
}

const problem = (file: string, path: string, message: string): Problem => ({
  rule: 'certificate',
  level: 'error',
  file: `${FOLDER}/${file}`,
  path,
  message,
});

function departmentProblems({ departments }: CertificateContent, listed: readonly string[]): Problem[] {
  const fault = (path: string, message: string): Problem => problem('departments.yaml', path, message);
  const problems: Problem[] = [];
  if (departments.length !== DEPARTMENTS) problems.push(fault('', `应有 ${DEPARTMENTS} 个部门`));
  if (departments.map(({ id }) => id).join() !== listed.join()) {
    problems.push(fault('', '部门和次序须与 departments.yaml 的 listing 一致'));
  }
  const fields = departments.flatMap((department, i) =>
    department.fields.map((field, j) => ({ field, i, j })),
  );
  const seen = new Set<string>();
  for (const { field, i, j } of fields) {
    const path = `[${i}].fields[${j}]`;
    if (seen.has(field.id)) problems.push(fault(path, `领域 ${field.id} 写了两次`));
    seen.add(field.id);
    if (fieldCoverage(field) === 'confirmed' && field.report?.source === undefined) {
      problems.push(fault(path, '写明“可替代”的证据(C、L)须附 source'));
    }
  }
  return problems;
}

function materialProblems({ materials }: CertificateContent): Problem[] {
  const fault = (path: string, message: string): Problem => problem('materials.yaml', path, message);
  const problems: Problem[] = [];
  if (materials.length !== MATERIALS_MAX || new Set(materials.map(({ id }) => id)).size !== MATERIALS_MAX) {
    problems.push(fault('', `应有不同的 ${MATERIALS_MAX} 类材料`));
  }
  const former = materials.flatMap(({ replaces }) => replaces).reduce((sum, { copies }) => sum + copies, 0);
  if (former !== FORMER_DOCUMENTS)
    problems.push(fault('', `从前的材料应合计 ${FORMER_DOCUMENTS} 份,现为 ${former}`));
  return problems;
}

function phraseProblems({ phrases }: CertificateContent): Problem[] {
  return phrases.flatMap(({ class: kind, assessments }, i) =>
    (kind === 'A') === (assessments.length === 0)
      ? []
      : [problem('phrases.yaml', `[${i}].assessments`, 'A 类不写定性,B、C 类须写')],
  );
}

function parameterProblems({ parameters }: CertificateContent): Problem[] {
  const days = parameters.milestones.value.map(({ day }) => day);
  const rising = days.every((day, i) => day > (days[i - 1] ?? 0) && day <= parameters.days.value);
  return rising ? [] : [problem('parameters.yaml', 'milestones', '节点须逐日递增,且不晚于总天数')];
}

function keyProblems({ keys }: CertificateContent): Problem[] {
  const fault = (path: string, message: string): Problem => problem('keys.yaml', path, message);
  const ids = keys.map(({ id }) => id);
  return keys.flatMap(({ id, publicKey }, i) => [
    ...(ids.indexOf(id) === i ? [] : [fault(`[${i}].id`, `密钥 ${id} 写了两次`)]),
    ...(isPublicKey(publicKey) ? [] : [fault(`[${i}].publicKey`, '不是 SM2 曲线上的点')]),
  ]);
}

/** Faults of content that has its shape; `listed`: department ids in the order of `listing`. */
export const certificateProblems = (content: CertificateContent, listed: readonly string[]): Problem[] => [
  ...departmentProblems(content, listed),
  ...materialProblems(content),
  ...phraseProblems(content),
  ...parameterProblems(content),
  ...keyProblems(content),
];

const parametersOf = ({ parameters: all }: CertificateContent): Parameters => ({
  days: all.days.value,
  unit: all.unit.value,
  departmentDays: all.departmentDays.value,
  milestones: all.milestones.value,
  pauseLimit: all.pauseLimit.value,
  extensionDays: all.extensionDays.value,
  extensions: all.extensions.value,
  returnsBeforeCollection: all.returnsBeforeCollection.value,
  useMonths: all.useMonths.value,
  maxYears: all.maxYears.value,
  district: all.district.value,
  reportFrom: all.reportFrom.value,
});

export const toReference = (content: CertificateContent): CertificateReference => ({
  departments: content.departments,
  materials: content.materials,
  phrases: content.phrases.map(({ id, class: kind, text, assessments }) => ({
    id,
    class: kind,
    text,
    assessments,
  })),
  purposes: content.purposes.purposes.map(({ id, name, board, note }) => ({ id, name, board, note })),
  boards: content.purposes.boards,
  parameters: parametersOf(content),
  keys: content.keys,
});

/** The files as written; `undefined` when one has not its shape. */
export function loadContent(): Loaded<CertificateContent> {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const loaded = loadFile(`${FOLDER}/${file}.yaml`, schema);
    problems.push(...loaded.problems);
    return loaded.value;
  };
  const departments = read('departments', listingDepartmentsSchema);
  const materials = read('materials', materialKindsSchema);
  const phrases = read('phrases', phrasesSchema);
  const purposes = read('purposes', purposesSchema);
  const parameters = read('parameters', parametersSchema);
  const keys = read('keys', keysSchema);
  if (!departments || !materials || !phrases || !purposes || !parameters || !keys)
    return { value: undefined, problems };
  return { value: { departments, materials, phrases, purposes, parameters, keys }, problems };
}

/** Department ids of the certificate in their order, from the one table of departments. */
export function listedDepartments(): readonly string[] {
  const rows = loadFile('departments.yaml', departmentsSchema).value ?? [];
  return rows
    .filter(({ listing }) => listing !== undefined)
    .sort((a, b) => (a.listing ?? 0) - (b.listing ?? 0))
    .map(({ id }) => id);
}

export interface CertificateLibrary {
  readonly reference: CertificateReference | undefined;
  readonly problems: readonly Problem[];
  readonly unconfirmed: readonly Unconfirmed[];
}

export function loadCertificate(): CertificateLibrary {
  const { value, problems } = loadContent();
  if (!value) return { reference: undefined, problems, unconfirmed: [] };
  return {
    reference: toReference(value),
    problems: [...problems, ...certificateProblems(value, listedDepartments())],
    unconfirmed: Object.entries(value).flatMap(([name, file]) =>
      unconfirmedIn(`${FOLDER}/${name}.yaml`, file),
    ),
  };
}

/** Writes src/generated/certificate/reference; gives what is wrong. */
export function compileCertificate(): readonly Problem[] {
  const { reference, problems } = loadCertificate();
  const type = { name: 'CertificateReference', from: '@/domain/certificate/reference' };
  if (reference) emitModule('certificate/reference', type, reference);
  return problems;
}
