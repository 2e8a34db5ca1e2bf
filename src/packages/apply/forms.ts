import type { Form } from '@/domain/form/form';
import type { FormContext } from '@/domain/form/reading';
import { openForm } from '@/domain/form/source';
import calendar from '@/generated/calendar';
import library from '@/generated/form-library';
import forms from '@/generated/forms';
import { guideOf } from '@/shell/catalogue';
import { nowInShanghai } from '@/shell/today';

const opened = new Map<string, Form>();

/** A form with its blocks filled in, opened once; `undefined` for an id that is not among the 33. */
export function findForm(id: string | undefined): Form | undefined {
  if (id === undefined) return undefined;
  const known = opened.get(id);
  if (known !== undefined) return known;
  const source = forms[id]?.();
  if (source === undefined) return undefined;
  const form = openForm(source, library);
  opened.set(id, form);
  return form;
}

export const contextNow = (): FormContext => ({ asOf: nowInShanghai().date, calendar });

/** The name of an item, as its guide has it. */
export const itemName = (id: string): string => guideOf(id)?.name ?? id;

/** Papers are handed in on a last page that is not written in any form. */
export const MATERIALS_PAGE = '#materials';
