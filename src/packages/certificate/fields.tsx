/** The kinds of answers that an application has, each at its place in the draft. */
import { View } from '@tarojs/components';
import { Choice } from '@/components/choice/choice';
import { ChoiceField, type ChoiceOption } from '@/components/fields/choice-field';
import { FieldFrame } from '@/components/fields/field-frame';
import { LineField } from '@/components/fields/line-field';
import { PartsField } from '@/components/fields/parts-field';
import { RegionField } from '@/components/fields/region-field';
import { anchorOf, centsOf, decimalOf, numberText, wholeOf, yuanText } from '@/components/fields/values';
import { spoken } from '@/components/spoken';
import { textOf } from '@/domain/form/kinds/kind';
import type { Wrong } from './filling';
import { work } from './work';

export interface AtProps {
  readonly place: string;
  readonly label: string;
  readonly help?: string;
  readonly source?: string;
  readonly optional?: boolean;
  /** Empty until the person wanted to go on. */
  readonly wrong: readonly Wrong[];
}

const frameOf = ({ place, label, help, source, optional = false, wrong }: AtProps) => {
  const said = wrong.find((each) => each.place === place)?.say;
  return {
    id: anchorOf(place),
    label,
    optional,
    ...(help === undefined ? {} : { help }),
    ...(source === undefined ? {} : { source }),
    ...(said === undefined ? {} : { error: said }),
  };
};

const asTyped = (text: string): unknown => text;

/** How one line is typed, shown and read. */
const LINES = {
  text: { type: 'text', show: textOf, read: asTyped },
  code: { type: 'text', show: textOf, read: asTyped },
  mobile: { type: 'number', show: textOf, read: asTyped },
  int: { type: 'number', show: numberText, read: wholeOf },
  percent: { type: 'digit', show: numberText, read: decimalOf },
  money: { type: 'digit', show: yuanText, read: centsOf },
} as const;

const LENGTHS: Readonly<Partial<Record<keyof typeof LINES, number>>> = { code: 24, mobile: 11, int: 2 };

export function LineAt({
  kind = 'text',
  unit,
  initial,
  ...at
}: AtProps & {
  readonly kind?: keyof typeof LINES;
  readonly unit?: string;
  /** What stands there until something is typed. */
  readonly initial?: string;
}) {
  const { type, show, read } = LINES[kind];
  const shown = show(work.current(at.place));
  return (
    <FieldFrame {...frameOf(at)}>
      <LineField
        label={at.label}
        type={type}
        initial={shown === '' ? (initial ?? '') : shown}
        maxLength={LENGTHS[kind] ?? 100}
        {...(unit === undefined ? {} : { unit })}
        onType={(text) => work.typed(at.place, read(text))}
        onLeave={work.leave}
      />
    </FieldFrame>
  );
}

export function DateAt({ initial = '', ...at }: AtProps & { readonly initial?: string }) {
  return (
    <FieldFrame {...frameOf(at)}>
      <PartsField
        shape="date"
        label={at.label}
        initial={textOf(work.current(at.place)) || initial}
        onType={(text) => work.typed(at.place, text)}
        onLeave={work.leave}
      />
    </FieldFrame>
  );
}

export function RegionAt({ initial = '', ...at }: AtProps & { readonly initial?: string }) {
  return (
    <FieldFrame {...frameOf(at)}>
      <RegionField
        level="district"
        label={at.label}
        value={textOf(work.current(at.place)) || initial}
        onChoose={(code) => work.chosen(at.place, code)}
      />
    </FieldFrame>
  );
}

export function ChoiceAt({
  options,
  initial = '',
  ...at
}: AtProps & { readonly options: readonly ChoiceOption[]; readonly initial?: string }) {
  return (
    <FieldFrame {...frameOf(at)}>
      <ChoiceField
        label={at.label}
        options={options}
        value={textOf(work.current(at.place)) || initial}
        onChoose={(value) => work.chosen(at.place, value)}
      />
    </FieldFrame>
  );
}

/** Two answers, one of which is so until said otherwise. */
export function YesNoAt({
  yes = '是',
  no = '否',
  ...at
}: AtProps & { readonly yes?: string; readonly no?: string }) {
  const chosen = work.current(at.place) === true;
  return (
    <FieldFrame {...frameOf(at)}>
      <View className="field__control" {...spoken({ role: 'radiogroup', label: at.label })}>
        <Choice text={no} chosen={!chosen} onTap={() => work.chosen(at.place, false)} />
        <Choice text={yes} chosen={chosen} onTap={() => work.chosen(at.place, true)} />
      </View>
    </FieldFrame>
  );
}
