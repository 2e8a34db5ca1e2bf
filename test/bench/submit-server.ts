/** Our server, or the bare one, in a process of its own: `submit-server.ts KIND PLACE`. Prints its address and 20 tokens. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../server/app';
import { DEMO_PEOPLE, DEMO_PROVIDERS, recordOf } from '../../server/demo/people';
import { openDatabase, type DatabasePlace } from '../../server/db/open';
import { localFiles } from '../../server/files/local';
import { personFor } from '../../server/identity/people';
import { openSession } from '../../server/identity/tokens';
import { LIMITS, type Service } from '../../server/service';
import { storeOver, testKeys } from '../server-support/cases';
import { bareServer } from './bare-server';

export const CLIENTS = 20;

/** People are not limited, the server is as it comes. */
const UNLIMITED = { ...LIMITS, address: 1e9, user: 1e9, signIn: 1e9 };

async function main(): Promise<void> {
  const [, , kind, text = ''] = process.argv;
  const place: DatabasePlace = JSON.parse(text);
  const opened = await openDatabase(place, Date.now());
  if (!opened.ok) throw new Error(opened.error.code);
  const database = opened.value;
  const store = storeOver(database, testKeys());
  const service: Service = {
    store,
    database,
    files: localFiles(mkdtempSync(join(tmpdir(), 'jinpu-bench-files-'))),
    providers: DEMO_PROVIDERS,
    mode: 'demo',
    limits: UNLIMITED,
    now: Date.now,
  };
  const tokens: string[] = [];
  for (let i = 0; i < CLIENTS; i += 1) {
    const demo = DEMO_PEOPLE[i % DEMO_PEOPLE.length];
    if (!demo) throw new Error('nobody');
    const person = await personFor(store, { ...recordOf(demo), login: `${demo.id}-${i}` }, Date.now());
    tokens.push((await openSession(store, { kind: 'user', subject: person.id }, Date.now())).token);
  }
  const app =
    kind === 'bare' ? bareServer(database.db) : await buildApp({ now: Date.now, version: 'bench', service });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`${JSON.stringify({ url, tokens })}\n`);
}

void main();
