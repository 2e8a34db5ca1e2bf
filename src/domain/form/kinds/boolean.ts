import type { ErrorCode } from '../error';
import type { FieldBase, Kind } from './kind';

export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
  /** The only answer with which the form may be sent, and the code that the other one gets. */
  readonly mustBe?: { readonly value: boolean; readonly code: ErrorCode; readonly say?: string };
}

export const boolean: Kind<BooleanField> = {
  check: (value, { mustBe }) => {
    if (typeof value !== 'boolean') return 'type';
    return mustBe && value !== mustBe.value ? mustBe.code : undefined;
  },
  show: (value) => (typeof value === 'boolean' ? (value ? '是' : '否') : ''),
};
