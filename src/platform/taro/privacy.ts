import Taro from '@tarojs/taro';

type Answer = Parameters<Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]>[0];

/** Two functions may wait for one answer. */
let waiting: Answer[] = [];

const onWeapp = process.env.TARO_ENV === 'weapp';

/** WeChat asks before the first use of a privacy API (基础库 2.32.3); elsewhere nothing asks. */
export function onPrivacyNeeded(ask: () => void): void {
  if (!onWeapp || typeof Taro.onNeedPrivacyAuthorization !== 'function') return;
  Taro.onNeedPrivacyAuthorization((answer) => {
    waiting.push(answer);
    ask();
  });
}

/** `agreed` must come from a tap on the button with open-type agreePrivacyAuthorization. */
export function answerPrivacy(agreed: boolean, buttonId = 'privacy-agree'): void {
  const asked = waiting;
  waiting = [];
  for (const resolve of asked) resolve(agreed ? { event: 'agree', buttonId } : { event: 'disagree' });
}
