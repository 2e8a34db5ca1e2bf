/** The lint over forms: everything that they name exists, is asked in time, and agrees with the guide. */
import { evaluatorOf } from '@/domain/form/evaluate';
import type { Field, Form } from '@/domain/form/form';
import { openForm, type FormLibrary } from '@/domain/form/source';
import { checksOf } from '@/domain/form/validate';
import type { Guide, TimeLimit } from '@/domain/guide/guide';
import type { FormContent } from '../form-compile';
import { asksAnyPerson, placesOf, referencesIn, scopeOf, type Place } from '../form-paths';
import type { Library } from '../library';
import type { Problem } from '../load';
import { when, type Fault } from './rule';

const MOST_LABEL = 20;
const MOST_TITLE = 24;
const lengthOf = (text: string): number => [...text].length;

interface FormScene {
  readonly form: Form;
  readonly places: ReadonlyMap<string, Place>;
  readonly guide: Guide | undefined;
  readonly library: Library;
}

interface FormRule {
  readonly id: string;
  readonly check: (scene: FormScene) => readonly Fault[];
}

const repeated = (items: readonly string[]): readonly string[] =>
  items.filter((item, i) => items.indexOf(item) !== i);

const optionsOf = (field: Field | undefined): readonly string[] | undefined =>
  field?.kind === 'choice' || field?.kind === 'multi' ? field.options.map(({ value }) => value) : undefined;

const inBlock = (scope: string, places: ReadonlyMap<string, Place>): boolean => {
  const field = places.get(scope)?.field;
  return field?.kind === 'group' && field.block !== undefined;
};

/** Paths and option values in one condition. */
function conditionFaults(condition: unknown, scope: string, at: string, { places }: FormScene): Fault[] {
  return [...referencesIn(condition, scope)].flatMap(({ path, values }) => {
    const place = places.get(path);
    if (!place) return [{ path: at, message: `条件里的 ${path} 不存在` }];
    // A block speaks of all its options, also in forms that allow only some of them.
    const options = inBlock(scope, places) ? undefined : optionsOf(place.field);
    return values
      .filter((value) => options && !options.includes(String(value)))
      .map((value) => ({ path: at, message: `${path} 没有选项 ${String(value)}` }));
  });
}

/** A named rule that cannot read what it is given throws when it is compiled. */
function compileFaults(condition: Parameters<typeof evaluatorOf>[0], at: string): Fault[] {
  try {
    evaluatorOf(condition);
    return [];
  } catch (error) {
    return [{ path: at, message: error instanceof Error ? error.message : String(error) }];
  }
}

const fields = ({ places }: FormScene): (readonly [string, Place])[] =>
  [...places].filter(([path, { field }]) => path.endsWith(field.key));

const conditionRule: FormRule = {
  id: 'form-conditions',
  check: (scene) =>
    fields(scene).flatMap(([path, { field }]) =>
      [field.showIf, field.required].flatMap((condition) =>
        typeof condition === 'object'
          ? [...conditionFaults(condition, scopeOf(path), path, scene), ...compileFaults(condition, path)]
          : [],
      ),
    ),
};

/** One pass over the answers decides what is shown: nothing may wait for what comes later, in the form or on its pages. */
const orderRule: FormRule = {
  id: 'form-order',
  check: (scene) => {
    const { form, places } = scene;
    const pageOf = (top: string): number => form.pages.findIndex((page) => page.fields.includes(top));
    return fields(scene).flatMap(([path, { field, order, top }]) => {
      if (!field.showIf) return [];
      const read = [...referencesIn(field.showIf, scopeOf(path))].flatMap((each) => {
        const place = places.get(each.path);
        return place ? [place] : [];
      });
      const persons = asksAnyPerson(field.showIf)
        ? fields(scene)
            .map(([, place]) => place)
            .filter((place) => place.field.person)
        : [];
      return [
        ...when(
          [...read, ...persons].some((place) => place.order > order),
          path,
          'showIf 只能读在它前面的字段',
        ),
        ...when(
          read.some((place) => pageOf(place.top) > pageOf(top)),
          path,
          'showIf 读的字段要在同一页或前面的页',
        ),
      ];
    });
  },
};

const checkRule: FormRule = {
  id: 'form-checks',
  check: (scene) => {
    const checks = checksOf(scene.form.fields);
    const ids = checks.map(({ id }) => id);
    return checks.flatMap((check, i) => {
      const at = check.at.replace('[i]', '[]');
      const scope = at.includes('[]') ? at.slice(0, at.indexOf('[]') + 2) : '';
      const missing = [at, ...check.reads].filter((path) => !scene.places.has(path));
      return [
        ...when(ids.indexOf(check.id) !== i, check.id, '检查的编号重复'),
        ...missing.map((path) => ({ path: check.id, message: `${path} 不存在` })),
        ...when(
          check.after !== undefined && !ids.slice(0, i).includes(check.after),
          check.id,
          'after 要写在它前面的检查',
        ),
        ...[check.when, check.holds].flatMap((condition) =>
          condition
            ? [...conditionFaults(condition, scope, check.id, scene), ...compileFaults(condition, check.id)]
            : [],
        ),
      ];
    });
  },
};

const pageRule: FormRule = {
  id: 'form-pages',
  check: ({ form }) => {
    const paged = form.pages.flatMap((page) => page.fields);
    const keys = form.fields.map(({ key }) => key);
    return [
      ...repeated(paged).map((key) => ({ path: 'pages', message: `${key} 出现在两页` })),
      ...keys
        .filter((key) => !paged.includes(key))
        .map((key) => ({ path: 'pages', message: `${key} 不在任何一页` })),
      ...paged
        .filter((key) => !keys.includes(key))
        .map((key) => ({ path: 'pages', message: `没有字段 ${key}` })),
      ...repeated(form.pages.map(({ id }) => id)).map((id) => ({
        path: 'pages',
        message: `页编号 ${id} 重复`,
      })),
      ...form.pages.flatMap(({ id, title, fields: on }) => [
        ...when(lengthOf(title) > MOST_TITLE, `pages.${id}`, `页标题不超过 ${MOST_TITLE} 个字`),
        ...when(on.length > 5, `pages.${id}`, '一页最多 5 个紧密相关的字段，请拆开'),
      ]),
    ];
  },
};

const fieldRule: FormRule = {
  id: 'form-fields',
  check: (scene) =>
    fields(scene).flatMap(([path, { field }]) => {
      const inner = field.kind === 'group' ? field.fields : field.kind === 'rows' ? field.columns : [];
      const keys = inner.map(({ key }) => key);
      const unique = field.kind === 'rows' ? (field.unique ?? []) : [];
      return [
        ...when(lengthOf(field.label) > MOST_LABEL, path, `标签不超过 ${MOST_LABEL} 个字`),
        ...when(
          field.notSure !== undefined && field.required !== false,
          path,
          '必填的字段不能“不清楚就不填”',
        ),
        ...repeated(keys).map((key) => ({ path, message: `${key} 重复` })),
        ...unique
          .filter((key) => !keys.includes(key))
          .map((key) => ({ path, message: `unique 的 ${key} 不存在` })),
        ...repeated(optionsOf(field) ?? []).map((value) => ({ path, message: `选项 ${value} 重复` })),
      ];
    }),
};

const sameClock = (clock: Form['clock'], promised: TimeLimit): boolean => {
  switch (promised.kind) {
    case 'limit':
      return clock.kind === 'days' && clock.days === promised.days && clock.unit === promised.unit;
    case 'instant':
      return clock.kind === 'instant' || clock.kind === 'scheduled';
    default:
      return clock.kind === 'scheduled';
  }
};

/** The guide is what residents were told; the form may not ask for more or promise less. */
const guideRule: FormRule = {
  id: 'form-guide',
  check: ({ form, guide, library }) => {
    const joint = (form.joint ?? []).flatMap(({ department, item }) => [
      ...when(!library.departments.some(({ id }) => id === department), 'joint', `部门 ${department} 不存在`),
      ...when(
        !(optionsOf(form.fields.find(({ key }) => key === 'subItems')) ?? []).includes(item),
        'joint',
        `subItems 没有选项 ${item}`,
      ),
    ]);
    if (!guide) return [...joint, { path: 'id', message: '没有同名的指南' }];
    const asked = form.materials.map(({ id }) => id);
    return [
      ...joint,
      ...when(!sameClock(form.clock, guide.time.promised), 'clock', '办理期限与指南的承诺期限不一致'),
      ...form.materials.flatMap((material) => {
        const listed = guide.materials.find(({ id }) => id === material.id);
        if (!listed) return [{ path: 'materials', message: `指南里没有材料 ${material.id}` }];
        return when(
          listed.source !== material.source && listed.source !== 'issued',
          `materials.${material.id}`,
          `材料来源与指南（${listed.source}）不一致`,
        );
      }),
      ...guide.materials
        .filter(({ id }) => !asked.includes(id))
        .map(({ id }) => ({ path: 'materials', message: `缺少指南里的材料 ${id}` })),
    ];
  },
};

const materialRule: FormRule = {
  id: 'form-materials',
  check: (scene) =>
    scene.form.materials.flatMap((material) => [
      ...(material.when ? conditionFaults(material.when, '', `materials.${material.id}`, scene) : []),
      ...when(
        material.need === 'conditional' && material.whenText === undefined,
        `materials.${material.id}`,
        '情形材料要写 whenText',
      ),
    ]),
};

const formRules: readonly FormRule[] = [
  conditionRule,
  orderRule,
  checkRule,
  pageRule,
  fieldRule,
  guideRule,
  materialRule,
];

/** Names of blocks and catalogues throw when a form is opened. */
function opened(name: string, { forms }: FormContent, library: FormLibrary): Form | Fault {
  const source = forms.get(name);
  try {
    if (source) return openForm(source, library);
  } catch (error) {
    return { path: '', message: error instanceof Error ? error.message : String(error) };
  }
  return { path: '', message: '没有这张表' };
}

export function lintForms(content: FormContent, library: Library): readonly Problem[] {
  const problems: Problem[] = [...content.problems];
  for (const name of content.forms.keys()) {
    const report = (rule: string, { path, message, level }: Fault): void => {
      problems.push({ rule, level: level ?? 'error', file: `forms/${name}.yaml`, path, message });
    };
    const form = opened(name, content, content.library);
    if ('message' in form) {
      report('form-library', form);
      continue;
    }
    if (form.id !== name) report('form-id', { path: 'id', message: 'id 须与文件名相同' });
    const scene = { form, places: placesOf(form), guide: library.guides.get(name), library };
    for (const rule of formRules) rule.check(scene).forEach((fault) => report(rule.id, fault));
  }
  return problems;
}
