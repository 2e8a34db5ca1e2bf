/** What went wrong, what became of what the person typed, and what to do now. */
import type { ApiFault } from './api';

const NETWORK = {
  offline: '手机现在没有网。',
  timeout: '网络太慢，没有等到回应。',
  refused: '连不上服务器。',
} as const;

/** @param kept what became of the answers, ends with 。 */
export function faultWords(fault: ApiFault, kept = '您填的都还在。'): string {
  switch (fault.kind) {
    case 'network':
      return `${NETWORK[fault.fault]}${kept}请稍后再试。`;
    case 'unreadable':
      return `服务器的回答看不懂，可能正在维护。${kept}请稍后再试，或拨 12345。`;
    case 'problem':
      return problemWords(fault, kept);
  }
}

function problemWords({ code, detail }: Extract<ApiFault, { kind: 'problem' }>, kept: string): string {
  switch (code) {
    case 'signInNeeded':
      return `登录过期了。${kept}请重新登录。`;
    case 'clientTooOld':
      return `小程序版本旧了，请先更新。${kept}`;
    case 'tooMany':
    case 'busy':
      return `现在办的人多。${kept}请过几分钟再试。`;
    case 'internal':
    case 'providerFailed':
      return `服务器出了问题，不是您的错。${kept}请稍后再试，或拨 12345。`;
    default:
      return detail === '' ? `没有办成。${kept}请稍后再试，或拨 12345。` : `${detail}${kept}`;
  }
}
