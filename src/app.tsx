import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { nameFields } from './platform/web/field-names';
import { keyboardTaps } from './platform/web/keyboard';
import { quietInputs } from './platform/taro/quiet-inputs';
import { onAppShown, watchOutbox } from './shell/online';
import { watchPrivacy } from './shell/privacy';
import { updateIfIdle, watchFaults, watchUpdates } from './shell/program';
import { setClock } from './shell/today';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') quietInputs();
if (process.env.TARO_ENV === 'h5') {
  keyboardTaps();
  nameFields();
}

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchFaults();
    watchPrivacy();
    watchUpdates();
    watchOutbox();
    void setClock();
  });
  useDidShow(() => {
    onAppShown();
    void updateIfIdle();
  });
  return children;
}
