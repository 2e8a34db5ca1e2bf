import { fireEvent, render, screen } from '@testing-library/react';
import { Button } from './button';

describe('Button', () => {
  it('is named by its text, or by a label that tells more', () => {
    render(<Button text="拨打" onTap={() => undefined} />);
    render(<Button text="看地图" label="看金普新区大厅的地图" onTap={() => undefined} />);
    const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));
    expect(names).toEqual(['拨打', '看金普新区大厅的地图']);
  });

  it('does nothing while it is off', () => {
    const onTap = jest.fn();
    const { rerender } = render(<Button text="提交" disabled onTap={onTap} />);
    fireEvent.click(screen.getByRole('button'));
    expect(onTap).not.toHaveBeenCalled();
    rerender(<Button text="提交" onTap={onTap} />);
    fireEvent.click(screen.getByRole('button'));
    expect(onTap).toHaveBeenCalledTimes(1);
  });
});
