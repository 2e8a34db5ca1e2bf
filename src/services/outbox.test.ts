import { err } from '@/domain/shared/result';
import type { Api, ApiFault } from './api';
import { sendSubmission } from './outbox';

const submission = {
  key: 'k'.repeat(16),
  queuedAt: 0,
  request: { form: 'a', formVersion: 1, answers: {}, materials: [] },
};

const refusing = (fault: ApiFault): Api => ({
  open: async () => err(fault),
  call: async () => err(fault),
  upload: async () => err(fault),
});

const problem = (code: Extract<ApiFault, { kind: 'problem' }>['code'], body = {}): ApiFault => ({
  kind: 'problem',
  code,
  status: 400,
  detail: '',
  body,
});

it.each<readonly [string, ApiFault, 'wait' | 'refused']>([
  ['no network', { kind: 'network', fault: 'offline' }, 'wait'],
  ['an answer that is none', { kind: 'unreadable' }, 'wait'],
  ['an ended session', problem('signInNeeded'), 'wait'],
  ['a program that is too old', problem('clientTooOld'), 'wait'],
  // It would be refused again, and hold up all that waits behind it.
  ['a form that is too old', problem('clientTooOld', { form: 'a' }), 'refused'],
  ['a busy server', problem('busy'), 'wait'],
  ['wrong answers', problem('invalidAnswers'), 'refused'],
  ['a slot that is gone', problem('slotTaken'), 'refused'],
])('%s', async (_, fault, kind) => {
  expect(await sendSubmission(refusing(fault), submission)).toEqual({ kind, fault });
});
