/** How many messages of each template a person has agreed to and not had yet. */
import type { Store } from '../cases/store';

const MOST = 100;

export async function addConsents({ db }: Store, owner: string, templates: readonly string[]): Promise<void> {
  for (const template of new Set(templates))
    await db
      .insertInto('subscriptions')
      .values({ owner, template, left_count: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['owner', 'template'])
          .doUpdateSet((row) => ({ left_count: row('subscriptions.left_count', '+', 1) }))
          .where('subscriptions.left_count', '<', MOST),
      )
      .execute();
}
