/** The scanner: ClamAV's protocol against a stand-in, and what becomes of files with and without an answer. */
import { createServer, type Server, type Socket } from 'node:net';
import { paths, pathOf } from '@/contract/paths';
import { clamav, clamavPlace } from '../../server/files/clamav';
import { scanWaiting } from '../../server/files/scan';
import type { Scanner, Verdict } from '../../server/files/scanner';
import { openApi, textField, type Api } from '../server-support/api';
import { jpeg } from '../server-support/pictures';

jest.setTimeout(60_000);

/** What the daemon got, put together from its chunks. */
function bodyOf(received: Buffer): Buffer | undefined {
  const start = received.indexOf(0) + 1;
  if (received.toString('latin1', 0, start) !== 'zINSTREAM\0') return undefined;
  const chunks: Buffer[] = [];
  for (let at = start; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

class ClamdStandIn {
  /** `undefined`: says nothing at all. */
  reply: string | undefined = 'stream: OK';
  readonly bodies: Buffer[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (data) => {
      received = Buffer.concat([received, data]);
      const body = bodyOf(received);
      if (!body) return;
      this.bodies.push(body);
      if (this.reply !== undefined) socket.end(`${this.reply}\0`);
    });
  });

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('ClamAV', () => {
  const daemon = new ClamdStandIn();
  let scanner: Scanner;

  beforeAll(async () => {
    scanner = clamav({ host: '127.0.0.1', port: await daemon.listen() }, 300);
  });
  afterAll(() => daemon.close());

  it('gets every byte, in chunks', async () => {
    for (const size of [0, 1, 65_536, 200_000]) {
      const bytes = Buffer.alloc(size, 'x');
      expect(await scanner.scan(bytes)).toBe('clean');
      expect(daemon.bodies.at(-1)?.equals(bytes)).toBe(true);
    }
  });

  it.each<[string | undefined, Verdict]>([
    ['stream: OK', 'clean'],
    ['stream: Eicar-Test-Signature FOUND', 'infected'],
    ['INSTREAM size limit exceeded. ERROR', 'unavailable'],
    ['stream: OK FOUND?', 'unavailable'],
    ['', 'unavailable'],
    [undefined, 'unavailable'],
  ])('%p is %s', async (reply, verdict) => {
    daemon.reply = reply;
    expect(await scanner.scan(Buffer.from('x'))).toBe(verdict);
  });

  it('is unavailable when nobody is there, never clean', async () => {
    expect(await clamav({ host: '127.0.0.1', port: 1 }, 300).scan(Buffer.from('x'))).toBe('unavailable');
  });

  it('is named by host and port', () => {
    expect(clamavPlace('clamd')).toEqual({ ok: true, value: { host: 'clamd', port: 3310 } });
    expect(clamavPlace('10.0.0.1:99')).toEqual({ ok: true, value: { host: '10.0.0.1', port: 99 } });
    for (const wrong of ['', ':3310', 'a:b', 'a:70000', 'http://a'])
      expect(clamavPlace(wrong).ok).toBe(false);
  });
});

describe('uploads before a scanner', () => {
  let api: Api;
  let token: string;
  let verdict: Verdict = 'clean';

  beforeAll(async () => {
    api = await openApi({ scanner: { scan: async () => verdict } });
    token = await api.signIn();
  });
  afterAll(() => api.close());

  const upload = () => api.upload(token, jpeg());
  const fetchOf = (id: string) => api.call('GET', pathOf(paths.file, { id }), { token });

  it('are taken when they are clean', async () => {
    verdict = 'clean';
    expect(textField(await upload(), 'state')).toBe('accepted');
  });

  it('are refused when they are not, and their bytes are gone', async () => {
    verdict = 'infected';
    const refused = await upload();
    expect([refused.statusCode, textField(refused, 'code')]).toEqual([422, 'fileRefused']);
    const row = await api.database.db
      .selectFrom('attachments')
      .selectAll()
      .where('state', '=', 'refused')
      .executeTakeFirstOrThrow();
    expect(await api.service.files.get(row.stored_as)).toBeUndefined();
    expect((await fetchOf(row.id)).statusCode).toBe(404);
  });

  it('are quarantined while it does not answer, and looked at again when it does', async () => {
    verdict = 'unavailable';
    const [one, two] = [textField(await upload(), 'id'), textField(await upload(), 'id')];
    const stateOf = async (id: string) =>
      (
        await api.database.db
          .selectFrom('attachments')
          .select('state')
          .where('id', '=', id)
          .executeTakeFirst()
      )?.state;
    expect(await stateOf(one)).toBe('quarantined');
    expect(await scanWaiting(api.service)).toBe(0);
    verdict = 'clean';
    expect(await scanWaiting(api.service)).toBe(2);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['clean', 'clean']);
  });
});
