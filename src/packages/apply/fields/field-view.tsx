import { Text, View } from '@tarojs/components';
import { Chip } from '@/components/chip/chip';
import { FieldFrame } from '@/components/fields/field-frame';
import { spoken } from '@/components/spoken';
import { joined } from '@/domain/form/answers';
import { deriveAll, showDerived } from '@/domain/form/derive';
import type { DerivedField, Field, GroupField } from '@/domain/form/form';
import { isFilled } from '@/domain/logic/facts';
import type { PrefillValue } from '@/services/filling';
import type { Asking } from './asked';
import { LeafView, type Answered } from './leaf-view';
import { RowsView } from './rows-view';
import { anchorOf } from '@/components/fields/values';
import './field-view.scss';

interface FieldViewProps {
  readonly field: Field;
  readonly path: string;
  readonly asking: Asking;
}

/** A condition may make an answer needed; it is marked as optional only while it is not missed. */
function isOptional({ field, path, asking: { filling } }: FieldViewProps): boolean {
  if (field.kind === 'derived' || field.required === undefined || field.required === true) return false;
  if (field.required === false) return true;
  return !isFilled(filling.work.current(path)) && !filling.filled.errors.some((each) => each.field === path);
}

const cameText = ({ source, on, correctAt }: PrefillValue): string =>
  `来自${source}（${on}）${correctAt === '' ? '' : `，有误请到${correctAt}更正`}`;

function frameOf(props: FieldViewProps) {
  const { field, path, asking } = props;
  const { why, help, notSure } = field;
  const error = asking.errors.get(path);
  const came = asking.filling.prefill?.values.find((value) => value.field === path);
  const isAsCame =
    came !== undefined && JSON.stringify(asking.filling.work.current(path)) === JSON.stringify(came.value);
  const hint = help ?? notSure;
  return {
    id: anchorOf(path),
    label: field.label,
    optional: isOptional(props),
    ...(why === undefined ? {} : { why: `为什么问：${why}` }),
    ...(hint === undefined ? {} : { help: hint }),
    ...(error === undefined ? {} : { error }),
    ...(came === undefined
      ? {}
      : { source: isAsCame ? cameText(came) : `您改过，和${came.source}的不一样。` }),
  };
}

function Derived({ field, path, asking }: FieldViewProps & { readonly field: DerivedField }) {
  const { work, filled } = asking.filling;
  const text = showDerived(field, deriveAll(work.form, filled.display).get(path));
  return (
    <FieldFrame {...frameOf({ field, path, asking })} help={field.help ?? '按您填的自动算出，不用填。'}>
      <Text className="field__value">{text === '' ? '还算不出来，或以责任部门公布为准' : text}</Text>
    </FieldFrame>
  );
}

function Group({ field, path, asking }: FieldViewProps & { readonly field: GroupField }) {
  const error = asking.errors.get(path);
  return (
    <View id={anchorOf(path)} className="field-group" {...spoken({ role: 'group', label: field.label })}>
      {asking.many ? <Text className="field-group__name">{field.label}</Text> : null}
      <View>
        {error === undefined ? null : (
          <Text className="field__error" {...spoken({ role: 'alert' })}>
            {error}
          </Text>
        )}
      </View>
      <FieldList fields={field.fields} at={path} asking={asking} />
    </View>
  );
}

/** 不清楚 is an answer where the form allows it. */
function Unsure({ path, asking: { filling } }: Pick<FieldViewProps, 'path' | 'asking'>) {
  const on = filling.draft.unsure.includes(path);
  return (
    <View className="wrap field__unsure">
      <Chip text="不清楚" role="checkbox" chosen={on} onTap={() => filling.work.unsure(path, !on)} />
    </View>
  );
}

function Leaf({ field, path, asking }: FieldViewProps & { readonly field: Answered }) {
  const { filling, focus } = asking;
  const unsure = filling.draft.unsure.includes(path);
  const came = filling.prefill?.values.some((value) => value.field === path) ?? false;
  return (
    <FieldFrame {...frameOf({ field, path, asking })}>
      <LeafView
        // Uncontrolled: what fills or empties it from outside gives it a new key.
        key={`${unsure ? 'unsure' : ''}${came ? 'came' : ''}`}
        field={field}
        path={path}
        filling={filling}
        focus={focus === path}
      />
      {field.notSure === undefined ? null : <Unsure path={path} asking={asking} />}
    </FieldFrame>
  );
}

/** A list of fields, each in a box that is always there: one that comes or goes leaves its neighbours alone. */
export function FieldList({
  fields,
  at,
  asking,
}: {
  readonly fields: readonly Field[];
  readonly at: string;
  readonly asking: Asking;
}) {
  return fields.map((field) => (
    <View key={field.key}>
      <FieldView field={field} path={joined(at, field.key)} asking={asking} />
    </View>
  ));
}

/** A field with everything around it; nothing while the answers do not call for it. */
export function FieldView({ field, path, asking }: FieldViewProps) {
  if (!asking.filling.filled.display.shown.has(path)) return null;
  switch (field.kind) {
    case 'derived':
      return <Derived field={field} path={path} asking={asking} />;
    case 'group':
      return <Group field={field} path={path} asking={asking} />;
    case 'rows':
      return (
        <FieldFrame {...frameOf({ field, path, asking })}>
          <RowsView field={field} path={path} asking={asking} />
          {field.notSure === undefined ? null : <Unsure path={path} asking={asking} />}
        </FieldFrame>
      );
    default:
      return <Leaf field={field} path={path} asking={asking} />;
  }
}
