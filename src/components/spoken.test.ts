import type * as SpokenModule from './spoken';

type Speak = typeof SpokenModule.spoken;

/** The module looks at the platform once, when it is loaded. */
function loadFor(platform: string): Speak {
  const before = process.env['TARO_ENV'];
  process.env['TARO_ENV'] = platform;
  const loaded: Speak[] = [];
  jest.isolateModules(() => loaded.push(jest.requireActual<typeof SpokenModule>('./spoken').spoken));
  if (before === undefined) delete process.env['TARO_ENV'];
  else process.env['TARO_ENV'] = before;
  const [spoken] = loaded;
  if (spoken === undefined) throw new Error('not loaded');
  return spoken;
}

const weapp = loadFor('weapp');
const h5 = loadFor('h5');

describe('spoken, in WeChat', () => {
  it('writes aria-role, and nothing that only browsers know', () => {
    expect(weapp({ role: 'button', label: '开始' })).toEqual({ 'aria-role': 'button', 'aria-label': '开始' });
    expect(weapp({ role: 'heading', level: 1 })).toEqual({ 'aria-role': 'heading' });
  });
});

describe('spoken, in a browser', () => {
  it.each(['button', 'link', 'checkbox', 'radio', 'switch', 'tab'] as const)(
    'puts a %s in the tab order',
    (role) => {
      expect(h5({ role })).toEqual({ role, tabindex: 0 });
      expect(h5({ role, disabled: true })).toEqual({ role, 'aria-disabled': 'true' });
    },
  );

  it.each(['group', 'status', 'dialog', 'list', 'tablist'] as const)('leaves a %s out of it', (role) => {
    expect(h5({ role })).toEqual({ role });
  });

  it('says the level of a heading', () => {
    expect(h5({ role: 'heading' })).toEqual({ role: 'heading', 'aria-level': 2 });
    expect(h5({ role: 'heading', level: 1 })).toEqual({ role: 'heading', 'aria-level': 1 });
  });
});

describe.each([
  ['weapp', weapp],
  ['h5', h5],
])('spoken on %s', (_, spoken) => {
  it('writes states as words, those that were given', () => {
    expect(spoken({ checked: true, expanded: false, hidden: true, live: 'polite' })).toEqual({
      'aria-checked': 'true',
      'aria-expanded': 'false',
      'aria-hidden': 'true',
      'aria-live': 'polite',
    });
  });

  it('says nothing of nothing', () => expect(spoken({})).toEqual({}));
});
