/**
 * Checks the audit trail from its rows alone. Written apart from the server on purpose, so that a mistake there is not
 * repeated here; docs/audit.md says what is hashed.
 */
import { createHash } from 'node:crypto';

export interface AuditRow {
  readonly chain: string;
  readonly seq: number;
  readonly at: number;
  readonly actor_role: string;
  readonly actor_id: string;
  readonly action: string;
  readonly detail: string;
  readonly digest: string;
  readonly prev: string;
  readonly hash: string;
}

export interface CaseRow {
  readonly id: string;
  readonly receipt: string;
  readonly owner: string;
  readonly company: string | null;
  readonly item: string;
  readonly version: number;
  readonly chain_head: string;
  readonly created_at: number;
}

/** Of a listing certificate. */
export interface CertificateRow {
  readonly id: string;
  readonly receipt: string;
  readonly owner: string;
  readonly company_digest: string;
  readonly look_up_digest: string;
  readonly version: number;
  readonly chain_head: string;
  readonly created_at: number;
}

export interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
  readonly actor_role: string;
  readonly actor_id: string;
  readonly digest: string;
}

export interface AnswersRow {
  readonly case_id: string;
  readonly version: number;
  readonly digest: string;
}

export interface ChainRow {
  readonly chain: string;
  readonly seq: number;
  readonly head: string;
}

export interface SealRow {
  readonly n: number;
  readonly at: number;
  readonly upTo: string;
  readonly heads: readonly (readonly [string, number, string])[];
  readonly prev: string;
  readonly hash: string;
}

export interface Trail {
  readonly audit: readonly AuditRow[];
  readonly cases: readonly CaseRow[];
  readonly events: readonly EventRow[];
  readonly answers: readonly AnswersRow[];
  readonly certificates: readonly CertificateRow[];
  readonly certificateEvents: readonly EventRow[];
  readonly certificateContents: readonly AnswersRow[];
  readonly chains: readonly ChainRow[];
  readonly seals: readonly SealRow[];
}

export interface Finding {
  readonly code:
    | 'hash'
    | 'link'
    | 'gap'
    | 'head'
    | 'caseMissing'
    | 'caseChanged'
    | 'eventMissing'
    | 'eventChanged'
    | 'answersChanged'
    | 'sealChanged'
    | 'sealedEntryMissing';
  /** Chain and number, or what else it is about. */
  readonly at: string;
}

const ZERO = '0'.repeat(64);
const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const hashOf = (row: AuditRow): string =>
  sm3(
    JSON.stringify([
      row.chain,
      row.seq,
      row.at,
      row.actor_role,
      row.actor_id,
      row.action,
      row.detail,
      row.digest,
      row.prev,
    ]),
  );

/** Numbers without gaps, each entry's hash, and each link to the one before. */
function* checkLinks(chain: string, entries: readonly AuditRow[]): Generator<Finding> {
  let prev = ZERO;
  for (const [i, entry] of entries.entries()) {
    const at = `${chain}/${entry.seq}`;
    if (entry.seq !== i + 1) yield { code: 'gap', at };
    if (entry.prev !== prev) yield { code: 'link', at };
    if (hashOf(entry) !== entry.hash) yield { code: 'hash', at };
    prev = entry.hash;
  }
}

interface Detail {
  readonly [key: string]: unknown;
}

function detailOf({ detail }: AuditRow): Detail {
  try {
    const parsed: unknown = JSON.parse(detail);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

const sameEvent = (entry: AuditRow, event: EventRow): boolean =>
  entry.action === event.kind &&
  entry.at === event.at &&
  entry.actor_role === event.actor_role &&
  entry.actor_id === event.actor_id &&
  entry.digest === event.digest;

function* checkEvents(
  chain: string,
  entries: readonly AuditRow[],
  events: readonly EventRow[],
): Generator<Finding> {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  if (events.length !== entries.length) yield { code: 'eventMissing', at: chain };
  for (const entry of entries) {
    const event = bySeq.get(entry.seq);
    const at = `${chain}/${entry.seq}`;
    if (!event) yield { code: 'eventMissing', at };
    else if (!sameEvent(entry, event)) yield { code: 'eventChanged', at };
  }
}

function* checkAnswers(
  chain: string,
  entries: readonly AuditRow[],
  answers: readonly AnswersRow[],
): Generator<Finding> {
  const told = new Map<unknown, unknown>();
  for (const { answers: version, digest } of entries.map(detailOf))
    if (version !== undefined) told.set(version, digest);
  const stored = new Map(answers.map(({ version, digest }) => [version, digest]));
  if (told.size !== answers.length || stored.size !== answers.length)
    yield { code: 'answersChanged', at: chain };
  for (const [version, digest] of stored)
    if (told.get(version) !== digest) yield { code: 'answersChanged', at: `${chain} answers ${version}` };
}

/** What never changes of a case is in its first entry. */
type Fixed = Readonly<Record<string, string | null>>;

type Head = Pick<CaseRow, 'id' | 'version' | 'chain_head' | 'created_at'>;

function* checkCase(
  chain: string,
  entries: readonly AuditRow[],
  row: Head,
  fixed: Fixed,
): Generator<Finding> {
  const [first] = entries;
  const last = entries.at(-1);
  if (!first || !last || row.version !== entries.length || row.chain_head !== last.hash) {
    yield { code: 'head', at: chain };
    return;
  }
  const told = detailOf(first);
  const same = Object.entries(fixed).every(([name, value]) => told[name] === value);
  if (!same || first.at !== row.created_at) yield { code: 'caseChanged', at: chain };
}

function* checkSeals(
  { seals }: Trail,
  byChain: ReadonlyMap<string, readonly AuditRow[]>,
): Generator<Finding> {
  let prev = ZERO;
  for (const [i, { n, at, upTo, heads, prev: told, hash }] of seals.entries()) {
    const intact = hash === sm3(JSON.stringify([n, at, upTo, heads, told]));
    if (!intact || n !== i + 1 || told !== prev) yield { code: 'sealChanged', at: `seal ${n}` };
    prev = hash;
    for (const [chain, seq, head] of heads)
      if (!byChain.get(chain)?.some((entry) => entry.seq === seq && entry.hash === head))
        yield { code: 'sealedEntryMissing', at: `${chain}/${seq}` };
  }
}

const CASE = 'case:';
const CERTIFICATE = 'certificate:';

/** Their heads are in the rows of the cases. */
const isOfCases = (chain: string): boolean => chain.startsWith(CASE) || chain.startsWith(CERTIFICATE);

function* checkHeads(trail: Trail, byChain: ReadonlyMap<string, readonly AuditRow[]>): Generator<Finding> {
  const heads = new Map(trail.chains.map((row) => [row.chain, row]));
  for (const [chain, entries] of byChain) {
    if (isOfCases(chain)) continue;
    const head = heads.get(chain);
    if (head?.seq !== entries.length || head.head !== entries.at(-1)?.hash) yield { code: 'head', at: chain };
  }
  for (const chain of heads.keys()) if (!byChain.has(chain)) yield { code: 'head', at: chain };
}

interface Cases {
  readonly prefix: string;
  readonly rows: readonly (readonly [Head, Fixed])[];
  readonly events: readonly EventRow[];
  readonly answers: readonly AnswersRow[];
}

const casesIn = ({ cases, events, answers }: Trail): Cases => ({
  prefix: CASE,
  rows: cases.map((row) => {
    const { owner, receipt, item, company } = row;
    return [row, { owner, receipt, item, company }];
  }),
  events,
  answers,
});

const certificatesIn = ({ certificates, certificateEvents, certificateContents }: Trail): Cases => ({
  prefix: CERTIFICATE,
  rows: certificates.map((row) => {
    const { owner, receipt, company_digest, look_up_digest } = row;
    return [row, { owner, receipt, company_digest, look_up_digest }];
  }),
  events: certificateEvents,
  answers: certificateContents,
});

function* checkCases(cases: Cases, byChain: ReadonlyMap<string, readonly AuditRow[]>): Generator<Finding> {
  const { prefix, rows } = cases;
  const events = grouped(cases.events, ({ case_id }) => prefix + case_id);
  const answers = grouped(cases.answers, ({ case_id }) => prefix + case_id);
  const known = new Set<string>();
  for (const [row, fixed] of rows) {
    const chain = prefix + row.id;
    const entries = byChain.get(chain) ?? [];
    known.add(chain);
    yield* checkCase(chain, entries, row, fixed);
    yield* checkEvents(chain, entries, events.get(chain) ?? []);
    yield* checkAnswers(chain, entries, answers.get(chain) ?? []);
  }
  for (const chain of [...byChain.keys(), ...events.keys(), ...answers.keys()])
    if (chain.startsWith(prefix) && !known.has(chain)) yield { code: 'caseMissing', at: chain };
}

/** Everything that is wrong; an empty list when the trail is whole. */
export function verify(trail: Trail): readonly Finding[] {
  const byChain = grouped(trail.audit, ({ chain }) => chain);
  for (const entries of byChain.values()) entries.sort((a, b) => a.seq - b.seq);
  return [
    ...[...byChain].flatMap(([chain, entries]) => [...checkLinks(chain, entries)]),
    ...checkHeads(trail, byChain),
    ...checkCases(casesIn(trail), byChain),
    ...checkCases(certificatesIn(trail), byChain),
    ...checkSeals(trail, byChain),
  ];
}
