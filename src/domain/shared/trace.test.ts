import { safeTrace } from './trace';

it.each([
  [
    'TypeError: x is undefined\n    at a (app.js:1:2345)',
    'TypeError: x is undefined\n    at a (app.js:1:2345)',
  ],
  ['no 21021319900107999X of 张建国', 'no #X of …'],
  ['13900000002', '#'],
])('%j is kept as %j', (text, kept) => expect(safeTrace(text)).toBe(kept));

it('keeps a bounded part', () => expect(safeTrace('x'.repeat(5000)).length).toBe(400));
