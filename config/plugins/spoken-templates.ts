/**
 * Taro's mini-program templates carry no aria attribute and no page-meta. Without this plugin a page that passes every
 * accessibility test as H5 is mute in WeChat, and text ignores WeChat's own font size.
 */
interface Template {
  mergeComponents(context: unknown, components: Record<string, Record<string, string>>): void;
  buildPageTemplate: (basePath: string, page?: unknown) => string;
}

interface Platform {
  readonly template?: Template;
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}

const named = { 'aria-role': '', 'aria-label': '' };
const hideable = { ...named, 'aria-hidden': '' };

/** Each attribute costs some 150 bytes a component in base.wxml: only what the product speaks with. */
const SPOKEN: Record<string, Record<string, string>> = {
  View: {
    ...hideable,
    'aria-checked': '',
    'aria-expanded': '',
    'aria-selected': '',
    'aria-live': '',
    'aria-disabled': '',
  },
  Text: hideable,
  Image: hideable,
  Button: named,
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
  Picker: { 'aria-label': '' },
  ScrollView: named,
  Canvas: named,
};

/** The root's font size is the person's setting in WeChat (15–23 px, 16 unless changed), so every rem follows it. */
const PAGE_META = '<page-meta root-font-size="system"></page-meta>\n';

export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      if (template === undefined) return;
      template.mergeComponents(context, SPOKEN);
      const build = template.buildPageTemplate;
      template.buildPageTemplate = (basePath, page) => PAGE_META + build(basePath, page);
    },
  });
};
