/** What a field view is given: the form as it stands and what is wrong on this page. */
import type { Filling } from '../filling';

export interface Asking {
  readonly filling: Filling;
  /** Sentences by path; empty until the person wanted to go on. */
  readonly errors: ReadonlyMap<string, string>;
  /** The first thing wrong, where the person goes on. */
  readonly focus: string | undefined;
  /** Whether groups need their names: a page with one group has it in its title. */
  readonly many: boolean;
  readonly openRow: (path: string) => void;
}
