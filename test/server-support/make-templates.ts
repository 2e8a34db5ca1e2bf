/**
 * Databases to copy: arguments are a bare embedded database, a folder for the same with all migrations, and the URL of a
 * PostgreSQL server, which gets one too. Each test would otherwise apply every migration by itself.
 */
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase, type DatabasePlace } from '../../server/db/open';

/** Long ago: tests count from it. */
const AT = Date.parse('2026-01-01T00:00:00Z');
const NAME = 'jinpu_template';

async function applyAll(place: DatabasePlace): Promise<void> {
  const opened = await openDatabase(place, AT);
  if (!opened.ok) throw new Error(opened.error.code);
  await opened.value.close();
}

async function makeEmbedded(bare: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  cpSync(bare, join(aside, 'db'), { recursive: true });
  await applyAll({ engine: 'embedded', folder: aside });
  renameSync(join(aside, 'db'), folder);
  rmSync(aside, { recursive: true, force: true });
}

async function makePostgres(server: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`drop database if exists ${NAME}`);
  await client.query(`create database ${NAME}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  await applyAll({ engine: 'postgres', url: url.href });
}

const [, , bare = '', folder = '', server = ''] = process.argv;
void Promise.all([makeEmbedded(bare, folder), makePostgres(server)]);
