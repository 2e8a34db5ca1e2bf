/**
 * The server as `npm start` runs it, in a process of its own with a fresh folder and the embedded engine; it can be killed
 * and started again. Only its clock is set: the samples are judged on their day.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CONTRACT_HEADER, paths } from '@/contract/paths';
import { projectRoot } from '../host/dist';
import { isRecord, text } from '../host/values';
import type { Reply, Request, Server } from '../host/wx/phone';
import { bytesOf } from './phone-files';

const START = Date.parse('2026-11-23T02:00:00Z');

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

/** As wx.uploadFile sends a file, or the text of a request. */
function bodyOf(data: unknown): FormData | string | undefined {
  if (!isRecord(data)) return data === undefined ? undefined : text(data);
  const path = text(data['filePath']);
  const { bytes, type } = bytesOf(path);
  const form = new FormData();
  form.append(
    text(data['name']),
    new Blob([bytes], { type }),
    path.startsWith('data:') ? '1.jpg' : basename(path),
  );
  return form;
}

export class RealServer {
  private process: ChildProcess | undefined;
  private base = 0;
  private began = 0;
  private readonly folder = mkdtempSync(join(tmpdir(), 'jinpu-real-'));
  /** Answers are lost on the way back: what was asked for was done. */
  loseReplies = false;
  /** The version that the phone says it is of; absent: its own. */
  contract: string | undefined;
  /** It is killed when half of such a request has come: `POST /api/files`. */
  dieIn: string | undefined;
  /** Every request that reached it, as `POST /api/cases`. */
  readonly requests: string[] = [];

  private constructor(readonly port: number) {}

  static async start(at = START): Promise<RealServer> {
    const server = new RealServer(await freePort());
    await server.run(at);
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The time that it is on the server. */
  now(): number {
    return this.base + Date.now() - this.began;
  }

  readonly handle: Server = async (request) => {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '');
    const call = `${request.method} ${decodeURIComponent(path.split('?')[0] ?? '')}`;
    if (call === this.dieIn) return this.cutOff(path, request);
    const reply = await this.ask(path, request);
    if (reply !== undefined) this.requests.push(call);
    return this.loseReplies ? undefined : reply;
  };

  private async ask(
    path: string,
    { method, data, header }: Omit<Request, 'url'>,
  ): Promise<Reply | undefined> {
    const body = bodyOf(data);
    const headers = this.headersOf(header);
    try {
      const reply = await fetch(`${this.url}${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
      return { statusCode: reply.status, data: parsed(await reply.text()) };
    } catch {
      return undefined;
    }
  }

  private headersOf(header: Request['header']): Record<string, string> {
    const given = Object.entries(header).map(([name, value]) => [name, text(value)]);
    return {
      ...Object.fromEntries(given),
      ...(this.contract === undefined ? {} : { [CONTRACT_HEADER]: this.contract }),
    };
  }

  /** Half of the request, then the end of the process. */
  private async cutOff(path: string, { method, data, header }: Request): Promise<undefined> {
    this.dieIn = undefined;
    const body = bodyOf(data);
    const whole = new globalThis.Request(`${this.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body }),
    });
    const bytes = Buffer.from(await whole.arrayBuffer());
    const headers = {
      'content-type': whole.headers.get('content-type') ?? '',
      ...this.headersOf(header),
      'content-length': bytes.length,
    };
    const sent = httpRequest(whole.url, { method, headers });
    const ended = new Promise((resolve) => sent.once('error', resolve));
    await new Promise<void>((resolve) =>
      sent.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => resolve()),
    );
    await this.kill();
    await ended;
    return undefined;
  }

  /** Lets time pass on the server. */
  async advance(ms: number): Promise<void> {
    const told = new Promise((resolve) => this.process?.once('message', resolve));
    this.process?.send(ms);
    await told;
    this.base += ms;
  }

  /** kill -9, as a power cut of its process. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  /** Started again on the same folder. */
  restart(): Promise<void> {
    return this.run(this.now());
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async run(at: number): Promise<void> {
    this.base = at;
    this.began = Date.now();
    const clock = join(__dirname, 'server-clock.mjs');
    const child = spawn(
      process.execPath,
      ['--import', clock, '--import', 'tsx', 'scripts/main.ts', 'start', '--no-build'],
      {
        cwd: projectRoot,
        env: {
          PATH: process.env['PATH'],
          PORT: String(this.port),
          DATA_DIR: this.folder,
          SERVER_CLOCK: String(at),
        },
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      },
    );
    this.process = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      child.stdout?.on('data', (part: Buffer) => {
        said += part.toString();
        if (said.includes(`${this.url}${paths.health}`)) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }
}
