/** A copy of everything at one moment: database, files, what stands beside them. Made aside, then given its name. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Transaction } from 'kysely';
import { err, type Result } from '@/domain/shared/result';
import { recordUpkeep } from '../audit/upkeep';
import type { Store } from '../cases/store';
import { sm3 } from '../crypto/sm3';
import type { Database } from '../db/schema';
import { localFiles } from '../files/local';
import type { FileStore } from '../files/port';
import type { Mode } from '../mode';
import { Refused, type TransferFault } from './fault';
import { refusable, snapshot } from './load';
import { writeManifest, type BackupContent } from './manifest';
import { writePage } from './pages';
import { readRows, summed, type TableSum } from './rows';
import { isWanted, storedFiles, type StoredFile } from './stored-files';
import { sequencesOf, tablesOf, type Table } from './tables';

export interface BackupSource {
  readonly store: Store;
  readonly files: FileStore;
  readonly mode: Mode;
  readonly program: string;
  /** What stands beside the database: where it is, and its name in the backup. */
  readonly extras: readonly { readonly path: string; readonly name: string }[];
}

export const FILE_LIST = 'files';
export const pageOf = (folder: string, name: string): string => join(folder, 'tables', `${name}.jsonl.gz`);
export const listOf = (folder: string): string => join(folder, `${FILE_LIST}.jsonl.gz`);

/** Before the snapshot: whatever the anchor seals is then in it. */
function copyExtras(folder: string, { extras }: BackupSource): BackupContent['extras'] {
  return extras
    .filter(({ path }) => existsSync(path))
    .map(({ path, name }) => {
      copyFileSync(path, join(folder, name));
      return { name, sm3: sm3(readFileSync(join(folder, name))) };
    });
}

async function writeTable(tx: Transaction<Database>, folder: string, table: Table): Promise<TableSum> {
  const page = writePage(pageOf(folder, table.name));
  const sum = await summed(table.name, readRows(tx, table), page.write);
  await page.end();
  return sum;
}

/** Rows point to files that never change: they can be copied after the snapshot was taken. */
async function copyFiles(
  tx: Transaction<Database>,
  folder: string,
  { files }: BackupSource,
  tables: readonly Table[],
): Promise<{ readonly sum: TableSum; readonly absent: readonly StoredFile[] }> {
  const target = localFiles(join(folder, 'files'));
  const absent: StoredFile[] = [];
  async function* copied(): AsyncIterable<readonly string[]> {
    for await (const file of storedFiles(tx, tables)) {
      const bytes = await files.get(file.name);
      if (!bytes) absent.push(file);
      else if (sm3(bytes) !== file.sm3) throw new Refused({ code: 'tampered', what: `file ${file.name}` });
      else {
        await target.put(file.name, bytes);
        yield [JSON.stringify({ name: file.name, sm3: file.sm3 })];
      }
    }
  }
  const page = writePage(listOf(folder));
  const sum = await summed(FILE_LIST, copied(), page.write);
  await page.end();
  return { sum, absent };
}

async function write(folder: string, source: BackupSource, at: number): Promise<BackupContent> {
  const { store, mode, program } = source;
  const extras = copyExtras(folder, source);
  const { absent, tables, content } = await snapshot(store.db, async (tx) => {
    const known = await tablesOf(tx);
    const migrations = await tx.selectFrom('migrations').select(['id', 'digest']).orderBy('id').execute();
    const sums: TableSum[] = [];
    for (const table of known) sums.push(await writeTable(tx, folder, table));
    const { sum, absent: missing } = await copyFiles(tx, folder, source, known);
    const sequences = [...(await sequencesOf(tx))];
    const made = {
      format: 1,
      at,
      program,
      mode,
      migrations,
      tables: sums,
      sequences,
      files: sum,
      extras,
    } as const;
    return { absent: missing, tables: known, content: made };
  });
  for (const file of absent)
    if (await isWanted(store.db, tables, file)) throw new Refused({ code: 'fileMissing', name: file.name });
  writeManifest(folder, store.keys, content);
  return content;
}

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** Writes a backup into a new or empty folder. `at`: the instant, in ms. */
export async function backup(
  source: BackupSource,
  to: string,
  at: number,
): Promise<Result<BackupContent, TransferFault>> {
  if (!isEmpty(to)) return err({ code: 'notEmpty', what: to });
  const aside = `${resolve(to)}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(join(aside, 'tables'), { recursive: true, mode: 0o700 });
  await recordUpkeep(source.store.db, { action: 'backedUp', about: {} }, at);
  const done = await refusable(() => write(aside, source, at));
  if (!done.ok) rmSync(aside, { recursive: true, force: true });
  else {
    rmSync(to, { recursive: true, force: true });
    renameSync(aside, to);
  }
  return done;
}
