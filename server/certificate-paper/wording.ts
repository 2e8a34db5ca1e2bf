/** Words of the paper: Chinese, or Chinese with English below it. */
import { formatDate, type CivilDate } from '@/domain/shared/civil-date';
import type { Period } from '@/domain/certificate/period';
import type { Assessment } from '@/domain/certificate/reference';
import { departmentName } from '../catalogue';
import { reference } from '../certificate/rules';
import type { PaperFacts } from '../certificate/port';
import { BOARDS_EN, DEPARTMENTS_EN, PHRASES_EN, PURPOSES_EN } from './english';

export type Language = PaperFacts['scope']['language'];

/** `between`: a line feed where there is room below, a blank in one line. */
export const inBoth = (language: Language, chinese: string, english: string, between = '\n'): string =>
  language === 'zhEn' && english !== '' ? `${chinese}${between}${english}` : chinese;

export const chineseDate = ({ year, month, day }: CivilDate): string => `${year} 年 ${month} 月 ${day} 日`;

export const periodText = ({ start, end }: Period, language: Language): string =>
  inBoth(
    language,
    `${chineseDate(start)} 至 ${chineseDate(end)}`,
    `${formatDate(start)} to ${formatDate(end)}`,
  );

export const departmentText = (id: string, language: Language): string =>
  inBoth(language, departmentName(id), DEPARTMENTS_EN[id] ?? '');

export function purposeText({ purpose, board }: PaperFacts['scope'], language: Language): string {
  const name = reference.purposes.find(({ id }) => id === purpose)?.name ?? purpose;
  const on = reference.boards.find(({ id }) => id === board)?.name;
  const english = [PURPOSES_EN[purpose], board === undefined ? undefined : BOARDS_EN[board]];
  return inBoth(
    language,
    on === undefined ? name : `${name}（${on}）`,
    english.filter((part) => part !== undefined).join(', '),
  );
}

export function phraseText(
  id: string,
  { entity, period, language }: { entity: string; period: Period; language: Language },
): string {
  const fill = (text: string, name: string): string =>
    text
      .replace('{entity}', name)
      .replace('{start}', formatDate(period.start))
      .replace('{end}', formatDate(period.end));
  const chinese = reference.phrases.find((phrase) => phrase.id === id)?.text ?? id;
  const of = entity === '' ? (['所列主体', 'each entity listed'] as const) : ([entity, entity] as const);
  return inBoth(language, fill(chinese, of[0]), fill(PHRASES_EN[id] ?? '', of[1]));
}

const ASSESSMENTS: Readonly<Record<Assessment, readonly [chinese: string, english: string]>> = {
  minor: ['情节轻微', 'minor'],
  remedied: ['已缴清并整改', 'remedied'],
  notMajor: ['不属于重大违法违规', 'not major'],
  major: ['属于重大违法违规', 'major'],
  unremedied: ['尚未整改', 'not remedied'],
};

export const assessmentText = (assessment: Assessment, language: Language): string =>
  inBoth(language, ...ASSESSMENTS[assessment]);

/** 12,000.00 元. */
export const moneyText = (cents: number): string => {
  const yuan = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${String(cents % 100).padStart(2, '0')} 元`;
};
