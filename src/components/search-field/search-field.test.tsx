import { fireEvent, render, screen } from '@testing-library/react';
import { SearchField, type SearchFieldProps } from './search-field';

const heard = { onType: jest.fn(), onSearch: jest.fn(), onClear: jest.fn() };
const show = (props: Partial<SearchFieldProps> = {}) =>
  render(<SearchField initial="" placeholder="说说想办什么事" filled={false} {...heard} {...props} />);
const field = (): HTMLElement => screen.getByRole('textbox');
const shown = (): string | undefined => {
  const element = field();
  return element instanceof HTMLInputElement ? element.value : undefined;
};

beforeEach(() => Object.values(heard).forEach((listener) => listener.mockReset()));

describe('SearchField', () => {
  it('has a name, starts with its text and tells of each change', () => {
    show({ initial: '居住证' });
    expect([shown(), field().getAttribute('aria-label') === null]).toEqual(['居住证', false]);
    fireEvent.input(field(), { target: { value: '居住证怎么办' } });
    expect(heard.onType.mock.calls).toEqual([['居住证怎么办']]);
  });

  it('searches for what stands in it', () => {
    show();
    fireEvent.input(field(), { target: { value: '高龄津贴' } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(heard.onSearch.mock.calls).toEqual([['高龄津贴']]);
  });

  it('keeps what was typed when its parent draws again', () => {
    const { rerender } = show();
    fireEvent.input(field(), { target: { value: '高龄' } });
    rerender(<SearchField initial="" placeholder="说说想办什么事" filled {...heard} />);
    expect(shown()).toBe('高龄');
  });

  it('offers to empty it only when there is something', () => {
    const { unmount } = show();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    show({ filled: true });
    fireEvent.click(screen.getByRole('button'));
    expect(heard.onClear).toHaveBeenCalledTimes(1);
  });
});
