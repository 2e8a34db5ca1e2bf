import { fireEvent, render, screen } from '@testing-library/react';
import { Fold } from './fold';

const head = (): HTMLElement => screen.getByRole('button');
const expanded = (): string | null => head().getAttribute('aria-expanded');

describe('Fold', () => {
  it('draws what is inside only while it is open', () => {
    const inside = jest.fn(() => '内容');
    render(
      <Fold title="详细说明" note="3 条">
        {inside}
      </Fold>,
    );
    expect([expanded(), inside.mock.calls.length]).toEqual(['false', 0]);
    fireEvent.click(screen.getByRole('button', { name: '详细说明,3 条' }));
    expect([expanded(), screen.queryByText('内容') === null]).toEqual(['true', false]);
    fireEvent.click(head());
    expect([expanded(), screen.queryByText('内容') === null]).toEqual(['false', true]);
  });

  it('may start open', () => {
    render(
      <Fold title="详细说明" open>
        {() => '内容'}
      </Fold>,
    );
    expect([expanded(), screen.getByText('内容').textContent]).toEqual(['true', '内容']);
  });
});
