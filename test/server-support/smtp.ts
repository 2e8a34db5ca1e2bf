/** A mail server for tests: what it took, and refusals as they are asked for. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { CERTIFICATE, KEY } from './tls';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Names in lower case; folded lines are joined. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it is read: encodings undone. */
  readonly subject: string;
  readonly body: string;
  /** Whether it came in the clear. */
  readonly secure: boolean;
}

/** Where it answers what, or hangs up. */
export interface Refusal {
  readonly on: 'rcpt' | 'data' | 'cut';
  readonly code?: number;
}

export interface MailServer {
  readonly port: number;
  readonly mails: Mail[];
  /** Connections so far. */
  readonly visits: () => number;
  refusal: Refusal | undefined;
  readonly close: () => Promise<void>;
}

export const USER = 'notice@mail.example';
export const PASSWORD = 'p@ss/wörd-that-must-not-be-said';

/** RFC 2047: both encodings, words side by side without the blank between them. */
const decodeWords = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) => {
    const parts = [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, way = '', word = '']) =>
      way.toUpperCase() === 'B'
        ? Buffer.from(word, 'base64')
        : Buffer.from(
            word
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ),
    );
    return Buffer.concat(parts).toString('utf8');
  });

function read(text: string): Pick<Mail, 'headers' | 'subject' | 'body'> {
  const end = text.indexOf('\r\n\r\n');
  const lines = text
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  if (headers.get('content-transfer-encoding') !== 'base64') throw new Error('not base64');
  const body = Buffer.from(text.slice(end), 'base64').toString('utf8').replace(/\r\n/g, '\n');
  return { headers, subject: decodeWords(headers.get('subject') ?? ''), body };
}

const failure = (code: number): Error => Object.assign(new Error('refused'), { responseCode: code });

/** `tls`: from the first byte, after STARTTLS, or not at all. */
export async function startMail(tls: 'implicit' | 'starttls' | 'none'): Promise<MailServer> {
  const mails: Mail[] = [];
  let visits = 0;
  const server = new SMTPServer({
    logger: false,
    key: KEY,
    cert: CERTIFICATE,
    secure: tls === 'implicit',
    hideSTARTTLS: tls === 'none',
    disabledCommands: tls === 'none' ? ['STARTTLS'] : [],
    authOptional: tls === 'none',
    closeTimeout: 100,
    onConnect: (_session, done) => {
      visits += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) =>
      username === USER && password === PASSWORD ? done(null, { user: USER }) : done(failure(535)),
    onRcptTo: (_address, _session, done) =>
      done(standIn.refusal?.on === 'rcpt' ? failure(standIn.refusal.code ?? 550) : null),
    onData: (stream, session, done) => {
      const { refusal } = standIn;
      if (refusal?.on === 'cut') {
        for (const connection of server.connections) connection.close();
        return;
      }
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal?.on === 'data') return done(failure(refusal.code ?? 554));
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure: session.secure,
          ...read(Buffer.concat(parts).toString('utf8')),
        });
        return done(null);
      });
    },
  });
  server.on('error', () => undefined);
  const listening = await new Promise<ReturnType<SMTPServer['listen']>>((resolve) => {
    const made = server.listen(0, '127.0.0.1', () => resolve(made));
  });
  const standIn: MailServer = {
    port: (listening.address() as AddressInfo).port,
    mails,
    visits: () => visits,
    refusal: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return standIn;
}
