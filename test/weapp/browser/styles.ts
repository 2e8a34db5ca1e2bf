import { resolvePath } from '../host/modules';

/** WXSS as CSS: imports put in place, rpx as what they are on this width. */
export function toCss(files: ReadonlyMap<string, string>, path: string, width: number): string {
  const source = files.get(path) ?? '';
  const whole = source.replace(/@import\s*["']([^"']+)["'];?/g, (_, request: string) =>
    toCss(files, resolvePath(path, request), width),
  );
  return whole.replace(/([\d.]+)rpx/g, (_, size: string) => `${(Number(size) * width) / 750}px`);
}
