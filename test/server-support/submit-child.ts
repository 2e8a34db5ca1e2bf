/**
 * Submits and accepts cases without pause until it is killed. Each line says what was acknowledged: `ack KEY CASE RECEIPT`
 * or `step CASE VERSION`, and before it `send KEY`. Arguments: the place, as JSON; the keys come by the environment.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { FACTS } from '@/domain/case/cases.arbitrary';
import { submit } from '../../server/cases/submit';
import { keysFromEnvironment } from '../../server/crypto/key-source';
import { openDatabase, type DatabasePlace } from '../../server/db/open';
import { does, NOON, storeOver, submission } from './cases';

const CLIENTS = 8;
const OWNER = '00000000-0000-7000-8000-000000000001';

/** At once, without a buffer: what is not written when the process dies was not acknowledged. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function main(): Promise<void> {
  const place: DatabasePlace = JSON.parse(process.argv[2] ?? '');
  const keys = keysFromEnvironment(process.env);
  const opened = await openDatabase(place, NOON);
  if (!opened.ok || !keys?.ok) throw new Error('cannot open');
  const store = storeOver(opened.value, keys.value);
  say('ready');
  const client = async (): Promise<never> => {
    for (;;) {
      const key = randomUUID();
      say(`send ${key}`);
      const receipt = await submit(store, submission({ owner: OWNER, key }), NOON);
      if (!receipt.ok) throw new Error(receipt.error);
      const { caseId, receipt: number } = receipt.value;
      say(`ack ${key} ${caseId} ${number}`);
      const step = await does(store, caseId, 1, FACTS.accepted);
      if (step.ok) say(`step ${caseId} ${step.value.version}`);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

void main();
