import { taroNav } from './nav';

const HOME = 'pages/home/index';
let depth = 1;
const asked: (readonly [string, unknown])[] = [];
let refuse = false;

jest.mock('@tarojs/taro', () => {
  const go =
    (name: string) =>
    (options?: { url: string }): Promise<void> => {
      asked.push([name, options?.url]);
      return refuse ? Promise.reject(new Error(`${name}:fail`)) : Promise.resolve();
    };
  return {
    __esModule: true,
    default: {
      getCurrentPages: () => Array.from({ length: depth }),
      navigateTo: go('navigateTo'),
      redirectTo: go('redirectTo'),
      switchTab: go('switchTab'),
      navigateBack: go('navigateBack'),
    },
  };
});

const failed = jest.fn();
const nav = taroNav(HOME, failed);

beforeEach(() => {
  depth = 1;
  refuse = false;
  asked.length = 0;
  failed.mockReset();
});

describe('taroNav', () => {
  it('writes the parameters into the link, encoded, without those that are missing', () => {
    nav.open('pages/search/index', { q: '老人 & 100%', id: undefined });
    nav.open('pages/search/index');
    expect(asked).toEqual([
      ['navigateTo', `/pages/search/index?q=${encodeURIComponent('老人 & 100%')}`],
      ['navigateTo', '/pages/search/index'],
    ]);
  });

  it('takes the place of the tenth page instead of opening an eleventh', () => {
    depth = 10;
    nav.open('a');
    nav.replace('b');
    expect(asked).toEqual([
      ['redirectTo', '/a'],
      ['redirectTo', '/b'],
    ]);
  });

  it('goes back, or home from a shared link', () => {
    nav.back();
    depth = 2;
    nav.back();
    nav.toTab('pages/mine/index');
    expect(asked).toEqual([
      ['switchTab', `/${HOME}`],
      ['navigateBack', undefined],
      ['switchTab', '/pages/mine/index'],
    ]);
  });

  it('tells once of each page that did not open', async () => {
    refuse = true;
    nav.open('a');
    nav.toTab('b');
    await Promise.resolve();
    await Promise.resolve();
    expect(failed).toHaveBeenCalledTimes(2);
  });
});
