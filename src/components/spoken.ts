/** What a screen reader hears of an element, written the way of the platform it runs on. */
export interface Spoken {
  readonly role?:
    | 'button'
    | 'link'
    | 'checkbox'
    | 'radio'
    | 'radiogroup'
    | 'switch'
    | 'tab'
    | 'tablist'
    | 'heading'
    | 'img'
    | 'alert'
    | 'dialog'
    | 'list'
    | 'listitem'
    | 'search'
    | 'status'
    | 'group';
  readonly label?: string;
  readonly checked?: boolean;
  readonly expanded?: boolean;
  readonly selected?: boolean;
  readonly hidden?: boolean;
  readonly disabled?: boolean;
  readonly live?: 'polite' | 'assertive';
  /** 1–3, of a heading. */
  readonly level?: number;
}

const onWeb = process.env.TARO_ENV === 'h5';

const FOCUSABLE: ReadonlySet<string> = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab']);

const flag = (value: boolean): 'true' | 'false' => (value ? 'true' : 'false');

/**
 * WeChat reads `aria-role`, browsers `role`; a browser also needs a place in the tab order for what is tapped
 * (platform/web/keyboard turns Enter and Space into the tap).
 */
export function spoken({
  role,
  label,
  checked,
  expanded,
  selected,
  hidden,
  disabled,
  live,
  level,
}: Spoken): Record<string, string | number> {
  return {
    ...(role === undefined ? {} : { [onWeb ? 'role' : 'aria-role']: role }),
    ...(role !== undefined && onWeb && FOCUSABLE.has(role) && disabled !== true ? { tabindex: 0 } : {}),
    ...(role === 'heading' && onWeb ? { 'aria-level': level ?? 2 } : {}),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(checked === undefined ? {} : { 'aria-checked': flag(checked) }),
    ...(expanded === undefined ? {} : { 'aria-expanded': flag(expanded) }),
    ...(selected === undefined ? {} : { 'aria-selected': flag(selected) }),
    ...(disabled === undefined ? {} : { 'aria-disabled': flag(disabled) }),
    ...(hidden === undefined ? {} : { 'aria-hidden': flag(hidden) }),
    ...(live === undefined ? {} : { 'aria-live': live }),
  };
}
