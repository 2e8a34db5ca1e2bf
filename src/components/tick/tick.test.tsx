import { fireEvent, render, screen } from '@testing-library/react';
import { Tick } from './tick';

const struck = (title: string): boolean => screen.getByText(title).className.includes('tick__title--done');

describe('Tick', () => {
  it('is a box with a name and a state', () => {
    const onTap = jest.fn();
    render(<Tick title="户口簿" mark="可容缺" detail="原件 1 份" ticked={false} onTap={onTap} />);
    const box = screen.getByRole('checkbox', { name: '户口簿,可容缺,原件 1 份' });
    expect(box.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(box);
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('strikes out what is done with, and only that', () => {
    render(<Tick title="备好了" ticked strike onTap={() => undefined} />);
    render(<Tick title="选中了" ticked onTap={() => undefined} />);
    render(<Tick title="还没有" ticked={false} strike onTap={() => undefined} />);
    expect(['备好了', '选中了', '还没有'].map(struck)).toEqual([true, false, false]);
    expect(screen.getByRole('checkbox', { name: '备好了' }).getAttribute('aria-checked')).toBe('true');
  });
});
