/** The way through a form: its pages that the answers call for, then the papers. */
import { errorsOn, pagesShown } from '@/domain/form/pages';
import type { FieldError } from '@/domain/form/error';
import type { Page } from '@/domain/form/form';
import type { Filling } from '../filling';
import { MATERIALS_PAGE } from '../forms';

const MATERIALS: Page = { id: MATERIALS_PAGE, title: '材料', fields: [] };

export const stepsOf = ({
  work,
  filled,
  materials,
}: Pick<Filling, 'work' | 'filled' | 'materials'>): readonly Page[] => [
  ...pagesShown(work.form, filled.display),
  ...(materials.length > 0 ? [MATERIALS] : []),
];

/** A page that went away since, or was never there, is the first one. */
export const stepAt = (steps: readonly Page[], id: string): number =>
  Math.max(
    0,
    steps.findIndex((step) => step.id === id),
  );

/** What is wrong with a row or a page. */
export const wrongOn = (
  page: Page,
  row: string | undefined,
  errors: readonly FieldError[],
): readonly FieldError[] =>
  row === undefined ? errorsOn(page, errors) : errors.filter(({ field }) => field.startsWith(`${row}.`));

/** The page that a path of answers is asked on. */
export const pageOf = (steps: readonly Page[], path: string): string => {
  const [top = ''] = path.split(/[.[]/);
  return steps.find(({ fields }) => fields.includes(top))?.id ?? '';
};
