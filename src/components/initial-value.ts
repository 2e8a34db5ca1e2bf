/**
 * The first text of an uncontrolled field. It must be `defaultValue`: with `value` Taro restores its own idea of the text
 * after every key, which in WeChat is an echo over the bridge and in a browser empties the field.
 */
export const initialValue = (text: string): Record<string, string> => ({ defaultValue: text });
