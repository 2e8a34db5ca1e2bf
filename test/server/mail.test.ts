/** Notices to intermediaries by mail: what goes out, to a server that takes it and to those that do not. */
import { noticeText } from '../../server/certificate/messages';
import { certificatePorts } from '../../server/config';
import { smtpNotices } from '../../server/mail/notices';
import { mailPlace, type MailPlace } from '../../server/mail/place';
import type { Env } from '../../server/mode';
import { NOON } from '../server-support/cases';
import { PASSWORD, startMail, USER, type MailServer } from '../server-support/smtp';
import { CERTIFICATE } from '../server-support/tls';

jest.setTimeout(30_000);

const FROM = 'notice@mail.example';
const ID = '01932f4c-0000-7000-8000-000000000001';
const TO = { name: '甲律师事务所', email: 'lawyer@example.com' };
const ISSUED = {
  companyName: '甲公司',
  outcome: 'partiallyIssued',
  certificateNumber: 'JPWG-20261124-0001-C',
} as const;

const login = `${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}`;

const placeOf = (url: string): MailPlace => {
  const place = mailPlace({ SMTP_URL: url, MAIL_FROM: FROM });
  if (!place.ok || !place.value) throw new Error('no place');
  return place.value;
};

describe('where mail goes out', () => {
  it('is asked for TLS, except on this machine', () => {
    const seen = ['smtps://h.example', 'smtp://h.example', 'smtp://127.0.0.1:25', 'smtp://[::1]:2525/'];
    expect(seen.map(placeOf).map(({ host, port, security }) => [host, port, security])).toEqual([
      ['h.example', 465, 'tls'],
      ['h.example', 587, 'starttls'],
      ['127.0.0.1', 25, 'none'],
      ['::1', 2525, 'none'],
    ]);
    expect(placeOf(`smtps://${login}@h.example:465`).auth).toEqual({ user: USER, pass: PASSWORD });
    expect(placeOf('smtps://h.example').auth).toBeUndefined();
  });

  it('is nowhere when nothing is set', () => {
    expect(mailPlace({})).toEqual({ ok: true, value: undefined });
    expect(mailPlace({ SMTP_URL: '', MAIL_FROM: '' })).toEqual({ ok: true, value: undefined });
  });

  it.each<readonly [string, Env]>([
    ['SMTP_URL', { MAIL_FROM: FROM }],
    ['MAIL_FROM', { SMTP_URL: 'smtps://u:hush@h' }],
    ['MAIL_FROM', { SMTP_URL: 'smtps://u:hush@h', MAIL_FROM: 'notice' }],
    ['MAIL_FROM', { SMTP_URL: 'smtps://u:hush@h', MAIL_FROM: `${FROM}\r\nBcc: x@example.com` }],
    ...[
      'hush',
      'http://u:hush@h',
      'smtps://',
      'smtps://u:hush@',
      'smtps://hush@h',
      'smtps://u:hush%@h',
      'smtps://u:hush@h/x',
      'smtps://u:hush@h:port',
    ].map((url) => ['SMTP_URL', { SMTP_URL: url, MAIL_FROM: FROM }] as const),
  ])('a wrong %s keeps the server from starting, in one line without the password: %j', (name, env) => {
    for (const mode of ['demo', 'production'] as const) {
      const ports = certificatePorts(env, mode, () => NOON);
      const line = ports.ok ? '' : ports.error;
      expect(line).toContain(name);
      expect(line).not.toMatch(/hush|\n/);
    }
  });

  it('is not needed by production, and never used by a demo', async () => {
    const env = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: FROM };
    const ports = (given: Record<string, string>, mode: 'demo' | 'production') => {
      const made = certificatePorts(given, mode, () => NOON);
      return made.ok ? made.value : {};
    };
    expect(ports({}, 'production').notices).toBeUndefined();
    expect((await ports(env, 'production').notices?.send(TO, ISSUED, ID))?.ok).toBe(false);
    expect((await ports(env, 'demo').notices?.send(TO, ISSUED, ID))?.ok).toBe(true);
  });
});

describe('a notice', () => {
  it.each(['issued', 'partiallyIssued', 'notIssued', 'withdrawn', 'revoked'] as const)(
    'says that it was %s, and nothing that leads further',
    (outcome) => {
      const { title, body } = noticeText(TO.name, { companyName: '甲公司', outcome });
      expect(title).toContain('甲公司');
      expect(body.split('\n')[0]).toBe(`${TO.name}：`);
      expect(title + body).not.toMatch(/https?:|undefined|\d/);
    },
  );
});

describe('mail', () => {
  let server: MailServer;
  let clock = NOON;

  const start = async (tls: 'implicit' | 'starttls' | 'none') => {
    server = await startMail(tls);
    clock = NOON;
  };
  afterEach(() => server.close());

  /** As the settings would have it for a host elsewhere. */
  const noticesTo = (change: Partial<MailPlace> = {}, ca?: string) =>
    smtpNotices(
      {
        host: '127.0.0.1',
        port: server.port,
        security: 'none',
        from: FROM,
        ...change,
      },
      () => clock,
      ca,
    );
  const auth = { user: USER, pass: PASSWORD };
  const send = (port: ReturnType<typeof smtpNotices>, to = TO) => port.send(to, ISSUED, ID);

  it('is signed in for, goes out with TLS, and says the outcome only', async () => {
    await start('implicit');
    const notices = noticesTo({ host: 'localhost', security: 'tls', auth }, CERTIFICATE);
    expect((await send(notices)).ok).toBe(true);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from: FROM, to: [TO.email], secure: true });
    const { title, body } = noticeText(TO.name, ISSUED);
    expect([mail?.subject, mail?.body]).toEqual([title, body]);
    expect(mail?.body).toContain(ISSUED.certificateNumber);
    const headers = mail?.headers ?? new Map<string, string>();
    expect(headers.get('message-id')).toBe(`<${ID}@mail.example>`);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-type')).toMatch(/^text\/plain; charset=utf-8$/i);
    expect([...headers.keys()].sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  it('is known again when it comes twice', async () => {
    await start('none');
    const notices = noticesTo();
    await send(notices);
    await send(notices);
    const ids = server.mails.map(({ headers }) => headers.get('message-id'));
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });

  it('has no header that somebody typed', async () => {
    await start('none');
    const evil = 'x@example.com';
    const name = `甲\r\nBcc: ${evil}\r\n\r\n正文`;
    const companyName = `乙\nBcc: ${evil}`;
    const notice = { ...ISSUED, companyName };
    expect((await noticesTo().send({ ...TO, name }, notice, ID)).ok).toBe(true);
    expect(server.mails[0]?.to).toEqual([TO.email]);
    expect([...(server.mails[0]?.headers.keys() ?? [])]).not.toContain('bcc');
    for (const email of [`${TO.email}\r\nRCPT TO:<${evil}>`, `${TO.email},${evil}`, `<${evil}>`])
      expect((await noticesTo().send({ ...TO, email }, ISSUED, ID)).ok).toBe(false);
    expect(server.mails).toHaveLength(1);
  });

  it('waits when the password is wrong, and when the certificate is nobody’s', async () => {
    await start('implicit');
    const right = { host: 'localhost', security: 'tls', auth } as const;
    const wrong = { ...right, auth: { ...auth, pass: 'other' } };
    expect((await send(noticesTo(wrong, CERTIFICATE))).ok).toBe(false);
    expect((await send(noticesTo(right))).ok).toBe(false);
    expect(server.mails).toEqual([]);
  });

  it('never goes out in the clear to a server elsewhere', async () => {
    await start('none');
    expect((await send(noticesTo({ security: 'starttls', auth }))).ok).toBe(false);
    expect(server.mails).toEqual([]);
  });

  it('goes out after STARTTLS', async () => {
    await start('starttls');
    const notices = noticesTo({ host: 'localhost', security: 'starttls', auth }, CERTIFICATE);
    expect((await send(notices)).ok).toBe(true);
    expect(server.mails[0]?.secure).toBe(true);
  });

  it.each([
    ['the address for now', { on: 'rcpt', code: 450 }],
    ['the address for good', { on: 'rcpt', code: 550 }],
    ['the mail for now', { on: 'data', code: 451 }],
    ['the mail for good', { on: 'data', code: 554 }],
  ] as const)('waits when the server refuses %s; others still go out', async (_, refusal) => {
    await start('none');
    const notices = noticesTo();
    server.refusal = refusal;
    expect(await send(notices)).toEqual({ ok: false, error: 'unavailable' });
    server.refusal = undefined;
    expect((await send(notices)).ok).toBe(true);
  });

  it('waits when the connection breaks, and leaves the server alone for a minute', async () => {
    await start('none');
    const notices = noticesTo();
    server.refusal = { on: 'cut' };
    expect((await send(notices)).ok).toBe(false);
    server.refusal = undefined;
    expect((await send(notices)).ok).toBe(false);
    expect(server.visits()).toBe(1);
    clock += 60_000;
    expect((await send(notices)).ok).toBe(true);
  });
});
