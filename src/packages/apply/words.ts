/** How times, states and numbers of an application are said. */
import type { Clock, Form } from '@/domain/form/form';
import { showDate } from '@/domain/form/kinds/dates';
import { STATUSES, STATUS_NAMES } from '@/domain/case/state';

const UNITS = { workday: '个工作日', calendarDay: '个自然日' } as const;

export function clockText(clock: Clock): string {
  switch (clock.kind) {
    case 'instant':
      return '当场办';
    case 'days':
      return `受理后 ${clock.days} ${UNITS[clock.unit]}内`;
    case 'scheduled':
      return clock.note;
  }
}

/** A status on the wire by its name; one that is newer than this program stays as it is. */
export const statusText = (status: string): string => {
  const known = STATUSES.find((each) => each === status);
  return known === undefined ? status : STATUS_NAMES[known];
};

/** What comes after handing in, and by when. */
export function nextText({ clock }: Pick<Form, 'clock'>, due: string | null): string {
  if (due !== null) return `预计 ${showDate(due)}前办结。中间要您补材料的，会一次告诉您，时间顺延。`;
  switch (clock.kind) {
    case 'instant':
      return '收到后当场办，办好会通知您。';
    case 'days':
      return `收到后先看材料齐不齐；受理后 ${clock.days} ${UNITS[clock.unit]}内办结。`;
    case 'scheduled':
      return `${clock.note}。`;
  }
}
