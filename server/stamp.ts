/** What the database was made for: a production server pointed at a demo's database would show people who do not exist. */
import { err, ok, type Result } from '@/domain/shared/result';
import type { Store } from './cases/store';
import type { Mode } from './mode';

const NAME = 'mode';

export async function checkStamp({ db }: Pick<Store, 'db'>, mode: Mode): Promise<Result<Mode, string>> {
  await db
    .insertInto('stamps')
    .values({ name: NAME, value: mode })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('stamps')
    .select('value')
    .where('name', '=', NAME)
    .executeTakeFirstOrThrow();
  return value === mode ? ok(mode) : err(`The database is of ${value} and the mode is ${mode}.`);
}
