import { taroDevice } from './device';

const answers = new Map<string, () => Promise<unknown>>();
const asked: (readonly [string, unknown])[] = [];
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: new Proxy(
    {},
    {
      get: (_, name) => (options: unknown) => {
        asked.push([String(name), options]);
        return answers.get(String(name))?.() ?? Promise.resolve({});
      },
    },
  ),
}));

beforeEach(() => {
  answers.clear();
  asked.length = 0;
});

const fails = (name: string, error: unknown): void => void answers.set(name, () => Promise.reject(error));
const place = { name: '大厅', address: '地址', latitude: 39.1, longitude: 121.7 };

describe('what the phone is asked to do', () => {
  it('calls, copies and shows a place', async () => {
    const done = [
      await taroDevice.call('12345'),
      await taroDevice.copy('文字'),
      await taroDevice.openMap(place),
    ];
    expect(done.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(asked).toEqual([
      ['makePhoneCall', { phoneNumber: '12345' }],
      ['setClipboardData', { data: '文字' }],
      ['openLocation', { ...place, scale: 16 }],
    ]);
  });

  it.each([
    ['denied', { errMsg: 'makePhoneCall:fail cancel' }],
    ['denied', { errMsg: 'makePhoneCall:fail auth deny' }],
    ['denied', { errMsg: 'setClipboardData:fail privacy permission is not authorized' }],
    ['failed', { errMsg: 'makePhoneCall:fail system error' }],
    ['failed', new Error('not supported')],
    ['failed', undefined],
  ])('calls it %s when it fails with %p', async (fault, error) => {
    fails('makePhoneCall', error);
    expect(await taroDevice.call('12345')).toEqual({ ok: false, error: fault });
  });
});

describe('what is said', () => {
  it('asks a question with two answers', async () => {
    const question = { title: '标题', text: '正文', yes: '好', no: '不' };
    answers.set('showModal', () => Promise.resolve({ confirm: true, cancel: false }));
    expect(await taroDevice.confirm(question)).toBe(true);
    answers.set('showModal', () => Promise.resolve({ confirm: false, cancel: true }));
    expect(await taroDevice.confirm(question)).toBe(false);
    fails('showModal', { errMsg: 'showModal:fail' });
    expect(await taroDevice.confirm(question)).toBe(false);
    expect(asked[0]).toEqual([
      'showModal',
      { title: '标题', content: '正文', confirmText: '好', cancelText: '不' },
    ]);
  });

  it('does not mind when it cannot be shown', async () => {
    for (const name of ['showToast', 'setNavigationBarTitle', 'pageScrollTo'])
      fails(name, { errMsg: 'fail' });
    taroDevice.toast('一句话');
    taroDevice.setTitle('标题');
    taroDevice.scrollToTop();
    await new Promise(setImmediate);
    expect(asked.map(([name]) => name)).toEqual(['showToast', 'setNavigationBarTitle', 'pageScrollTo']);
  });
});
