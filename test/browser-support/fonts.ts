import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../weapp/host/dist';

/** Weights that the product uses; each file is 10 MB, so not all nine are shown to the browser. */
const WEIGHTS = ['400Regular', '500Medium', '700Bold'] as const;

/**
 * A fontconfig file that shows the browser one Chinese font out of node_modules, and nothing of the machine:
 * the same picture on every computer. Returns the environment for the browser.
 */
export function fontEnvironment(): Record<string, string> {
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const cache = join(projectRoot, '.cache/fonts');
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'fonts.conf');
  const folders = WEIGHTS.map((weight) => join(fonts, weight)).filter(existsSync);
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui', 'PingFang SC']
    .map(
      (family) =>
        `<alias binding="same"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
    )
    .join('\n');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${join(cache, 'cache')}</cachedir>
${aliases}
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file, FONTCONFIG_PATH: cache };
}
