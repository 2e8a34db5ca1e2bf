/** How days and times are said. */
import { showDate } from '@/domain/form/kinds/dates';
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import { shanghaiMoment } from '@/domain/shared/shanghai';

/** 12 月 2 日, with the year when it is another one than `than`. */
export function dayText({ year, month, day }: CivilDate, than?: CivilDate): string {
  const short = `${month} 月 ${day} 日`;
  return than !== undefined && than.year === year ? short : `${year} 年 ${short}`;
}

export const momentText = (epochMs: number): string => {
  const { date, minutes } = shanghaiMoment(epochMs);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${showDate(formatDate(date))} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

export const dateTextOf = (epochMs: number): string => showDate(formatDate(shanghaiMoment(epochMs).date));
