const onWeb = process.env.TARO_ENV === 'h5';

/**
 * The first text of an uncontrolled field. In WeChat it must be `defaultValue`: with `value` Taro restores its own idea
 * of the text after every key, which is an echo over the bridge. Taro's H5 component knows only `value`, and sets it once.
 */
export const initialValue = (text: string): Record<string, string> =>
  onWeb ? { value: text } : { defaultValue: text };
