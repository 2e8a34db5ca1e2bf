import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { messageOf } from './message';

describe('messageOf', () => {
  it('reads what WeChat, a browser and another realm fail with', () => {
    const foreign: unknown = runInNewContext("new Error('setStorageSync:fail exceed storage max size 10Mb')");
    expect(foreign instanceof Error).toBe(false);
    expect(messageOf(foreign)).toContain('exceed');
    expect(messageOf(new RangeError('quota'))).toBe('RangeError quota');
    expect(messageOf({ errMsg: 'request:fail timeout', errno: 5 })).toBe('request:fail timeout');
    expect(messageOf('plain')).toBe('plain');
  });

  it('is a text for anything that can be thrown', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => expect(typeof messageOf(thrown)).toBe('string')));
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    expect([messageOf(circular), messageOf(undefined), messageOf(null)]).toEqual(['', '', '']);
  });
});
