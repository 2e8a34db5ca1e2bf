import { fireEvent, render, screen } from '@testing-library/react';
import { Row } from './row';

describe('Row', () => {
  it('is one target, named by all it shows', () => {
    const onTap = jest.fn();
    render(<Row title="标题" note="3 项" detail="一句说明" icon="star" onTap={onTap} />);
    const row = screen.getByRole('link', { name: '标题,3 项,一句说明' });
    fireEvent.click(screen.getByText('一句说明'));
    expect([onTap.mock.calls.length, row.textContent]).toEqual([1, '标题一句说明3 项']);
  });

  it('leaves out what it was not given', () => {
    render(<Row title="标题" onTap={() => undefined} />);
    expect(screen.getByRole('link', { name: '标题' }).textContent).toBe('标题');
  });

  it('keeps its name where the title is drawn with marks, or a label says it better', () => {
    render(<Row title="居住证" titleNode={<b>居</b>} onTap={() => undefined} />);
    render(<Row title="高龄津贴" label="老年人福利补贴" onTap={() => undefined} />);
    expect(screen.getByRole('link', { name: '居住证' }).textContent).toBe('居');
    expect(screen.getByRole('link', { name: '老年人福利补贴' })).toBeTruthy();
  });
});
