import { attached } from '@/services/materials';
import { drafts, outbox } from '@/shell/online';
import { clock } from '@/shell/ports';
import type { HandedIn } from '@/stores/outbox';
import type { Filling } from '../filling';

/** Hands the form in. The draft goes once the outbox or the server has it; refused or not kept, it stays. */
export async function handIn({ work, draft, filled, materials }: Filling): Promise<HandedIn> {
  const outcome = await outbox.handIn({
    key: draft.key,
    queuedAt: clock.now(),
    request: {
      form: work.form.id,
      formVersion: work.form.version,
      answers: filled.toSend,
      materials: attached(materials),
    },
    materials: draft.materials,
  });
  if (outcome.kind === 'sent' || outcome.kind === 'wait') drafts.clear(work.name);
  return outcome;
}
