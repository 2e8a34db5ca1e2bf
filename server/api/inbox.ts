import { operations } from '@/contract/operations';
import { err, ok } from '@/domain/shared/result';
import { cursorOf, readCursor } from '../cursor';
import { listInbox, markRead } from '../inbox/inbox';
import { addConsents } from '../outbox/consents';
import { bind } from './call';

const PAGE = 30;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const inboxRoutes = [
  bind(operations.inbox, async ({ store }, { query, person }) => {
    const after = query.after === undefined ? undefined : readCursor(query.after);
    if (query.after !== undefined && !after) return err({ code: 'badRequest' });
    const page = await listInbox(store, person.id, { after, limit: PAGE + 1 });
    const shown = page.slice(0, PAGE);
    const last = shown.at(-1);
    return ok({ messages: shown, next: last && page.length > PAGE ? cursorOf(last.at, last.id) : null });
  }),
  bind(operations.subscribe, async ({ store }, { body, person }) => {
    await addConsents(store, person.id, body.templates);
    return ok(undefined);
  }),
  bind(operations.readMessage, async ({ store }, { params, person, at }) => {
    const id = params['id'] ?? '';
    const found = UUID.test(id) && (await markRead(store, person.id, id, at));
    return found ? ok(undefined) : err({ code: 'notFound', detail: '没有这条消息。' });
  }),
];
