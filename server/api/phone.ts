/** What the program on the phone asks for itself. */
import { operations } from '@/contract/operations';
import { safeTrace } from '@/domain/shared/trace';
import { ok } from '@/domain/shared/result';
import { bind } from './call';

export const phoneRoutes = [
  bind(operations.templates, async ({ template }) =>
    ok({ templates: template === undefined ? [] : [template] }),
  ),
  // Into the log and nowhere else; what came is blotted again, as anybody may send anything.
  bind(operations.trouble, async (_service, { body, request }) => {
    for (const { at, page, what, times } of body.faults)
      request.log.warn({ at, page: safeTrace(page), what: safeTrace(what), times }, 'trouble on a phone');
    return ok(undefined);
  }),
];
