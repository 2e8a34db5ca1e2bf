/** A token for each form: made of the session and the form's address, so that none serves for another. */
import { timingSafeEqual } from 'node:crypto';
import { blindIndex } from '../crypto/keys';
import type { Service } from '../service';
import { html, type Html, type Part } from './html';
import type { Visit } from './route';

export const csrfToken = ({ store }: Service, session: string, path: string): string =>
  blindIndex(store.keys, 'csrf', `${session} ${path}`);

export function isCsrfToken(service: Service, session: string, path: string, token: string): boolean {
  const [expected, given] = [Buffer.from(csrfToken(service, session, path)), Buffer.from(token)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

type Here = Pick<Visit, 'service' | 'session'>;

const tokenField = ({ service, session }: Here, path: string): Html =>
  html`<input type="hidden" name="csrf" value="${csrfToken(service, session, path)}" />`;

export const form = (here: Here, path: string, ...content: readonly Part[]): Html =>
  html`<form method="post" action="${path}">${tokenField(here, path)}${content}</form>`;

/** With a file in it, in the field `file`. */
export const fileForm = (here: Here, path: string, ...content: readonly Part[]): Html =>
  html`<form method="post" action="${path}" enctype="multipart/form-data">
    ${tokenField(here, path)}${content}
  </form>`;
