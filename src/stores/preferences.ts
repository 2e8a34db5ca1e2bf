import { isRecord } from './persisted';

export interface Preferences {
  /** 长辈版 */
  readonly elder: boolean;
}

export const parsePreferences = (stored: unknown): Preferences => ({
  elder: isRecord(stored) && stored['elder'] === true,
});
