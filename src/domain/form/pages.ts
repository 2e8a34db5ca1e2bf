/** Which pages and papers a person gets, by what has been answered so far. */
import { related } from './answers';
import type { FieldError } from './error';
import { holdsNow } from './evaluate';
import type { Form, FormMaterial, Page } from './form';
import type { Reading } from './reading';

/** In order; a page none of whose fields is shown is left out. */
export const pagesShown = (form: Form, reading: Reading): readonly Page[] =>
  form.pages.filter(({ fields }) => fields.some((key) => reading.shown.has(key)));

export const errorsOn = ({ fields }: Page, errors: readonly FieldError[]): readonly FieldError[] =>
  errors.filter(({ field }) => fields.some((key) => related(field, key)));

/** `ask`: whether it is needed cannot be told from the answers; the page says when it is (`whenText`). */
export type MaterialState = 'needed' | 'later' | 'notNeeded' | 'ask';

export function materialState(material: FormMaterial, reading: Reading): MaterialState {
  const { need, when, later } = material;
  if (when && !holdsNow(when, reading.env())) return 'notNeeded';
  if (need === 'conditional' && !when) return 'ask';
  return later === undefined ? 'needed' : 'later';
}

/**
 * What is sent: shown and cleaned, so that an answer to a question that went away since is not refused with
 * `hiddenField`. The draft keeps it in case the question comes back.
 */
export const answersToSend = (reading: Reading): Readonly<Record<string, unknown>> => reading.view;
