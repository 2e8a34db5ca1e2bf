/** What differs from item to item in the handling of a case; kept inside the case, so that a later change binds new cases only. */

/** The promised time: `FormHeader.clock` fits. */
export type CaseClock =
  | { readonly kind: 'instant' }
  | { readonly kind: 'days'; readonly days: number; readonly unit: 'workday' | 'calendarDay' }
  /** By a calendar of the year, or at the appointment. */
  | { readonly kind: 'scheduled' };

export interface CaseRules {
  readonly clock: CaseClock;
  /**
   * Working days without a correction notice after which the case counts as accepted from the day it was received
   * (行政许可法 第32条: 5); absent where that rule does not apply.
   */
  readonly silenceDays?: number;
  /** Working days that the applicant has to correct. */
  readonly correctionDays: number;
  /** When they pass: the person is reminded and may still correct, or the case counts as withdrawn (法律援助条例 第43条). */
  readonly onCorrectionLapse: 'remind' | 'withdrawn';
  /** Whether a correction may also be asked for after acceptance; it then stops the clock. */
  readonly laterCorrection: boolean;
  /** The longest extension, in the clock's unit (行政许可法 第42条: 10); 0 where none is allowed. It is given once. */
  readonly extensionDays: number;
}

/** A licence under 行政许可法: 5 days of silence, 15 to correct. Other items state what differs. */
export const LICENCE_RULES: Omit<CaseRules, 'clock'> = {
  silenceDays: 5,
  correctionDays: 15,
  onCorrectionLapse: 'remind',
  laterCorrection: false,
  extensionDays: 10,
};
