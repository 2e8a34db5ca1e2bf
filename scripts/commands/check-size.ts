import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { firstLoad } from '../lib/h5-size';
import { breaches, readPackageSizes, sizeLine, type Size } from '../lib/package-size';
import { searchSize } from '../lib/search-size';
import { projectRoot } from '../lib/shell';

const weapp = join(projectRoot, 'dist/weapp');
const h5 = join(projectRoot, 'dist/h5');

/** `npm run check:size`: what the builds weigh against their targets; exit 1 when one is too heavy or not built. */
export default async function checkSize(): Promise<number> {
  const missing = [join(weapp, 'app.json'), join(h5, 'index.html')].filter((file) => !existsSync(file));
  if (missing.length > 0) {
    console.error(`Not built: ${missing.join(', ')}. Run npm run build:weapp and npm run build:h5.`);
    return 1;
  }
  const sizes: readonly Size[] = [...readPackageSizes(weapp), ...(await searchSize()), firstLoad(h5)];
  for (const size of sizes) console.log(sizeLine(size));
  return breaches(sizes).length > 0 ? 1 : 0;
}
