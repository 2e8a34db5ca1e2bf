import { fireEvent, render, screen } from '@testing-library/react';
import { TabBar, type TabItem } from './tab-bar';

const items: readonly TabItem[] = [
  { id: 'home', text: '首页', icon: 'home' },
  { id: 'mine', text: '我的', icon: 'user' },
];

describe('TabBar', () => {
  it('says which tab is open and which was tapped', () => {
    const onSelect = jest.fn();
    render(<TabBar items={items} current="mine" elder={false} onSelect={onSelect} />);
    const selected = screen.getAllByRole('tab').map((tab) => tab.getAttribute('aria-selected'));
    expect(selected).toEqual(['false', 'true']);
    fireEvent.click(screen.getByRole('tab', { name: '首页' }));
    expect(onSelect.mock.calls).toEqual([['home']]);
  });

  it('has a name and takes the sizes of 长辈版', () => {
    const { rerender } = render(<TabBar items={items} current="home" elder onSelect={() => undefined} />);
    const elder = (): boolean => screen.getByRole('tablist').classList.contains('elder');
    expect([elder(), screen.getByRole('tablist').getAttribute('aria-label') === null]).toEqual([true, false]);
    rerender(<TabBar items={items} current="home" elder={false} onSelect={() => undefined} />);
    expect(elder()).toBe(false);
  });
});
