/**
 * Taro's mini-program templates carry no aria attribute and no page-meta. Without this plugin a page that passes every
 * accessibility test as H5 is mute in WeChat, and text ignores WeChat's own font size.
 * Each attribute costs some 150 bytes a component in base.wxml: spoken.json lists only what the product speaks with.
 */
import { join } from 'node:path';
import spoken from './spoken.json';

interface Template {
  mergeComponents(context: unknown, components: Record<string, Record<string, string>>): void;
  buildPageTemplate: (basePath: string, page?: unknown) => string;
}

interface Platform {
  readonly template?: Template;
  runtimePath?: string | string[];
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}

/** The root's font size is the person's setting in WeChat (15–23 px, 16 unless changed), so every rem follows it. */
const PAGE_META = '<page-meta root-font-size="system"></page-meta>\n';

const RUNTIME = join(__dirname, 'spoken-runtime.js');

export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      const { template, runtimePath = [] } = platform;
      if (template === undefined) return;
      template.mergeComponents(context, spoken);
      platform.runtimePath = [...(Array.isArray(runtimePath) ? runtimePath : [runtimePath]), RUNTIME];
      const build = template.buildPageTemplate;
      template.buildPageTemplate = (basePath, page) =>
        // Components (the custom tab bar) come without a page; page-meta is not theirs.
        page === undefined ? build(basePath) : PAGE_META + build(basePath, page);
    },
  });
};
