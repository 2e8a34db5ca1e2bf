/** The whole server: mode, database, seed, tasks, HTTP; and its end, in the opposite order. */
import { join } from 'node:path';
import { err, ok, type Result } from '@/domain/shared/result';
import retentionRules from '@/generated/retention';
import { buildApp } from './app';
import { anchorFile } from './audit/anchor-file';
import { seal } from './audit/anchor';
import { openStore, type OpenStore } from './cases/open-store';
import { reviseCalendar, sweep } from './cases/sweep';
import { makerFrom } from './certificate-paper/maker';
import { trackParcels } from './certificate/parcels';
import { sweepCertificates } from './certificate/sweep';
import { certificatePorts, filesFrom, limitsFrom, providersFor, scannerFrom, wechatFrom } from './config';
import { seedCertificates } from './demo/certificates';
import { nameOf, placeFrom } from './db/open';
import { openingLine } from './db/opening-line';
import { seedDemo } from './demo/seed';
import { scanWaiting } from './files/scan';
import { listen } from './listen';
import { advanceSome } from './matching/run';
import { endNotices } from './matching/sweep';
import { enterMode, type Env, type Mode } from './mode';
import { sendWaiting } from './outbox/worker';
import type { Service } from './service';
import { checkStamp } from './stamp';
import { startTasks, type Task } from './timers';
import { retain } from './upkeep/retention';

export interface ServeOptions {
  readonly env: Env;
  /** Of the embedded database, files, and the demo's keys. */
  readonly folder: string;
  readonly h5Root?: string;
  readonly port: number;
  readonly version: string;
  readonly now: () => number;
}

export interface Running {
  readonly url: string;
  readonly mode: Mode;
  readonly service: Service;
  readonly close: () => Promise<void>;
}

const HOUR = 3_600_000;

function tasksOf(service: Service, { env, folder, now }: ServeOptions): readonly Task[] {
  const { store, files, wechat, template } = service;
  const target = anchorFile(env['AUDIT_ANCHOR'] || join(folder, 'audit-anchor.jsonl'));
  const notices = service.certificate?.notices;
  const sender = {
    store,
    ...(wechat ? { wechat } : {}),
    ...(template ? { template } : {}),
    ...(notices ? { notices } : {}),
  };
  return [
    { name: 'messages', everyMs: 1000, run: () => sendWaiting(sender, now()) },
    { name: 'scan', everyMs: 60_000, run: () => scanWaiting(service) },
    { name: 'seal', everyMs: 1000, run: () => seal(store, target, now()) },
    { name: 'days', everyMs: HOUR, run: () => sweep(store, now()) },
    { name: 'certificates', everyMs: HOUR, run: () => sweepCertificates(store, now()) },
    { name: 'parcels', everyMs: HOUR, run: () => trackParcels(service, now()) },
    { name: 'notices', everyMs: HOUR, run: () => endNotices(store, now()) },
    { name: 'matching', everyMs: 2000, run: () => advanceSome(store, now) },
    {
      name: 'retention',
      everyMs: 6 * HOUR,
      run: () => retain(store, files, { rules: retentionRules, write: true }, now()),
    },
  ];
}

function serviceOf(
  options: ServeOptions,
  mode: Mode,
  { store, database }: OpenStore,
): Result<Service, string> {
  const { env, folder, now } = options;
  const files = filesFrom(env, folder, now);
  if (!files.ok) return files;
  const maker = makerFrom(env, mode, options.port);
  if (!maker.ok) return maker;
  const ports = certificatePorts(env, mode, now);
  if (!ports.ok) return ports;
  const scanner = scannerFrom(env);
  if (!scanner.ok) return scanner;
  const limits = limitsFrom(env);
  if (!limits.ok) return limits;
  const wechat = wechatFrom(env, now);
  const template = env['WECHAT_TEMPLATE'];
  return ok({
    store,
    database,
    files: files.value,
    ...(scanner.value ? { scanner: scanner.value } : {}),
    providers: providersFor(mode),
    ...(wechat ? { wechat } : {}),
    ...(template ? { template } : {}),
    mode,
    certificate: { ...ports.value, ...(maker.value ? { maker: maker.value } : {}) },
    limits: limits.value,
    now,
  });
}

async function start(options: ServeOptions, mode: Mode, opened: OpenStore): Promise<Result<Running, string>> {
  const { env, h5Root, port, version, now } = options;
  const stamp = await checkStamp(opened.store, mode);
  if (!stamp.ok) return stamp;
  const service = serviceOf(options, mode, opened);
  if (!service.ok) return service;
  const { store } = opened;
  if (mode === 'demo' && (await seedDemo(store, now()))) await seedCertificates(service.value, now());
  await reviseCalendar(store, now());
  const app = await buildApp({
    ...(h5Root === undefined ? {} : { h5Root }),
    ...(env['TRUST_PROXY'] ? { trustProxy: env['TRUST_PROXY'] } : {}),
    now,
    version,
    service: service.value,
    logger: env['LOG'] !== 'off' && (mode === 'production' || env['LOG'] === 'on'),
  });
  const url = await listen(app, port, env['HOST'] || undefined);
  if (!url.ok) return url;
  const stop = startTasks(tasksOf(service.value, options), app.log);
  const close = async (): Promise<void> => {
    // Answers in flight are finished, then nothing is written any more.
    await app.close();
    await stop();
    await opened.database.close();
  };
  return ok({ url: url.value, mode, service: service.value, close });
}

/** Everything up, or the one line that says why not. */
export async function serve(options: ServeOptions): Promise<Result<Running, string>> {
  const { env, folder, now } = options;
  const mode = enterMode(env, folder);
  if (!mode.ok) return mode;
  const opened = await openStore(env, folder, now());
  if (!opened.ok) return err(openingLine(nameOf(placeFrom(env, folder)), opened.error));
  const running = await start(options, mode.value, opened.value).catch(async (error: unknown) => {
    await opened.value.database.close();
    throw error;
  });
  if (!running.ok) await opened.value.database.close();
  return running;
}
