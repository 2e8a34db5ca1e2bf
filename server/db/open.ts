/** Opens the one database of the server: embedded in a data folder, or the PostgreSQL that DATABASE_URL names. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { err, ok, type Result } from '@/domain/shared/result';
import { isInitialised, openEmbedded } from './embedded';
import { takeLock, type LockFault } from './lock';
import { migrate, readMigrations, type Migration, type MigrationFault } from './migrate';
import { MIN_VERSION, openPostgres, postgresName, serverVersion, type PostgresFault } from './postgres';
import type { Database } from './schema';

export type DatabasePlace =
  | { readonly engine: 'embedded'; readonly folder: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly connections?: number };

/**
 * What an acknowledged write survives: `process` the death of this process (PGlite leaves writing to the disk to the
 * system), `power` also of the machine.
 */
export type Durability = 'process' | 'power';

export interface OpenDatabase {
  readonly db: Kysely<Database>;
  readonly engine: DatabasePlace['engine'];
  readonly durability: Durability;
  readonly close: () => Promise<void>;
}

export type OpenFault =
  LockFault | MigrationFault | PostgresFault | { readonly code: 'postgresTooOld'; readonly version: number };

const CONNECTIONS = 10;

const embeddedIn = (folder: string): string => join(folder, 'db');

interface Opened {
  readonly db: Kysely<Database>;
  readonly durability: Durability;
  readonly release: () => Promise<void>;
}

async function openPlace(place: DatabasePlace): Promise<Result<Opened, OpenFault>> {
  switch (place.engine) {
    case 'embedded': {
      const lock = await takeLock(place.folder);
      if (!lock.ok) return lock;
      const { release } = lock.value;
      try {
        return ok({ db: await openEmbedded(embeddedIn(place.folder)), durability: 'process', release });
      } catch (error) {
        await release();
        throw error;
      }
    }
    case 'postgres': {
      const version = await serverVersion(place.url);
      if (!version.ok) return version;
      if (version.value < MIN_VERSION) return err({ code: 'postgresTooOld', version: version.value });
      const db = openPostgres(place.url, place.connections ?? CONNECTIONS);
      return ok({ db, durability: 'power', release: () => Promise.resolve() });
    }
  }
}

/** Whether an embedded database was ever made there. */
export const holdsDatabase = (folder: string): boolean => isInitialised(embeddedIn(folder));

/** Open, with all migrations applied (or with those of an older backup). `at`: the instant, in ms. */
export async function openDatabase(
  place: DatabasePlace,
  at: number,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Result<OpenDatabase, OpenFault>> {
  const opened = await openPlace(place);
  if (!opened.ok) return opened;
  const { db, durability, release } = opened.value;
  const close = async (): Promise<void> => {
    await db.destroy();
    await release();
  };
  try {
    const ready = await migrate(db, at, migrations);
    if (ready.ok) return ok({ db, engine: place.engine, durability, close });
    await close();
    return ready;
  } catch (error) {
    await close();
    throw error;
  }
}

/** `DATABASE_URL` when it is set, else the data folder. */
export const placeFrom = (
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): DatabasePlace => {
  const url = env['DATABASE_URL'];
  return url === undefined || url === '' ? { engine: 'embedded', folder } : { engine: 'postgres', url };
};

/** What is shown of it. */
export const nameOf = (place: DatabasePlace): string =>
  place.engine === 'embedded' ? place.folder : postgresName(place.url);
