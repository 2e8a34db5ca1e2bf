/** The part of the composition root that talks to the server as a person: session, drafts, outbox, uploads. */
import { createStore } from 'zustand/vanilla';
import type { Prefill } from '@/contract/people';
import type { StorageFault } from '@/platform/ports';
import { taroNetwork } from '@/platform/taro/network';
import { taroRandom } from '@/platform/taro/random';
import { taroSignIn } from '@/platform/taro/sign-in';
import { createApi } from '@/services/api';
import { uploadFile } from '@/services/form-data';
import { sendSubmission } from '@/services/outbox';
import { createSessions } from '@/services/session';
import { createDrafts } from '@/stores/drafts';
import { createOutbox } from '@/stores/outbox';
import { keptSecretStore } from '@/stores/persisted';
import { parseSessionState } from '@/stores/session';
import { createUploads } from '@/stores/uploads';
import { clock, device, http, secret, storage } from './ports';

let told = false;
function onFault(fault: StorageFault): void {
  if (told) return;
  told = true;
  device.toast(
    fault === 'full'
      ? '手机存储已满，填的内容存不下，请别退出'
      : '手机存储暂不可用，填的内容存不下，请别退出',
  );
}

export const random = taroRandom;

export const signedIn = keptSecretStore({ secret, key: 'session', parse: parseSessionState, onFault });

export const sessions = createSessions(
  { http, signIn: taroSignIn, now: clock.now },
  {
    ready: signedIn.ready,
    read: () => signedIn.store.getState(),
    write: (session) => signedIn.store.setState(session, true),
    clear: () => {
      signedIn.clear();
      prefills.setState({}, true);
    },
  },
);

export const api = createApi(http, sessions);

export const drafts = createDrafts({ secret, storage, now: clock.now, onFault });

export const outbox = createOutbox({
  secret,
  send: (submission) => sendSubmission(api, submission),
  later: (seconds, work) => void setTimeout(() => void tellingWhatWent(work), seconds * 1000),
});

export const uploads = createUploads((file, onProgress) => uploadFile(api, file, onProgress));

/** What came verified for each form. Only while the program runs: the phone keeps none of it. */
export const prefills = createStore<Readonly<Partial<Record<string, Prefill>>>>(() => ({}));

/** Nobody was waiting for it: the person is told. */
async function tellingWhatWent(send: () => Promise<void>): Promise<void> {
  const before = outbox.store.getState().sent[0];
  await send();
  if (outbox.store.getState().sent[0] !== before) device.toast('等着的申请已经发出');
}

async function sendWaiting(): Promise<void> {
  await outbox.ready;
  if (outbox.store.getState().entries.length > 0) await tellingWhatWent(outbox.flush);
}

/** Sends what waits when the app comes to the front and whenever there is a network again. */
export function watchOutbox(): void {
  taroNetwork.onReturn(() => void sendWaiting());
}

export const onAppShown = (): void => void sendWaiting();
