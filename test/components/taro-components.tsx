/**
 * Stand-ins for @tarojs/components under jsdom. Elements are the nearest of HTML; events keep WeChat's shape, so a
 * component that reads `event.detail.value` is tested as it runs. What they cannot show belongs to test/weapp.
 */
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';

interface WeChatEvent<D> {
  readonly type: string;
  readonly detail: D;
}

interface Common {
  readonly id?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly role?: string;
  readonly 'aria-role'?: string;
  readonly children?: ReactNode;
  readonly onClick?: (event: WeChatEvent<{ readonly x: number; readonly y: number }>) => void;
}

type Attributes = Readonly<Record<string, string | CSSProperties>>;

/** What a browser understands of the attributes; WeChat's role becomes HTML's. */
function attributesOf(props: Common): Attributes {
  const aria = Object.entries(props).filter(
    ([name, value]) => name.startsWith('aria-') && name !== 'aria-role' && typeof value === 'string',
  );
  const role = props.role ?? props['aria-role'];
  return {
    ...Object.fromEntries(aria),
    ...(role === undefined ? {} : { role }),
    ...(props.id === undefined ? {} : { id: props.id }),
    ...(props.className === undefined ? {} : { className: props.className }),
    ...(props.style === undefined ? {} : { style: props.style }),
  };
}

const tapOf = ({ onClick }: Common) =>
  onClick === undefined ? {} : { onClick: () => onClick({ type: 'tap', detail: { x: 0, y: 0 } }) };

export const View = (props: Common) => (
  <div {...attributesOf(props)} {...tapOf(props)}>
    {props.children}
  </div>
);

export const ScrollView = View;

export const Text = (props: Common) => (
  <span {...attributesOf(props)} {...tapOf(props)}>
    {props.children}
  </span>
);

interface ButtonProps extends Common {
  readonly openType?: string;
  readonly disabled?: boolean;
  readonly onAgreePrivacyAuthorization?: (event: WeChatEvent<object>) => void;
}

export function Button(props: ButtonProps) {
  const { openType, onAgreePrivacyAuthorization, disabled = false, children } = props;
  const agree =
    openType === 'agreePrivacyAuthorization' && onAgreePrivacyAuthorization !== undefined
      ? { onClick: () => onAgreePrivacyAuthorization({ type: 'agreeprivacyauthorization', detail: {} }) }
      : {};
  return (
    <button type="button" disabled={disabled} {...attributesOf(props)} {...tapOf(props)} {...agree}>
      {children}
    </button>
  );
}

type ValueEvent = WeChatEvent<{ readonly value: string; readonly cursor?: number }>;

interface FieldProps extends Common {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly placeholder?: string;
  readonly maxlength?: number;
  readonly disabled?: boolean;
  readonly onInput?: (event: ValueEvent) => void;
  readonly onBlur?: (event: ValueEvent) => void;
  readonly onConfirm?: (event: ValueEvent) => void;
}

interface Typed {
  readonly currentTarget: { readonly value: string };
}

/** A native field keeps its own text: `value` and `defaultValue` only set the first one. */
function fieldOf(props: FieldProps) {
  const { value, defaultValue, placeholder, maxlength, disabled, onInput, onBlur } = props;
  const told = (type: string, text: string): ValueEvent => ({
    type,
    detail: { value: text, cursor: text.length },
  });
  return {
    ...attributesOf(props),
    defaultValue: value ?? defaultValue ?? '',
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(maxlength === undefined ? {} : { maxLength: maxlength }),
    ...(disabled === undefined ? {} : { disabled }),
    onInput: ({ currentTarget }: Typed) => onInput?.(told('input', currentTarget.value)),
    onBlur: ({ currentTarget }: Typed) => onBlur?.(told('blur', currentTarget.value)),
  };
}

export const Input = (props: FieldProps) => (
  <input
    {...fieldOf(props)}
    onKeyDown={({ key, currentTarget: { value } }: KeyboardEvent<HTMLInputElement>) => {
      if (key === 'Enter') props.onConfirm?.({ type: 'confirm', detail: { value } });
    }}
  />
);

export const Textarea = (props: FieldProps) => <textarea {...fieldOf(props)} />;
