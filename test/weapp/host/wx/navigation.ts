import type { PageStack } from '../page-stack';
import { type Bag, text } from '../values';
import { method } from './answer';
import type { Phone } from './phone';

/** The five ways between pages. */
export function navigationApi(phone: Phone, stack: PageStack): Bag {
  const go = (name: string, move: (url: string) => Promise<void>) =>
    method(phone.clock, name, async ({ url }) => {
      await move(text(url));
      return name === 'navigateTo' ? { eventChannel: silentChannel } : {};
    });
  return {
    navigateTo: go('navigateTo', (url) => stack.navigateTo(url)),
    redirectTo: go('redirectTo', (url) => stack.redirectTo(url)),
    reLaunch: go('reLaunch', (url) => stack.reLaunch(url)),
    switchTab: go('switchTab', (url) => stack.switchTab(url)),
    navigateBack: method(phone.clock, 'navigateBack', ({ delta }) =>
      stack.navigateBack(typeof delta === 'number' ? delta : 1),
    ),
    preloadPage: method(phone.clock, 'preloadPage', () => undefined),
    exitMiniProgram: method(phone.clock, 'exitMiniProgram', () => undefined),
  };
}

const silentChannel = {
  emit: () => undefined,
  on: () => undefined,
  once: () => undefined,
  off: () => undefined,
};
