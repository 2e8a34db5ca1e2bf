/**
 * Both engines under one description: `describe.each(ENGINES)`, each with a fresh database: a copy of one with all
 * migrations, or a bare one.
 */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDatabase, type DatabasePlace, type OpenDatabase } from '../../server/db/open';

export const ENGINES = ['embedded', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface Place {
  readonly place: DatabasePlace;
  readonly remove: () => Promise<void>;
}

const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this through jest, project "server"`);
  return value;
};

type Template = 'migrated' | 'bare';

function embeddedPlace(template: Template): Place {
  const folder = mkdtempSync(join(tmpdir(), 'jinpu-data-'));
  const from = setting(template === 'bare' ? 'TEST_EMBEDDED_BARE' : 'TEST_EMBEDDED_TEMPLATE');
  cpSync(from, join(folder, 'db'), { recursive: true });
  return {
    place: { engine: 'embedded', folder },
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: setting('TEST_POSTGRES') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function postgresPlace(template: Template): Promise<Place> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${name}${template === 'bare' ? '' : ' template jinpu_template'}`);
  const url = new URL(setting('TEST_POSTGRES'));
  url.pathname = `/${name}`;
  return {
    place: { engine: 'postgres', url: url.href },
    remove: () => onServer(`drop database ${name} with (force)`),
  };
}

export const freshPlace = async (engine: Engine, template: Template = 'migrated'): Promise<Place> =>
  engine === 'embedded' ? embeddedPlace(template) : postgresPlace(template);

export async function openAt({ place }: Place, at: number): Promise<OpenDatabase> {
  const opened = await openDatabase(place, at);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}
