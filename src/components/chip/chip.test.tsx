import { fireEvent, render, screen } from '@testing-library/react';
import { Chip } from './chip';

describe('Chip', () => {
  it.each([
    ['radio', 'aria-checked'],
    ['checkbox', 'aria-checked'],
    ['tab', 'aria-selected'],
  ] as const)('says as a %s whether it is chosen', (role, state) => {
    const said = [true, false].map((chosen) => {
      const { unmount } = render(<Chip text="本人" role={role} chosen={chosen} onTap={() => undefined} />);
      const value = screen.getByRole(role, { name: '本人' }).getAttribute(state);
      unmount();
      return value;
    });
    expect(said).toEqual(['true', 'false']);
  });

  it('says its hint with its name and answers a tap', () => {
    const onTap = jest.fn();
    render(<Chip text="长辈版" hint="字更大" chosen={false} onTap={onTap} />);
    fireEvent.click(screen.getByRole('radio', { name: '长辈版,字更大' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });
});
