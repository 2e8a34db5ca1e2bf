/** A form as it is written in content and shipped: blocks and catalogues by name, so that none is shipped twice. */
import type { Check, DerivedField, Field, Form, FormHeader, GroupField, RowsField } from './form';
import type { ChoiceField, MultiField, Option } from './kinds/choices';
import type { FieldBase } from './kinds/kind';
import type { LeafField } from './kinds/kinds';

type Choosing = ChoiceField | MultiField;
type FromCatalog<F extends Choosing> = Omit<F, 'options'> &
  (
    | { readonly options: readonly Option[]; readonly optionsFrom?: never }
    | { readonly optionsFrom: string; readonly options?: never }
  );
type Checked = { readonly checks?: readonly Check[] };

export interface BlockSource extends FieldBase {
  readonly kind: 'block';
  readonly block: string;
  /** Keys of the block that this form does not have. */
  readonly omit?: readonly string[];
  /** Of a key's options, the only ones this form allows. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly checks?: readonly Check[];
}

export type FieldSource =
  | ((Exclude<LeafField, Choosing> | FromCatalog<ChoiceField> | FromCatalog<MultiField>) & Checked)
  | DerivedField
  | BlockSource
  | (Omit<GroupField, 'fields'> & { readonly fields: readonly FieldSource[] })
  | (Omit<RowsField, 'columns'> & { readonly columns: readonly FieldSource[] });

export interface FormSource extends FormHeader {
  readonly fields: readonly FieldSource[];
}

export interface FormLibrary {
  readonly blocks: Readonly<Partial<Record<string, readonly FieldSource[]>>>;
  readonly catalogs: Readonly<Partial<Record<string, readonly Option[]>>>;
}

function known<T>(table: Readonly<Partial<Record<string, T>>>, name: string): T {
  const found = table[name];
  if (found === undefined) throw new Error(`no such block or catalogue: ${name}`);
  return found;
}

function openBlock(source: BlockSource, library: FormLibrary): GroupField {
  const { omit = [], only = {}, ...rest } = source;
  const fields = known(library.blocks, source.block)
    .filter(({ key }) => !omit.includes(key))
    .map((field) => openField(field, library))
    .map((field): Field => {
      const allowed = only[field.key];
      return allowed && field.kind === 'choice'
        ? { ...field, options: field.options.filter(({ value }) => allowed.includes(value)) }
        : field;
    });
  return { ...rest, kind: 'group', fields };
}

function openField(source: FieldSource, library: FormLibrary): Field {
  const open = (inner: FieldSource): Field => openField(inner, library);
  switch (source.kind) {
    case 'block':
      return openBlock(source, library);
    case 'group':
      return { ...source, fields: source.fields.map(open) };
    case 'rows':
      return { ...source, columns: source.columns.map(open) };
    case 'choice':
    case 'multi': {
      const { options, optionsFrom = '', ...rest } = source;
      return { ...rest, options: options ?? known(library.catalogs, optionsFrom) };
    }
    default:
      return source;
  }
}

/** Fills in blocks and catalogues. A name that is not in the library is a bug of the content and throws. */
export const openForm = (source: FormSource, library: FormLibrary): Form => ({
  ...source,
  fields: source.fields.map((field) => openField(field, library)),
});
