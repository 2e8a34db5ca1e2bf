/** The closed list of kinds that hold an answer of their own. */
import { boolean, type BooleanField } from './boolean';
import { choice, multi, type ChoiceField, type MultiField } from './choices';
import {
  email,
  mobile,
  phone,
  region,
  type EmailField,
  type MobileField,
  type PhoneField,
  type RegionField,
} from './contacts';
import { date, dateTime, month, type DateField, type DateTimeField, type MonthField } from './dates';
import { files, image, signatures, type FilesField, type ImageField, type SignaturesField } from './files';
import {
  bankCard,
  residentId,
  uscc,
  type BankCardField,
  type ResidentIdField,
  type UsccField,
} from './identity-numbers';
import type { Kind } from './kind';
import { decimal, int, money, type DecimalField, type IntField, type MoneyField } from './numbers';
import { dateRange, monthRange, type DateRangeField, type MonthRangeField } from './ranges';
import { slot, type SlotField } from './slot';
import { address, text, type AddressField, type TextField } from './text';

interface Leaves {
  text: TextField;
  textarea: TextField;
  address: AddressField;
  int: IntField;
  money: MoneyField;
  decimal: DecimalField;
  boolean: BooleanField;
  choice: ChoiceField;
  multi: MultiField;
  date: DateField;
  month: MonthField;
  dateTime: DateTimeField;
  dateRange: DateRangeField;
  monthRange: MonthRangeField;
  slot: SlotField;
  residentId: ResidentIdField;
  uscc: UsccField;
  bankCard: BankCardField;
  mobile: MobileField;
  phone: PhoneField;
  email: EmailField;
  region: RegionField;
  files: FilesField;
  image: ImageField;
  signatures: SignaturesField;
}

export type LeafKind = keyof Leaves;
export type LeafField = Leaves[LeafKind];

const kinds: { readonly [K in LeafKind]: Kind<Leaves[K]> } = {
  text,
  textarea: text,
  address,
  int,
  money,
  decimal,
  boolean,
  choice,
  multi,
  date,
  month,
  dateTime,
  dateRange,
  monthRange,
  slot,
  residentId,
  uscc,
  bankCard,
  mobile,
  phone,
  email,
  region,
  files,
  image,
  signatures,
};

/** The kind of a field, typed by the field: `kindOf(field).check(value, field, …)`. */
export const kindOf = <K extends LeafKind>(field: { readonly kind: K }): Kind<Leaves[K]> => kinds[field.kind];
