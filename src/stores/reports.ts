import { isRecord } from './persisted';

/** 清单之外: what a window asked for or said that the guide does not. Kept on the phone; sent when the person says so. */
export interface OutsideReport {
  readonly guide: string;
  readonly version: number;
  /** Which part of the guide: `materials`, `fees`, `time`, `where`, `other`. */
  readonly field: string;
  readonly text: string;
  /** YYYY-MM-DD */
  readonly on: string;
  readonly sent: boolean;
}

export type OutsideReports = readonly OutsideReport[];

const LIMIT = 50;

function reportIn(item: unknown): readonly OutsideReport[] {
  if (!isRecord(item)) return [];
  const { guide, version, field, text, on, sent } = item;
  const whole =
    typeof guide === 'string' &&
    typeof version === 'number' &&
    typeof field === 'string' &&
    typeof text === 'string' &&
    typeof on === 'string';
  return whole ? [{ guide, version, field, text, on, sent: sent === true }] : [];
}

export const parseReports = (stored: unknown): OutsideReports =>
  Array.isArray(stored) ? stored.flatMap(reportIn).slice(0, LIMIT) : [];

const same = (a: OutsideReport, b: OutsideReport): boolean =>
  a.guide === b.guide && a.field === b.field && a.text === b.text && a.on === b.on;

export const sentReport = (all: OutsideReports, report: OutsideReport): OutsideReports =>
  all.map((each) => (same(each, report) ? { ...each, sent: true } : each));

/** The same words on the same day are one report, tapped twice. */
export const withReport = (all: OutsideReports, report: OutsideReport): OutsideReports =>
  [report, ...all.filter((each) => !same(each, report))].slice(0, LIMIT);
