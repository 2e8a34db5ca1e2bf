import type { AppConfig, Subpackage } from './app-config';
import { packageOf } from './app-config';
import type { Clock } from './clock';

export type Network = 'wifi' | '4g' | 'none';

/** WeChat starts preloading once a page has settled; a package takes a while on a district's mobile network. */
export const PRELOAD_DELAY = 1000;
export const FETCH_TIME = 1500;

/** Which subpackages are on the phone. A fresh install has the main package only. */
export class PackageStore {
  private readonly present = new Set<string>();

  constructor(
    private readonly app: AppConfig,
    private readonly clock: Clock,
    private readonly network: () => Network,
    onPhone: readonly string[] = [],
  ) {
    for (const root of onPhone) this.present.add(root);
  }

  /** Roots of the packages on the phone; give them to a relaunch: WeChat keeps them. */
  onPhone(): readonly string[] {
    return [...this.present];
  }

  has(path: string): boolean {
    const owner = packageOf(this.app, path);
    return owner === undefined || this.present.has(owner.root);
  }

  /** Downloads what a path needs; false when the phone is offline, at the start or before the end. */
  fetchFor(path: string): Promise<boolean> {
    const owner = packageOf(this.app, path);
    return owner === undefined ? Promise.resolve(true) : this.fetch(owner);
  }

  /** Applies preloadRule of a page that was just shown. */
  preloadFrom(page: string): void {
    const rule = this.app.preload.get(page);
    if (rule === undefined) return;
    this.clock.after(() => {
      if (rule.network === 'wifi' && this.network() !== 'wifi') return;
      const wanted = this.app.subpackages.filter(
        ({ root, name }) => rule.packages.includes(root) || rule.packages.includes(name),
      );
      for (const item of wanted) void this.fetch(item);
    }, PRELOAD_DELAY);
  }

  private fetch({ root }: Subpackage): Promise<boolean> {
    if (this.present.has(root)) return Promise.resolve(true);
    if (this.network() === 'none') return Promise.resolve(false);
    return new Promise((resolve) => {
      this.clock.after(() => {
        const arrived = this.network() !== 'none';
        if (arrived) this.present.add(root);
        resolve(arrived);
      }, FETCH_TIME);
    });
  }
}
