/** Reads the rows to check, from either database, by plain SQL. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type {
  AnswersRow,
  AuditRow,
  CaseRow,
  CertificateRow,
  ChainRow,
  EventRow,
  SealRow,
  Trail,
} from './verify';

/** Runs a query that gives one column, `row`, of JSON text: both engines then give the same values. */
export type Ask = (sql: string) => Promise<readonly string[]>;

async function rowsOf<T>(ask: Ask, table: string, columns: string): Promise<readonly T[]> {
  const texts = await ask(`select row_to_json(t)::text as row from (select ${columns} from ${table}) t`);
  return texts.map((text): T => JSON.parse(text));
}

export async function readTrail(ask: Ask, seals: readonly SealRow[]): Promise<Trail> {
  return {
    audit: await rowsOf<AuditRow>(
      ask,
      'audit',
      'chain, seq, at, actor_role, actor_id, action, detail, digest, prev, hash',
    ),
    cases: await rowsOf<CaseRow>(
      ask,
      'cases',
      'id, receipt, owner, company, item, version, chain_head, created_at',
    ),
    events: await rowsOf<EventRow>(
      ask,
      'case_events',
      'case_id, seq, kind, at, actor_role, actor_id, digest',
    ),
    answers: await rowsOf<AnswersRow>(ask, 'case_answers', 'case_id, version, digest'),
    certificates: await rowsOf<CertificateRow>(
      ask,
      'certificate_cases',
      'id, receipt, owner, company_digest, look_up_digest, version, chain_head, created_at',
    ),
    certificateEvents: await rowsOf<EventRow>(
      ask,
      'certificate_events',
      'case_id, seq, kind, at, actor_role, actor_id, digest',
    ),
    certificateContents: await rowsOf<AnswersRow>(ask, 'certificate_contents', 'case_id, version, digest'),
    chains: await rowsOf<ChainRow>(ask, 'audit_chains', 'chain, seq, head'),
    seals,
  };
}

export function readSeals(path: string): readonly SealRow[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): SealRow => JSON.parse(line));
}

export async function withPostgres<T>(url: string, then: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await then(async (sql) => (await client.query<{ row: string }>(sql)).rows.map(({ row }) => row));
  } finally {
    await client.end();
  }
}

/** A folder that a server uses must not be opened; its lock file with the highest number says so. */
export function serverOf(folder: string): string | undefined {
  const numbers = readdirSync(folder)
    .map((name) => Number(/^lock\.(\d+)\.json$/.exec(name)?.[1] ?? '0'))
    .sort((a, b) => b - a);
  const [highest = 0] = numbers;
  if (highest === 0) return undefined;
  const text = readFileSync(join(folder, `lock.${highest}.json`), 'utf8');
  const held: { released?: boolean; owner?: { pid?: number } } = JSON.parse(text);
  const pid = held.owner?.pid ?? 0;
  return held.released === true || !existsSync(`/proc/${pid}`) ? undefined : String(pid);
}

/** On a copy: the folder itself is only read, whatever else happens to it. */
export async function withFolder<T>(folder: string, then: (ask: Ask) => Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'audit-'));
  cpSync(join(folder, 'db'), copy, { recursive: true });
  const database = await PGlite.create(copy);
  try {
    return await then(async (sql) => (await database.query<{ row: string }>(sql)).rows.map(({ row }) => row));
  } finally {
    await database.close();
    rmSync(copy, { recursive: true, force: true });
  }
}
