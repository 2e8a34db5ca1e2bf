import { type Files, inMainPackage, type Violation } from './files';

/** Components that residents read or use, with the attributes that a screen reader needs from each. */
export const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  view: ['aria-role', 'aria-label', 'aria-hidden'],
  text: ['aria-role', 'aria-label', 'aria-hidden'],
  button: ['aria-role', 'aria-label'],
  image: ['aria-role', 'aria-label', 'aria-hidden'],
  input: ['aria-label'],
  textarea: ['aria-label'],
  picker: ['aria-label'],
  'scroll-view': ['aria-role', 'aria-label'],
};

/**
 * Taro writes no aria attribute of its own into its templates; what is lost here is mute in WeChat.
 * The plainest templates of an element (static-view, pure-view…) serve elements without attributes, so an
 * element passes when at least one template of it carries each name.
 */
export function missingAria(files: Files, spoken: typeof SPOKEN = SPOKEN): readonly Violation[] {
  const base = files.get('base.wxml') ?? '';
  return Object.entries(spoken).flatMap(([tag, names]) => {
    const openings = base.match(new RegExp(`<${tag}\\s[^>]*>`, 'g')) ?? [];
    if (openings.length === 0) return [];
    return names
      .filter((name) => !openings.some((opening) => opening.includes(`${name}="`)))
      .map((name) => ({ file: 'base.wxml', message: `<${tag}> carries no ${name}` }));
  });
}

/** 44 px at 375 are 37.5 px at 320 when written in rpx, and rpx ignores the font size of the system. */
export function rpxSizes(files: Files): readonly Violation[] {
  return [...files]
    .filter(([path]) => /\.(wxss|wxml|js)$/.test(path))
    .flatMap(([file, source]) => {
      const sizes = file.endsWith('.wxss')
        ? (source.match(/[\w-]+\s*:[^;{}]*\b[\d.]+rpx/g) ?? [])
        : (source.match(/(?:font-size|fontSize|height|width|padding)["']?\s*:\s*["']?[\d.]+rpx/g) ?? []);
      return sizes.map((size) => ({ file, message: `sized in rpx: ${size}` }));
    });
}

/** The pressed state comes from hover-class; :active is refused by the official audit. */
export function activeSelectors(files: Files): readonly Violation[] {
  return [...files]
    .filter(([path, source]) => path.endsWith('.wxss') && /:active\b/.test(source))
    .map(([file]) => ({ file, message: 'uses :active' }));
}

/**
 * A barrel import drags content into the main package. `markers` are strings that occur in the body of a guide
 * and nowhere else (any guide's full text will do), as written or escaped by the minifier.
 */
export function contentInMain(files: Files, markers: readonly string[]): readonly Violation[] {
  const escaped = (marker: string): string =>
    [...marker].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return [...files]
    .filter(([path]) => path.endsWith('.js') && inMainPackage(files, path))
    .flatMap(([file, source]) =>
      markers
        .filter((marker) => source.includes(marker) || source.toLowerCase().includes(escaped(marker)))
        .map((marker) => ({ file, message: `the main package holds content of a guide: ${marker}` })),
    );
}

/** Without it WeChat injects every page of a package before the first one shows. */
export function lazyLoading(files: Files): readonly Violation[] {
  const app = files.get('app.json') ?? '{}';
  return /"lazyCodeLoading"\s*:\s*"requiredComponents"/.test(app)
    ? []
    : [{ file: 'app.json', message: 'lazyCodeLoading is not requiredComponents' }];
}
