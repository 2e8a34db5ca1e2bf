import { Ledger } from '../host/ledger';
import {
  busiestSecond,
  rateBreaches,
  setDataBreaches,
  treeBreaches,
  typingBreaches,
  unsafeProbes,
} from './behaviour';
import { filesOf } from './files';
import { activeSelectors, contentInMain, lazyLoading, missingAria, rpxSizes } from './static';

const messages = (violations: readonly { message: string }[]): string[] =>
  violations.map(({ message }) => message);

describe('static gates catch a planted fault', () => {
  it('an aria name lost from a template', () => {
    const spoken = { view: ['aria-role', 'aria-label'] };
    const good = filesOf({ 'base.wxml': '<view aria-role="{{i.p1}}" aria-label="{{i.p0}}" class="a">' });
    const bad = filesOf({ 'base.wxml': '<view aria-label="{{i.p0}}" class="a"><view class="b">' });
    expect(missingAria(good, spoken)).toEqual([]);
    expect(messages(missingAria(bad, spoken))).toEqual(['<view> carries no aria-role']);
  });

  it('a size in rpx', () => {
    expect(rpxSizes(filesOf({ 'app.wxss': '.a{font-size:32rpx}.b{height:44px}' }))).toHaveLength(1);
    expect(rpxSizes(filesOf({ 'a.js': 'x={style:{height:"88rpx"}}' }))).toHaveLength(1);
    expect(rpxSizes(filesOf({ 'app.wxss': '.a{font-size:1rem}', 'a.js': 'unit="rpx"' }))).toEqual([]);
  });

  it('a pressed state by :active', () => {
    expect(activeSelectors(filesOf({ 'app.wxss': '.a:active{color:red}' }))).toHaveLength(1);
  });

  it('a guide in the main package, plain or escaped, and not in its own package', () => {
    const app = '{"subPackages":[{"root":"packages/guides","pages":["a"]}]}';
    const own = { 'app.json': app, 'packages/guides/common.js': '"到窗口取号"' };
    expect(contentInMain(filesOf(own), ['到窗口取号'])).toEqual([]);
    expect(contentInMain(filesOf({ ...own, 'common.js': '"到窗口取号"' }), ['到窗口取号'])).toHaveLength(1);
    expect(contentInMain(filesOf({ ...own, 'common.js': '"\\u5230\\u7A97"' }), ['到窗'])).toHaveLength(1);
  });

  it('a package without lazy code loading', () => {
    expect(lazyLoading(filesOf({ 'app.json': '{}' }))).toHaveLength(1);
  });
});

describe('budgets catch a breach', () => {
  const call = (action: string, bytes: number, at = 0, keys: string[] = []) => ({
    at,
    action,
    page: 'p',
    bytes,
    keys,
  });

  it('of the tree', () => {
    expect(treeBreaches({ nodes: 599, depth: 19, children: 40 })).toEqual([]);
    expect(treeBreaches({ nodes: 600, depth: 20, children: 41 })).toHaveLength(3);
  });

  it('of one call: any, a key, a tap that reveals', () => {
    expect(setDataBreaches([call('launch', 48 * 1024 + 1)])).toHaveLength(1);
    expect(setDataBreaches([call('type x', 2 * 1024 + 1)])).toHaveLength(1);
    expect(setDataBreaches([call('tap x', 16 * 1024 + 1)])).toHaveLength(1);
    expect(setDataBreaches([call('tap x', 20 * 1024, 0, ['root.uid']), call('launch', 1)])).toEqual([]);
  });

  it('of a second', () => {
    const burst = Array.from({ length: 11 }, (_, index) => call('tap x', 10, index * 50));
    expect(busiestSecond(burst)).toBe(11);
    expect(rateBreaches(burst)).toHaveLength(1);
    expect(rateBreaches(burst.slice(0, 10))).toEqual([]);
  });

  it('of typing', () => {
    expect(typingBreaches({ echoes: [] }, 'ab', 'ab')).toEqual([]);
    expect(typingBreaches({ echoes: [{ action: 'type', value: 'a' }] }, 'ab', 'a')).toHaveLength(2);
  });

  it('of names: a global that WeChat lacks', () => {
    const ledger = new Ledger();
    ledger.probes.add('MessageChannel').add('localStorage');
    expect(unsafeProbes(ledger)).toEqual(['localStorage']);
  });
});
