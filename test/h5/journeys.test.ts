import type { Page } from 'playwright-core';
import { routes } from '@/routes';
import { built, startWeb, type Visit, type VisitOptions, type Web } from './web';

jest.setTimeout(60_000);

let web: Web;
const visits: Visit[] = [];
const open = async (options?: VisitOptions): Promise<Page> => {
  const visit = await web.open(options);
  visits.push(visit);
  return visit.page;
};

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first();
const ELDERLY = /高龄津贴/;

(built ? describe : describe.skip)('a resident in a browser', () => {
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(() => web.close());
  afterEach(async () => {
    const problems = visits.flatMap((visit) => visit.problems);
    await Promise.all(visits.map(({ context }) => context.close()));
    visits.length = 0;
    expect(problems).toEqual([]);
  });

  it('says a sentence, answers, ticks, takes the note along and comes back', async () => {
    const page = await open();
    await link(page, /^搜索想办的事/).click();
    await page.getByRole('searchbox').fill('老人八十了能领什么');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    // With its summary: the home page, sliding away behind, names the same guide.
    await link(page, /高龄津贴.*大连户籍/).click();
    await heading(page, ELDERLY).waitFor();
    const boxes = page.getByRole('checkbox');
    const before = await boxes.count();
    await page.getByRole('radio', { name: '老人本人办' }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[role=checkbox]').length < count,
      before,
    );
    await boxes.first().click();
    await page.getByText('备好 1 /').waitFor();

    await button(page, '办事小抄').click();
    await heading(page, '高龄津贴登记').waitFor();
    await button(page, '存成图片').click();
    const picture = page.locator('img[src^="data:image/png"]');
    await picture.waitFor();
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThanOrEqual(720);

    await picture.click();
    await picture.waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByText('备好 1 /').waitFor();
    expect(await page.getByRole('radio', { name: '老人本人办' }).getAttribute('aria-checked')).toBe('true');
  });

  it('browses by theme, keeps a favourite and finds it again', async () => {
    const page = await open({ path: routes.services });
    await link(page, /^社会保障/).click();
    await heading(page, '社会保障').waitFor();
    await link(page, /社会保险参保缴费证明/).click();
    await page.getByRole('switch', { name: '收藏' }).click();
    const again = await web.open({ path: routes.saved }, page.context());
    await link(again.page, /社会保险参保缴费证明/).waitFor();
    expect(again.problems).toEqual([]);
  });

  it('puts three matters into one trip', async () => {
    const page = await open({ path: routes.guide, query: { id: 'elderly-allowance' } });
    await button(page, '加入合并跑一趟').click();
    for (const id of ['id-card', 'residence-permit']) {
      const { page: next } = await web.open({ path: routes.guide, query: { id } }, page.context());
      await button(next, '加入合并跑一趟').click();
    }
    const { page: trip } = await web.open({ path: routes.trip }, page.context());
    await heading(trip, '3 件事，跑一趟').waitFor();
    await trip.getByRole('heading', { name: '一共带这些' }).waitFor();
    await button(trip, /^移出/).first().click();
    await heading(trip, '2 件事，跑一趟').waitFor();
  });

  it('notes what a window asked beside the list; nothing typed is lost on a mistake', async () => {
    const page = await open({ path: routes.report, query: { id: 'elderly-allowance' } });
    const text = page.getByRole('textbox');
    await text.fill('还要居委会证明');
    await button(page, '记下来').click();
    await page.getByRole('alert').waitFor();
    expect(await text.inputValue()).toBe('还要居委会证明');
    await page.getByRole('radio', { name: '多要了材料' }).click();
    await button(page, '记下来').click();
    await page.getByText('多要了材料：还要居委会证明').waitFor();
  });

  it('keeps 长辈版 after a reload', async () => {
    const page = await open();
    const bigger = page.getByRole('switch', { name: '长辈版' });
    await bigger.click();
    await page.reload();
    await page.locator('.screen.elder').waitFor();
    expect(await bigger.getAttribute('aria-checked')).toBe('true');
    await bigger.click();
    await page.locator('.screen:not(.elder)').waitFor();
  });

  it('wipes what the phone remembers, and only that', async () => {
    const storage = { saved: { favourites: ['id-card'], recents: [] }, preferences: { elder: true } };
    const page = await open({ path: routes.data, storage });
    await button(page, /^清除选中的/).click();
    await page.getByText('清除', { exact: true }).last().click();
    await page.waitForFunction(() => Object.keys(localStorage).join() === 'preferences');
    const { page: saved } = await web.open({ path: routes.saved }, page.context());
    await saved.getByText('还没有收藏').waitFor();
  });

  it('is told kindly that a link is wrong, and finds a way on', async () => {
    const page = await open({ path: routes.guide, query: { id: 'no-such-guide' } });
    await page.getByText('没有这份指南').waitFor();
    await button(page, '搜一搜').click();
    await page.getByRole('searchbox').waitFor();
  });
});
