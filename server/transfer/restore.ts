/** A backup back into a server that has nothing yet. All of it is checked before anything is written. */
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '@/domain/shared/result';
import { recordUpkeep } from '../audit/upkeep';
import type { KeyRing } from '../crypto/keys';
import { sm3 } from '../crypto/sm3';
import { migrate, readMigrations, type Migration } from '../db/migrate';
import { nameOf, openDatabase, type DatabasePlace, type OpenDatabase } from '../db/open';
import { localFiles } from '../files/local';
import type { FileStore } from '../files/port';
import { FILE_LIST, listOf, pageOf } from './backup';
import type { Mode } from '../mode';
import { fromMigration, Refused, type TransferFault } from './fault';
import { load } from './load';
import { readManifest, type BackupContent } from './manifest';
import { readPage } from './pages';
import { sameSum, summed } from './rows';
import type { StoredFile } from './stored-files';

export interface RestoreTarget {
  readonly place: DatabasePlace;
  readonly keys: KeyRing;
  readonly files: FileStore;
  readonly mode: Mode;
  /** Where to put what stood beside the database; what is there already stays. */
  readonly extras: readonly { readonly path: string; readonly name: string }[];
}

const fileSchema = z.strictObject({ name: z.string().regex(/^[0-9a-f]{32}$/), sm3: z.string() });

async function* filesIn(folder: string): AsyncIterable<StoredFile> {
  for await (const lines of readPage(listOf(folder)))
    for (const line of lines) yield fileSchema.parse(JSON.parse(line));
}

/** The migrations that the backup was made with, as this program knows them. */
function migrationsOf({ migrations }: BackupContent): Result<readonly Migration[], TransferFault> {
  const known = readMigrations();
  const used: Migration[] = [];
  for (const { id, digest } of migrations) {
    const found = known.find((migration) => migration.id === id);
    if (!found) return err({ code: 'newer', id });
    if (found.digest !== digest) return err({ code: 'otherVersion', id });
    used.push(found);
  }
  return ok(used);
}

/** What is not as it was written, if anything. */
async function damage(folder: string, { tables, files, extras }: BackupContent): Promise<string | undefined> {
  for (const sum of tables)
    if (!sameSum(await summed(sum.name, readPage(pageOf(folder, sum.name))), sum)) return `table ${sum.name}`;
  if (!sameSum(await summed(FILE_LIST, readPage(listOf(folder))), files)) return 'the list of files';
  const stored = localFiles(join(folder, 'files'));
  for await (const { name, sm3: expected } of filesIn(folder)) {
    const bytes = await stored.get(name);
    if (!bytes || sm3(bytes) !== expected) return `file ${name}`;
  }
  return extras.find(({ name, sm3: expected }) => {
    const path = join(folder, name);
    return !existsSync(path) || sm3(readFileSync(path)) !== expected;
  })?.name;
}

/** The manifest, once everything in the folder agrees with it. */
export async function checkBackup(
  folder: string,
  keys: KeyRing,
): Promise<Result<BackupContent, TransferFault>> {
  const content = readManifest(folder, keys);
  if (!content.ok) return content;
  const migrations = migrationsOf(content.value);
  if (!migrations.ok) return migrations;
  const what = await damage(folder, content.value);
  return what === undefined ? content : err({ code: 'tampered', what });
}

async function putFiles(folder: string, { files }: RestoreTarget): Promise<void> {
  const stored = localFiles(join(folder, 'files'));
  for await (const { name } of filesIn(folder)) {
    const bytes = await stored.get(name);
    if (!bytes) throw new Refused({ code: 'tampered', what: `file ${name}` });
    await files.put(name, bytes);
  }
}

function putExtras(folder: string, { extras }: RestoreTarget, content: BackupContent): void {
  const kept = new Set(content.extras.map(({ name }) => name));
  for (const { path, name } of extras)
    if (kept.has(name) && !existsSync(path)) copyFileSync(join(folder, name), path);
}

async function fill(
  { db }: OpenDatabase,
  folder: string,
  target: RestoreTarget,
  content: BackupContent,
): Promise<Result<unknown, TransferFault>> {
  const sums = new Map(content.tables.map((sum) => [sum.name, sum]));
  const source = { rowsOf: readFrom(folder), sequences: content.sequences };
  return load(db, source, async (loaded) => {
    const wrong = loaded.find((sum) => {
      const told = sums.get(sum.name);
      return told === undefined || !sameSum(told, sum);
    });
    if (wrong) throw new Refused({ code: 'tampered', what: `table ${wrong.name}` });
    // Files without rows do no harm; rows without files would.
    await putFiles(folder, target);
  });
}

const readFrom =
  (folder: string) =>
  ({ name }: { readonly name: string }): ReturnType<typeof readPage> =>
    readPage(pageOf(folder, name));

async function finish(
  { db }: OpenDatabase,
  content: BackupContent,
  at: number,
): Promise<Result<BackupContent, TransferFault>> {
  const newer = await migrate(db, at);
  if (!newer.ok) return err(fromMigration(newer.error));
  await recordUpkeep(db, { action: 'restored', about: { of: content.at } }, at);
  return ok(content);
}

/** `at`: the instant, in ms. */
export async function restore(
  folder: string,
  target: RestoreTarget,
  at: number,
): Promise<Result<BackupContent, TransferFault>> {
  const content = await checkBackup(folder, target.keys);
  if (!content.ok) return content;
  const { mode } = content.value;
  if (mode !== target.mode) return err({ code: 'otherMode', mode });
  const migrations = migrationsOf(content.value);
  if (!migrations.ok) return migrations;
  const opened = await openDatabase(target.place, at, migrations.value);
  if (!opened.ok) return err({ code: 'notOpened', which: nameOf(target.place), fault: opened.error });
  try {
    const filled = await fill(opened.value, folder, target, content.value);
    if (!filled.ok) return filled;
    putExtras(folder, target, content.value);
    return await finish(opened.value, content.value, at);
  } finally {
    await opened.value.close();
  }
}
