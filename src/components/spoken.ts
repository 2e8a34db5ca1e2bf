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

type Attributes = Record<string, string | number>;

const flags = (states: Readonly<Record<string, boolean | undefined>>): Attributes =>
  Object.fromEntries(
    Object.entries(states).flatMap(([name, value]) =>
      value === undefined ? [] : [[`aria-${name}`, String(value)]],
    ),
  );

function roleOf({ role, disabled, level }: Spoken): Attributes {
  if (role === undefined) return {};
  if (!onWeb) return { 'aria-role': role };
  return {
    role,
    ...(FOCUSABLE.has(role) && disabled !== true ? { tabindex: 0 } : {}),
    ...(role === 'heading' ? { 'aria-level': level ?? 2 } : {}),
  };
}

/**
 * WeChat reads `aria-role`, browsers `role`; a browser also needs a place in the tab order for what is tapped
 * (platform/web/keyboard turns Enter and Space into the tap).
 */
export function spoken(said: Spoken): Attributes {
  const { label, checked, expanded, selected, hidden, disabled, live } = said;
  return {
    ...roleOf(said),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(live === undefined ? {} : { 'aria-live': live }),
    ...flags({ checked, expanded, selected, hidden, disabled }),
  };
}
