export interface SheetBlock {
  readonly title: string;
  readonly lines: readonly string[];
  /** Lines start with a box to tick on paper. */
  readonly boxes?: boolean;
}

/** One page to carry or print, in words. */
export interface SheetData {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly SheetBlock[];
  readonly foot: string;
}
