/** mobile, phone, email and region: text in one pattern each, as typed (spaces are not taken out). */
import { checkContact } from '../../identity/contact';
import { patternKind, textOf, type FieldBase, type Kind } from './kind';

export interface MobileField extends FieldBase {
  readonly kind: 'mobile';
}
/** A mobile or a land line with its area code. */
export interface PhoneField extends FieldBase {
  readonly kind: 'phone';
}
export interface EmailField extends FieldBase {
  readonly kind: 'email';
}
/** A division code of six digits (GB/T 2260). */
export interface RegionField extends FieldBase {
  readonly kind: 'region';
  readonly level?: 'province' | 'city';
}

const MOBILE = /^1[3-9]\d{9}$/;
const PHONE = /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/;
const REGIONS: Readonly<Record<'province' | 'city' | 'district', RegExp>> = {
  province: /^\d{2}0000$/,
  city: /^\d{4}00$/,
  district: /^\d{6}$/,
};

export const mobile = patternKind<MobileField>(() => MOBILE);
export const phone = patternKind<PhoneField>(() => PHONE);
export const email: Kind<EmailField> = {
  check: (value) => {
    if (typeof value !== 'string') return 'type';
    const checked = checkContact('email', value);
    return checked.ok && checked.value === value ? undefined : 'format';
  },
  show: textOf,
};
export const region = patternKind<RegionField>(({ level }) => REGIONS[level ?? 'district']);
