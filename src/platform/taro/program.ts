import Taro from '@tarojs/taro';
import type { ProgramPort } from '../ports';
import { messageOf } from './message';

const onWeapp = process.env.TARO_ENV === 'weapp';

/** With the place where it came from, where the system tells it. */
const traceOf = (reason: unknown): string => {
  const stack = typeof reason === 'object' && reason !== null && 'stack' in reason ? reason.stack : '';
  return `${messageOf(reason)}\n${typeof stack === 'string' ? stack : ''}`.trim();
};

const openPages = (): readonly string[] => Taro.getCurrentPages().map(({ route }) => route ?? '');

export const taroProgram: ProgramPort = {
  onFault: (listener) => {
    const tell = (what: string): void => listener(what, openPages().at(-1) ?? '');
    if (!onWeapp) return;
    Taro.onError((what) => tell(traceOf(what)));
    Taro.onUnhandledRejection(({ reason }) => tell(traceOf(reason)));
  },
  onUpdate: (listener) => {
    if (onWeapp) Taro.getUpdateManager().onUpdateReady(listener);
  },
  update: () => {
    if (onWeapp) Taro.getUpdateManager().applyUpdate();
  },
  openPages,
};
