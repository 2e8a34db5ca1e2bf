/** A correction: only what the notice named may change, and what appears or goes away with it. */
import { rowPath, joined, related } from '@/domain/form/answers';
import type { CaseView } from '@/domain/case/derive';
import type { CorrectionTarget } from '@/domain/case/correction';
import type { Form } from '@/domain/form/form';
import { isRecord } from '@/domain/form/kinds/kind';
import { readAnswers } from '@/domain/form/validate';
import type { AttachedMaterial } from '@/contract/cases';
import { shanghaiMoment } from '@/domain/shared/shanghai';
import { canonical, type Json } from '../crypto/canonical';
import type { Person } from '../identity/people';
import type { Service } from '../service';
import { contentErrors, fileIds, type ContentError } from './check-content';
import type { Content } from './content';

const same = (a: unknown, b: unknown): boolean =>
  canonical((a ?? null) as Json) === canonical((b ?? null) as Json);

/** Paths of the deepest values that differ; a list that grew or shrank differs as a whole. */
export function changedPaths(before: unknown, after: unknown, path = ''): readonly string[] {
  if (same(before, after)) return [];
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changedPaths(before[key], after[key], joined(path, key)));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((value, i) => changedPaths(value, after[i], rowPath(path, i)));
  return [path];
}

function changedMaterials(
  before: readonly AttachedMaterial[],
  after: readonly AttachedMaterial[],
): readonly string[] {
  const of = (all: readonly AttachedMaterial[], id: string) => all.find(({ material }) => material === id);
  const ids = new Set([...before, ...after].map(({ material }) => material));
  return [...ids].filter((id) => !same(of(before, id), of(after, id)));
}

const isNamed = (targets: readonly CorrectionTarget[], path: string): boolean =>
  targets.some((target) => target.kind === 'field' && related(target.path, path));

interface Both {
  readonly before: Content;
  readonly after: Content;
}

/** What changed without being asked for. */
function unasked(
  { store }: Service,
  form: Form,
  { before, after }: Both,
  { targets, view }: { targets: readonly CorrectionTarget[]; view: CaseView },
): readonly ContentError[] {
  const context = { asOf: view.submittedOn, calendar: store.calendar };
  const [was, is] = [before, after].map(({ answers }) => readAnswers(form, answers, context).shown);
  const comesOrGoes = (path: string): boolean => was?.has(path) !== is?.has(path);
  const paths = changedPaths(before.answers, after.answers).filter(
    (path) => !isNamed(targets, path) && !comesOrGoes(path),
  );
  const materials = changedMaterials(before.materials, after.materials).filter(
    (id) => !targets.some((target) => target.kind === 'material' && target.id === id),
  );
  return [...paths, ...materials.map((id) => `material:${id}`)].map((field) => ({
    field,
    code: 'notAllowed',
  }));
}

/**
 * Dates are judged by the day of the submission or by today, whichever is kinder: an answer that was right does not become
 * wrong while the office thinks, and a new one may be of today.
 */
export async function correctionErrors(
  service: Service,
  form: Form,
  both: Both,
  { view, person, at }: { view: CaseView; person: Person; at: number },
): Promise<readonly ContentError[]> {
  const targets = (view.correction?.items ?? []).map(({ target }) => target);
  const more = unasked(service, form, both, { targets, view });
  if (more.length > 0) return more;
  const about = { form, person, has: fileIds(form, both.before) };
  const then = await contentErrors(service, { ...about, asOf: view.submittedOn }, both.after);
  const now = await contentErrors(service, { ...about, asOf: shanghaiMoment(at).date }, both.after);
  return now.filter(({ field }) => then.some((error) => error.field === field));
}
