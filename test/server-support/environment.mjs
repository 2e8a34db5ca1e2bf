/**
 * Jest runs tests in a context of their own, where PGlite's `import()` is refused without a Node flag. It is loaded out
 * here and handed in; the mapping of its name to ./pglite.cjs is in jest.config.mjs.
 */
import * as pglite from '@electric-sql/pglite';
import { TestEnvironment } from 'jest-environment-node';

export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.outside = { pglite };
  }
}
