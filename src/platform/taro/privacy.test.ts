import type * as PrivacyModule from './privacy';

type Listener = (answer: (given: unknown) => void) => void;
const listeners: Listener[] = [];
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { onNeedPrivacyAuthorization: (listener: Listener) => listeners.push(listener) },
}));

/** The module looks at the platform once, when it is loaded. */
function loadFor(platform: string): typeof PrivacyModule {
  const before = process.env['TARO_ENV'];
  process.env['TARO_ENV'] = platform;
  const loaded: (typeof PrivacyModule)[] = [];
  jest.isolateModules(() => loaded.push(jest.requireActual<typeof PrivacyModule>('./privacy')));
  if (before === undefined) delete process.env['TARO_ENV'];
  else process.env['TARO_ENV'] = before;
  const [module] = loaded;
  if (module === undefined) throw new Error('not loaded');
  return module;
}

beforeEach(() => listeners.splice(0));

describe('privacy in WeChat', () => {
  it('asks when WeChat asks, and hands on the answer with the button that was tapped', () => {
    const { onPrivacyNeeded, answerPrivacy } = loadFor('weapp');
    const ask = jest.fn();
    const given: unknown[] = [];
    onPrivacyNeeded(ask);
    listeners[0]?.((answer) => given.push(answer));
    expect(ask).toHaveBeenCalledTimes(1);
    answerPrivacy(true);
    listeners[0]?.((answer) => given.push(answer));
    answerPrivacy(false);
    expect(given).toEqual([{ event: 'agree', buttonId: 'privacy-agree' }, { event: 'disagree' }]);
  });

  it('answers once, and nobody who did not ask', () => {
    const { onPrivacyNeeded, answerPrivacy } = loadFor('weapp');
    const given: unknown[] = [];
    answerPrivacy(true);
    onPrivacyNeeded(() => undefined);
    listeners[0]?.((answer) => given.push(answer));
    answerPrivacy(false);
    answerPrivacy(true);
    expect(given).toEqual([{ event: 'disagree' }]);
  });
});

it('never asks in a browser', () => {
  loadFor('h5').onPrivacyNeeded(() => undefined);
  expect(listeners).toEqual([]);
});
