import { fireEvent, render, screen } from '@testing-library/react';
import { Tap } from './tap';

describe('Tap', () => {
  it('is a button by default and tells of a tap', () => {
    const onTap = jest.fn();
    render(<Tap label="开始" onTap={onTap} />);
    fireEvent.click(screen.getByRole('button', { name: '开始' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('takes the text inside for its name where no label is given', () => {
    render(
      <Tap role="link" onTap={() => undefined}>
        去看看
      </Tap>,
    );
    expect(screen.getByRole('link', { name: '去看看' })).toBeTruthy();
  });

  it('says that it is off, and is', () => {
    const onTap = jest.fn();
    render(<Tap label="开始" disabled onTap={onTap} />);
    const tap = screen.getByRole('button', { name: '开始' });
    fireEvent.click(tap);
    expect([tap.getAttribute('aria-disabled'), onTap.mock.calls]).toEqual(['true', []]);
  });

  it('says each state it was given and no other', () => {
    render(<Tap role="switch" label="收藏" checked={false} onTap={() => undefined} />);
    const tap = screen.getByRole('switch', { name: '收藏' });
    const states = tap.getAttributeNames().filter((name) => name.startsWith('aria-'));
    expect(states.sort()).toEqual(['aria-checked', 'aria-label']);
    expect(tap.getAttribute('aria-checked')).toBe('false');
  });
});
