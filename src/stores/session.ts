import type { Session } from '@/contract/people';
import { parseSession } from '@/services/wire';

/** `undefined`: nobody is signed in on this phone. */
export type SessionState = Session | undefined;

export const parseSessionState = (stored: unknown): SessionState => parseSession(stored);
