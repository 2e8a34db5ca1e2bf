import { useStore } from 'zustand';
import { Button } from '@/components/button/button';
import type { Guide } from '@/domain/guide/guide';
import { device, go } from '@/shell/ports';
import { trip } from '@/shell/stores';
import { TRIP_LIMIT, withGuide } from '@/stores/trip';

function toggleTrip(id: string, chosen: boolean): void {
  if (!chosen && trip.store.getState().length >= TRIP_LIMIT) {
    device.toast(`一趟最多合并 ${TRIP_LIMIT} 件事`);
    return;
  }
  trip.store.setState((choice) => withGuide(choice, id, !chosen), true);
  if (!chosen) device.toast('已加入“合并跑一趟”');
}

/** Adds the errand to one trip with others, or takes it out again. */
export function TripButton({ guide }: { readonly guide: Guide }) {
  const chosen = useStore(trip.store, (choice) => choice.includes(guide.id));
  return (
    <Button
      text={chosen ? '已加入合并' : '合并跑一趟'}
      label={chosen ? '已加入合并，点一下移出' : '加入合并跑一趟'}
      icon="route"
      onTap={() => toggleTrip(guide.id, chosen)}
    />
  );
}

/** What can be done here is done here; for all else the sheet to carry comes first. */
export function Actions({ guide }: { readonly guide: Guide }) {
  if (guide.channels.online.kind === 'here') {
    return (
      <>
        <Button text="办事小抄" icon="note" onTap={() => go('note', { id: guide.id })} />
        <Button text="在线办理" kind="primary" icon="pen" onTap={() => go('apply', { id: guide.id })} />
      </>
    );
  }
  return (
    <>
      <TripButton guide={guide} />
      <Button text="办事小抄" kind="primary" icon="note" onTap={() => go('note', { id: guide.id })} />
    </>
  );
}
