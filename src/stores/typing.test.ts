import { createTyping } from './typing';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function started() {
  const kept: (readonly (readonly [string, unknown])[])[] = [];
  return { typing: createTyping((values) => kept.push(values)), kept };
}

it('keeps the last of what was typed at each place, once the typing pauses', () => {
  const { typing, kept } = started();
  typing.typed('name', '金');
  typing.typed('name', '金普');
  typing.typed('code', '9');
  expect([kept, typing.pending('name'), typing.pending('other')]).toEqual([[], { value: '金普' }, undefined]);
  jest.runAllTimers();
  expect(kept).toEqual([
    [
      ['name', '金普'],
      ['code', '9'],
    ],
  ]);
  expect(typing.pending('name')).toBeUndefined();
});

it('keeps a tap at once, and what was typed before it', () => {
  const { typing, kept } = started();
  typing.typed('name', '金普');
  typing.chosen('kind', undefined);
  expect(kept).toEqual([
    [
      ['name', '金普'],
      ['kind', undefined],
    ],
  ]);
  jest.runAllTimers();
  expect(kept).toHaveLength(1);
});

it('keeps nothing twice, and nothing that was dropped', () => {
  const { typing, kept } = started();
  typing.typed('name', '金普');
  typing.leave();
  typing.leave();
  typing.typed('name', '普');
  typing.drop();
  jest.runAllTimers();
  expect(kept).toHaveLength(1);
});
