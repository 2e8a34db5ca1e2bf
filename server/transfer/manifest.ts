/** The first page of a backup: what is in it, each part with its SM3, and a seal over all that only our keys can make. */
import { readFileSync, writeFileSync } from 'node:fs';
import { timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '@/domain/shared/result';
import { blindIndex, type KeyRing } from '../crypto/keys';
import type { TransferFault } from './fault';

const FILE = 'manifest.json';

const sumSchema = z.strictObject({ name: z.string(), rows: z.int(), sm3: z.string() });

const contentSchema = z.strictObject({
  format: z.literal(1),
  /** When it was made, in ms. */
  at: z.int(),
  program: z.string(),
  mode: z.enum(['demo', 'production']),
  migrations: z.array(z.strictObject({ id: z.string(), digest: z.string() })),
  tables: z.array(sumSchema),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
  /** The list of files; `rows` is how many. */
  files: sumSchema,
  /** Sums of what stands beside the database: the anchor of the audit trail, a demo's keys. */
  extras: z.array(z.strictObject({ name: z.string(), sm3: z.string() })),
});

const manifestSchema = z.strictObject({
  content: z.string(),
  /** Says whether the keys are the right ones before anything is said about tampering. */
  keys: z.string(),
  seal: z.string(),
});

export type BackupContent = z.infer<typeof contentSchema>;

const keysMark = (keys: KeyRing): string => blindIndex(keys, 'backup keys', '');
const sealOf = (keys: KeyRing, content: string): string => blindIndex(keys, 'backup', content);

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export function writeManifest(folder: string, keys: KeyRing, content: BackupContent): void {
  const text = JSON.stringify(content);
  const manifest = { content: text, keys: keysMark(keys), seal: sealOf(keys, text) };
  writeFileSync(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
}

function parsed<T>(text: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function read(folder: string): string {
  try {
    return readFileSync(join(folder, FILE), 'utf8');
  } catch {
    return '';
  }
}

export function readManifest(folder: string, keys: KeyRing): Result<BackupContent, TransferFault> {
  const manifest = parsed(read(folder), manifestSchema);
  if (!manifest) return err({ code: 'notABackup', folder });
  if (!same(manifest.keys, keysMark(keys))) return err({ code: 'otherKeys' });
  if (!same(manifest.seal, sealOf(keys, manifest.content))) return err({ code: 'tampered', what: FILE });
  const content = parsed(manifest.content, contentSchema);
  return content ? ok(content) : err({ code: 'notABackup', folder });
}
