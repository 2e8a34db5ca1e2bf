import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ApiResult } from '@/services/api';
import { signedIn } from '@/shell/online';

export interface Remote<T> {
  /** `undefined` while it is being read for the first time. */
  readonly read: ApiResult<T> | undefined;
  readonly again: () => void;
  /** Puts what an action has answered in the place of what was read. */
  readonly set: (value: T) => void;
}

/** What the server says, read whenever the page comes to the front: signing in on another page changes it. */
export function useRemote<T>(ask: () => Promise<ApiResult<T>>): Remote<T> {
  const [read, setRead] = useState<ApiResult<T>>();
  useStore(signedIn.store);
  const again = (): void => void ask().then(setRead);
  useDidShow(again);
  return { read, again, set: (value) => setRead({ ok: true, value }) };
}
