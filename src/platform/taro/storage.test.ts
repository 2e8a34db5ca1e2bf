import { taroStorage } from './storage';

const wx = {
  getStorageSync: jest.fn(),
  setStorageSync: jest.fn(),
  removeStorageSync: jest.fn(),
  getStorageInfoSync: jest.fn(),
};
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: new Proxy({}, { get: (_, name) => Reflect.get(wx, name) }),
}));

const fails = (error: unknown) => () => {
  throw error;
};

beforeEach(() => jest.resetAllMocks());

describe('taroStorage', () => {
  it('takes the empty string for nothing, and only that', () => {
    for (const [stored, read] of [
      ['', undefined],
      [0, 0],
      [false, false],
      [{ a: 1 }, { a: 1 }],
    ]) {
      wx.getStorageSync.mockReturnValue(stored);
      expect(taroStorage.read('key')).toEqual(read);
    }
  });

  it('reads nothing where reading fails', () => {
    wx.getStorageSync.mockImplementation(fails(new Error('getStorageSync:fail')));
    expect(taroStorage.read('key')).toBeUndefined();
  });

  it('writes under the key', () => {
    expect(taroStorage.write('key', { a: 1 })).toEqual({ ok: true, value: undefined });
    expect(wx.setStorageSync.mock.calls).toEqual([['key', { a: 1 }]]);
  });

  it.each([
    ['full', new Error('setStorageSync:fail exceed storage max size 10Mb')],
    ['full', { errMsg: 'setStorageSync:fail entry size limit reached' }],
    ['full', Object.assign(new Error(''), { name: 'QuotaExceededError' })],
    ['unavailable', new Error('setStorageSync:fail internal error')],
    ['unavailable', undefined],
  ])('tells %s by the words of %p', (fault, thrown) => {
    wx.setStorageSync.mockImplementation(fails(thrown));
    expect(taroStorage.write('key', 1)).toEqual({ ok: false, error: fault });
  });

  it('removes, also where removing fails', () => {
    taroStorage.remove('key');
    wx.removeStorageSync.mockImplementation(fails(new Error('fail')));
    expect(() => taroStorage.remove('key')).not.toThrow();
    expect(wx.removeStorageSync.mock.calls).toEqual([['key'], ['key']]);
  });

  it('lists keys and size', () => {
    wx.getStorageInfoSync.mockReturnValue({ keys: ['a'], currentSize: 3, limitSize: 10240 });
    expect([taroStorage.keys(), taroStorage.usedKilobytes()]).toEqual([['a'], 3]);
  });
});
