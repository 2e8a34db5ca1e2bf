/** A clerk at the console of the real server: pages as HTML, forms filled in by their fields, as a browser sends them. */
import { encode, hiddenFields, unescapeHtml, type Fields } from '../../server-support/desk';
import { FORM_HEADERS, formWithFile } from '../../server-support/form';
import type { RealServer } from './real-server';

const LOGIN = '/console/login';

interface Page {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

export class RealDesk {
  private cookie = '';

  private constructor(private readonly server: RealServer) {}

  /** Signs in with the account and the code that the demo shows on its own page. */
  static async open(server: RealServer, login: string): Promise<RealDesk> {
    const desk = new RealDesk(server);
    const { body } = await desk.ask('GET', LOGIN);
    const password = /密码都是 (\S+?)。/.exec(body)?.[1] ?? '';
    const code = new RegExp(`<td>${login}</td>[^]*?<td>(\\d{6})</td>`).exec(body)?.[1] ?? '';
    const signed = await desk.ask('POST', LOGIN, { login, password, code });
    if (signed.status !== 303 || signed.cookie === '')
      throw new Error(`${login} cannot sign in: ${signed.status}`);
    desk.cookie = signed.cookie;
    return desk;
  }

  /** Opens the case, fills in the form of the action, and confirms what is previewed. */
  async does(number: string, action: string, fields: Fields = {}): Promise<void> {
    const path = `/console/cases/${number}/${action}`;
    const page = `/console/cases/${number}`;
    if (action === 'accepted') await this.signAll(page);
    const { body } = await this.ask('GET', page);
    const first = await this.submit(body, path, fields);
    const done = first.status === 200 ? await this.submit(first.body, path, fields) : first;
    if (done.status !== 303) throw new Error(`${action} of ${number}: ${done.status} ${faultIn(done.body)}`);
  }

  /** Everyone who has not signed does so at the window. */
  private async signAll(page: string): Promise<void> {
    const { body } = await this.ask('GET', page);
    for (const [, action = ''] of body.matchAll(/action="(\/console\/signatures\/[^"]+)"/g))
      await this.submit(body, action);
  }

  /** The tasks that this member of staff may give an opinion on. */
  async tasksOf(number: string): Promise<readonly string[]> {
    const { body } = await this.ask('GET', `/console/cases/${number}`);
    const select = /<select id="task"[^]*?<\/select>/.exec(body)?.[0] ?? '';
    return [...select.matchAll(/<option value="([^"]*)"/g)].map(([, id = '']) => unescapeHtml(id));
  }

  /** The form of that address on the page, with these fields over its own. */
  submit(page: string, action: string, fields: Fields = {}): Promise<Page> {
    return this.ask('POST', action, { ...hiddenFields(page, action), ...fields });
  }

  /** The same for a form that takes a file. */
  async send(
    page: string,
    action: string,
    fields: Readonly<Record<string, string>>,
    file?: Buffer,
  ): Promise<Page> {
    const reply = await fetch(`${this.server.url}${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, ...FORM_HEADERS },
      body: new Uint8Array(formWithFile({ ...hiddenFields(page, action), ...fields }, file)),
    });
    return { status: reply.status, body: await reply.text(), cookie: '' };
  }

  page(path: string): Promise<Page> {
    return this.ask('GET', path);
  }

  /** What a link of a page downloads. */
  async download(path: string): Promise<Buffer> {
    const reply = await fetch(`${this.server.url}${path}`, { headers: { cookie: this.cookie } });
    return Buffer.from(await reply.arrayBuffer());
  }

  private async ask(method: 'GET' | 'POST', path: string, fields?: Fields): Promise<Page> {
    const reply = await fetch(`${this.server.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        cookie: this.cookie,
        ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields === undefined ? {} : { body: encode(fields) }),
    });
    const cookie = /jinpu_staff=[^;]+/.exec(reply.headers.get('set-cookie') ?? '')?.[0] ?? '';
    return { status: reply.status, body: await reply.text(), cookie };
  }
}

export const faultIn = (html: string): string => /role="alert">([^<]*)</.exec(html)?.[1] ?? '';
