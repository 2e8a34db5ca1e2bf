import { join } from 'node:path';
import { readSeals, readTrail, serverOf, withFolder, withPostgres, type Ask } from '../audit-verify/read';
import { verify, type Trail } from '../audit-verify/verify';
import { projectRoot } from '../lib/shell';

const SHOWN = 20;

function report(trail: Trail): number {
  const findings = verify(trail);
  for (const { code, at } of findings.slice(0, SHOWN)) console.error(`${code}  ${at}`);
  if (findings.length > SHOWN) console.error(`… and ${findings.length - SHOWN} more`);
  const chains = new Set(trail.audit.map(({ chain }) => chain)).size;
  console.log(
    `${trail.audit.length} entries in ${chains} chains, ${trail.seals.length} seals: ` +
      (findings.length === 0 ? 'whole' : `${findings.length} faults`),
  );
  return findings.length === 0 ? 0 : 1;
}

/**
 * `npm run audit:verify [-- FOLDER]`: checks the audit trail in the data folder (.data) or DATABASE_URL, against the seals in
 * AUDIT_ANCHOR (FOLDER/audit-anchor.jsonl). It shares no code with the server. Exit code 1 when anything was changed.
 */
export default async function auditVerify([folder = join(projectRoot, '.data')]: string[]): Promise<number> {
  const seals = readSeals(process.env['AUDIT_ANCHOR'] || join(folder, 'audit-anchor.jsonl'));
  const check = async (ask: Ask): Promise<number> => report(await readTrail(ask, seals));
  const url = process.env['DATABASE_URL'];
  if (url !== undefined && url !== '') return withPostgres(url, check);
  const server = serverOf(folder);
  if (server === undefined) return withFolder(folder, check);
  console.error(
    `A server (process ${server}) uses ${folder}. Stop it first, or verify a copy of the folder.`,
  );
  return 2;
}
