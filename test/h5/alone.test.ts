import type { Page } from 'playwright-core';
import { routes } from '@/routes';
import { built, startWeb, type Web } from './web';

jest.setTimeout(60_000);

let web: Web;

/** Presses Tab until the element in focus has this role and name; a person would give up after fifty. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 50; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const name = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      return `${element?.getAttribute('role') ?? element?.localName ?? ''} ${name}`;
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never reaches ${String(name)}`);
}

(built ? describe : describe.skip)('without a network, a mouse or a server', () => {
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(() => web.close());

  it('opens guides that were never opened before, once the first page has stood', async () => {
    const { page, context, problems } = await web.open();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await page.getByRole('link', { name: /最低生活保障对象/ }).click();
    await page.getByRole('heading', { level: 1, name: /最低生活保障/ }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /居民身份证申领/ }).click();
    await page.getByRole('heading', { level: 1, name: /居民身份证/ }).waitFor();
    // The page that was left slides away behind it.
    await page.getByRole('button', { name: '办事小抄' }).last().click();
    await page.getByRole('button', { name: '存成图片' }).waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  it('goes from the home page to a ticked material by keyboard alone', async () => {
    const { page, problems } = await web.open();
    await tabTo(page, /^link 搜索想办的事/);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox').waitFor();
    await tabTo(page, /^input 想办什么事/);
    await page.keyboard.type('低保');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    await tabTo(page, /^link 最低生活保障/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /最低生活保障/ }).waitFor();
    await tabTo(page, /^radio 家里人自己办/);
    await page.keyboard.press(' ');
    await page.getByRole('radio', { name: '家里人自己办', checked: true }).waitFor();
    await tabTo(page, /^checkbox /);
    await page.keyboard.press('Enter');
    await page.getByText('备好 1 /').waitFor();
    expect(problems).toEqual([]);
  });

  it('shows today by its own clock when the server does not answer', async () => {
    const context = await web.context();
    await context.route('**/api/**', (route) => route.abort());
    const { page } = await web.open({ path: routes.guide, query: { id: 'elderly-allowance' } }, context);
    await page
      .getByText(/今天(不)?是工作日/)
      .first()
      .waitFor();
    await context.close();
  });
});
