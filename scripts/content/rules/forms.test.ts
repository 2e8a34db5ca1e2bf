/** One planted fault each: exactly the rule that is for it finds it. */
import type { FormSource } from '@/domain/form/source';
import { propertyOf } from '@/domain/logic/facts';
import { formSchema } from '../form-schema';
import { loadForms } from '../form-compile';
import { loadLibrary } from '../library';
import { lintForms } from './forms';

const content = loadForms();
const library = loadLibrary();

const REVERSED = Symbol('reversed');

/** A step of a path: a key of an object; in a list the key or id of what is meant, its place, or `+` for one more. */
function placeOf(at: unknown, step: string): string | number | undefined {
  if (!Array.isArray(at)) return step;
  if (step === '+') return at.length;
  const named = at.findIndex((each: unknown) =>
    [propertyOf(each, 'key'), propertyOf(each, 'id')].includes(step),
  );
  return named >= 0 ? named : Number(step);
}

/** Sets a path in loose JSON, so that faults can be planted which the form's type would refuse; `undefined` deletes. */
function plant(target: unknown, path: string, value: unknown): void {
  const [step = '', ...rest] = path.split('.');
  const key = placeOf(target, step);
  if (typeof target !== 'object' || target === null || key === undefined) throw new Error(`no ${path}`);
  if (rest.length > 0) plant(Reflect.get(target, key), rest.join('.'), value);
  else if (value === undefined) Reflect.deleteProperty(target, key);
  else Reflect.set(target, key, value);
}

const copyOf = (id: string): unknown => JSON.parse(JSON.stringify(content.forms.get(id)));

function rulesBrokenBy(id: string, path: string, value: unknown): string[] {
  const form = JSON.parse(JSON.stringify(content.forms.get(id)));
  if (value === REVERSED) form[path].reverse();
  else plant(form, path, value);
  const forms: ReadonlyMap<string, FormSource> = new Map([[id, form]]);
  return [...new Set(lintForms({ ...content, forms }, library).map(({ rule }) => rule))];
}

describe('lint of forms', () => {
  it('finds nothing in the forms as they are', () => {
    expect(lintForms(content, library)).toEqual([]);
    expect(content.forms.size).toBe(33);
  });

  it.each<[string, string, string, unknown]>([
    ['form-id', 'legal-aid', 'id', 'legal-aids'],
    ['form-library', 'legal-aid', 'fields.applicant.block', 'nobody'],
    ['form-library', 'residence-permit', 'fields.address.fields.street.optionsFrom', 'nothing'],
    ['form-conditions', 'legal-aid', 'fields.income.showIf.fact', 'exempted'],
    ['form-conditions', 'legal-aid', 'fields.income.showIf.is', 'no-such-option'],
    ['form-order', 'temporary-relief', 'fields', REVERSED],
    ['form-order', 'gov-info-disclosure', 'pages', REVERSED],
    ['form-checks', 'remote-medical-filing', 'fields.end.checks.endSpan.id', 'endOrder'],
    ['form-checks', 'remote-medical-filing', 'fields.end.checks.endSpan.at', 'ended'],
    ['form-checks', 'remote-medical-filing', 'fields.end.checks.endSpan.reads', ['ended']],
    ['form-checks', 'remote-medical-filing', 'fields.end.checks.endOrder.after', 'endSpan'],
    [
      'form-checks',
      'remote-medical-filing',
      'fields.end.checks.endOrder.holds',
      { rule: 'noSuchRule', with: {} },
    ],
    ['form-checks', 'elderly-allowance', 'fields.applicant.checks.elderlyAge.holds.with.of', undefined],
    [
      'form-checks',
      'elderly-allowance',
      'fields.agent.checks.agentNotApplicant.holds.with.from',
      'applicant.id',
    ],
    ['form-pages', 'legal-aid', 'pages.who.fields.+', 'matter'],
    ['form-pages', 'legal-aid', 'pages.who.fields.+', 'nothing'],
    ['form-pages', 'legal-aid', 'pages.matter.fields', ['deadline']],
    ['form-pages', 'legal-aid', 'pages.who.title', '字'.repeat(25)],
    ['form-fields', 'legal-aid', 'fields.matter.label', '字'.repeat(21)],
    ['form-fields', 'legal-aid', 'fields.matter.notSure', '可以不填'],
    ['form-fields', 'prepackaged-food-filing', 'fields.machines.unique', ['number']],
    ['form-fields', 'legal-aid', 'fields.stage.options.+', { value: 'none', label: '无' }],
    ['form-guide', 'legal-aid', 'clock.days', 99],
    ['form-guide', 'legal-aid', 'materials', []],
    ['form-guide', 'legal-aid', 'materials.+', { id: 'another-paper', need: 'required', source: 'own' }],
    ['form-guide', 'legal-aid', 'materials.0.source', 'own'],
    ['form-guide', 'open-restaurant', 'joint.0.department', 'nobody'],
    ['form-guide', 'open-restaurant', 'joint.0.item', 'nothing'],
    ['form-materials', 'legal-aid', 'materials.2.when.fact', 'exempted'],
    ['form-materials', 'legal-aid', 'materials.2.whenText', undefined],
  ])('%s in %s: %s', (rule, id, path, value) => {
    expect(rulesBrokenBy(id, path, value)).toEqual([rule]);
  });
});

describe('shape of forms', () => {
  it.each<[string, string, unknown]>([
    ['a key nobody knows', 'fields.matter.colour', 'red'],
    ['a kind nobody knows', 'fields.matter.kind', 'colour'],
    ['a rule of another kind', 'fields.facts.min', 3],
    ['no options', 'fields.stage.options', undefined],
    ['options twice', 'fields.stage.optionsFrom', 'streets'],
    ['a condition that is none', 'fields.income.showIf', { fact: 'exempt' }],
    ['a key inside a group', 'fields.income.fields.monthly.size', 3],
    ['a bound that is no day', 'fields.deadline.notAfter', '2026-02-30'],
    ['a format nobody knows', 'fields.facts.format', 'poem'],
  ])('refuses %s', (_, path, value) => {
    const form = copyOf('legal-aid');
    expect(formSchema.safeParse(form).success).toBe(true);
    plant(form, path, value);
    expect(formSchema.safeParse(form).success).toBe(false);
  });
});
