/** What the functions over cases need; made once when the server starts. */
import type { Kysely } from 'kysely';
import type { Calendar } from '@/domain/calendar/calendar';
import type { KeyRing } from '../crypto/keys';
import type { Database } from '../db/schema';

export interface Store {
  readonly db: Kysely<Database>;
  readonly keys: KeyRing;
  readonly calendar: Calendar;
  /** The next running number of a receipt. */
  readonly nextSerial: () => Promise<number>;
}
