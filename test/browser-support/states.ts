import type { Page } from 'playwright-core';

/** One picture of the product: where to go, and what to do there before the picture. */
export interface State {
  /** File name of the picture; unique. */
  readonly name: string;
  /** Page path without leading slash, as in app.json. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Also at 320 x 568. */
  readonly small?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

/** States worth a picture besides every page as it opens. Page authors add theirs here. */
export const states: readonly State[] = [];

/** Every page of app.json is a state of its own; tab pages also on the small screen. */
export const pageStates = (
  pages: readonly string[],
  tabs: readonly string[],
  queryOf: (page: string) => Record<string, string>,
): readonly State[] =>
  pages.map((path) => ({
    name: path
      .replace(/^(pages|packages)\//, '')
      .replace(/\/index$/, '')
      .replace(/\//g, '-'),
    path,
    query: queryOf(path),
    small: tabs.includes(path),
  }));
