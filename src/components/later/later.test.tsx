import { act, render } from '@testing-library/react';
import { Later } from './later';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('draws in turns, and nothing after the page is gone', () => {
  const page = (
    <>
      <Later turn={2}>{() => 'second'}</Later>
      <Later>{() => 'first'}</Later>
    </>
  );
  const { container, unmount } = render(page);
  expect(container.textContent).toBe('');
  act(() => void jest.advanceTimersByTime(60));
  expect(container.textContent).toBe('first');
  act(() => void jest.advanceTimersByTime(60));
  expect(container.textContent).toBe('secondfirst');
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});
