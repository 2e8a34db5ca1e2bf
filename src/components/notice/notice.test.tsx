import { render, screen } from '@testing-library/react';
import { Notice } from './notice';

describe('Notice', () => {
  it.each([
    ['info', 'info'],
    ['wait', 'clock'],
    ['stop', 'warning'],
    ['done', 'check'],
  ] as const)('%s carries its own drawing, which is not read out', (kind, icon) => {
    const { container } = render(<Notice kind={kind} text="请先电话确认" />);
    const drawing = container.querySelector(`.icon--${icon}`);
    expect(drawing?.getAttribute('aria-hidden')).toBe('true');
    expect(container.textContent).toBe('请先电话确认');
  });

  it('shows more below its sentence', () => {
    render(
      <Notice text="有变化：">
        <i>新增材料</i>
      </Notice>,
    );
    expect(screen.getByText('新增材料')).toBeTruthy();
  });
});
