import { Text, View } from '@tarojs/components';
import type { DerivedField, Field } from '@/domain/form/form';
import { ChoiceField } from '@/components/fields/choice-field';
import { AreaField, LineField } from '@/components/fields/line-field';
import { MultiField } from '@/components/fields/multi-field';
import { PartsField } from '@/components/fields/parts-field';
import { RegionField } from '@/components/fields/region-field';
import { Tick } from '@/components/tick/tick';
import { Choice } from '@/components/choice/choice';
import { spoken } from '@/components/spoken';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import type { BooleanField } from '@/domain/form/kinds/boolean';
import type { MultiField as Multi } from '@/domain/form/kinds/choices';
import type { Filling } from '../filling';
import { FilesView, ImageView } from './file-fields';
import { SignaturesView } from './signatures-view';
import { SlotView } from './slot-view';
import { centsOf, decimalOf, numberText, wholeOf, yuanText } from '@/components/fields/values';

export type Answered = Exclude<Field, DerivedField | { readonly kind: 'group' | 'rows' }>;

interface LeafProps<F> {
  readonly field: F;
  readonly path: string;
  readonly filling: Filling;
  readonly focus: boolean;
}

function YesNo({ field, path, filling: { work } }: LeafProps<BooleanField>) {
  const value = work.current(path);
  if (field.mustBe?.value === true)
    return (
      <Tick
        title={`我同意：${field.label}`}
        ticked={value === true}
        onTap={() => work.chosen(path, value !== true)}
      />
    );
  return (
    <View className="field__control" {...spoken({ role: 'radiogroup', label: field.label })}>
      {[true, false].map((each) => (
        <Choice
          key={String(each)}
          text={each ? '是' : '否'}
          chosen={value === each}
          onTap={() => work.chosen(path, each)}
        />
      ))}
    </View>
  );
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** A pledge is ticked item by item; anything else is a choice of several. */
function Several({ field, path, filling: { work } }: LeafProps<Multi>) {
  const value = textsOf(work.current(path));
  const { label, options, exclusive } = field;
  const choose = (next: readonly string[]): void => work.chosen(path, next);
  if (field.all === undefined)
    return (
      <MultiField
        label={label}
        options={options}
        value={value}
        {...(exclusive === undefined ? {} : { exclusive })}
        onChoose={choose}
      />
    );
  return (
    <View className="field__control" {...spoken({ role: 'group', label })}>
      {options.map((option) => (
        <Tick
          key={option.value}
          title={option.label}
          {...(option.hint === undefined ? {} : { detail: option.hint })}
          ticked={value.includes(option.value)}
          onTap={() =>
            choose(
              value.includes(option.value)
                ? value.filter((each) => each !== option.value)
                : [...value, option.value],
            )
          }
        />
      ))}
    </View>
  );
}

/** Two dates or months, one answer. */
function Range({
  shape,
  label,
  path,
  filling: { work },
}: {
  readonly shape: 'date' | 'month';
  readonly label: string;
  readonly path: string;
  readonly filling: Filling;
}) {
  const ends = (): Record<'from' | 'to', string> => {
    const value = work.current(path);
    return isRecord(value) ? { from: textOf(value['from']), to: textOf(value['to']) } : { from: '', to: '' };
  };
  const type = (end: 'from' | 'to', text: string): void => {
    const next = { ...ends(), [end]: text };
    work.typed(path, next.from === '' && next.to === '' ? '' : next);
  };
  return (
    <View>
      {(['from', 'to'] as const).map((end) => {
        const name = end === 'from' ? '从' : '到';
        return (
          <View key={end} className="field__control">
            <Text className="field__note">{name}</Text>
            <PartsField
              shape={shape}
              label={`${label}，${name}`}
              initial={ends()[end]}
              onType={(text) => type(end, text)}
              onLeave={work.leave}
            />
          </View>
        );
      })}
    </View>
  );
}

function DateTime({
  label,
  path,
  filling: { work },
}: Pick<LeafProps<Field>, 'path' | 'filling'> & { readonly label: string }) {
  const parts = (): readonly string[] => textOf(work.current(path)).split('T');
  const type = (at: 0 | 1, text: string): void => {
    const [date = '', time = ''] = parts();
    const next = at === 0 ? [text, time] : [date, text];
    work.typed(path, next.every((part) => part === '') ? '' : next.join('T'));
  };
  return (
    <View>
      <PartsField
        shape="date"
        label={label}
        initial={parts()[0] ?? ''}
        onType={(text) => type(0, text)}
        onLeave={work.leave}
      />
      <PartsField
        shape="time"
        label={label}
        initial={parts()[1] ?? ''}
        onType={(text) => type(1, text)}
        onLeave={work.leave}
      />
    </View>
  );
}

const asTyped = (text: string): unknown => text;

/** What is one line: its keyboard, and how the answer is written and read. */
const LINES = {
  text: { type: 'text', show: textOf, read: asTyped },
  textarea: { type: 'text', show: textOf, read: asTyped },
  address: { type: 'text', show: textOf, read: asTyped },
  email: { type: 'text', show: textOf, read: asTyped },
  phone: { type: 'text', show: textOf, read: asTyped },
  mobile: { type: 'number', show: textOf, read: asTyped },
  uscc: { type: 'text', show: textOf, read: asTyped },
  bankCard: { type: 'number', show: textOf, read: asTyped },
  residentId: { type: 'idcard', show: textOf, read: asTyped },
  int: { type: 'number', show: numberText, read: wholeOf },
  decimal: { type: 'digit', show: numberText, read: decimalOf },
  money: { type: 'digit', show: yuanText, read: centsOf },
} as const;

type LineKind = keyof typeof LINES;
type LineOf = Answered & { readonly kind: LineKind };

function unitOf(field: LineOf): string | undefined {
  if (field.kind === 'money') return '元';
  return field.kind === 'int' || field.kind === 'decimal' ? field.unit : undefined;
}

function Line({ field, path, filling: { work }, focus }: LeafProps<LineOf>) {
  const { type, show, read } = LINES[field.kind];
  const unit = unitOf(field);
  const typed = (text: string): void => work.typed(path, read(text));
  if (field.kind === 'textarea')
    return (
      <AreaField
        label={field.label}
        initial={textOf(work.current(path))}
        onType={typed}
        onLeave={work.leave}
      />
    );
  // A passport's number has letters that the keyboard for identity cards lacks.
  const isOther = field.kind === 'residentId' && field.documentType !== undefined;
  return (
    <LineField
      label={field.label}
      type={isOther ? 'text' : type}
      initial={show(work.current(path))}
      {...(unit === undefined ? {} : { unit })}
      focus={focus}
      onType={typed}
      onLeave={work.leave}
    />
  );
}

/** The control of one answer. */
export function LeafView(props: LeafProps<Answered>) {
  const { field, path, filling } = props;
  const { work } = filling;
  const { label } = field;
  const common = { label, onLeave: work.leave, onType: (text: string) => work.typed(path, text) };
  switch (field.kind) {
    case 'date':
    case 'month':
      return <PartsField {...common} shape={field.kind} initial={textOf(work.current(path))} />;
    case 'dateTime':
      return <DateTime label={label} path={path} filling={filling} />;
    case 'dateRange':
      return <Range shape="date" label={label} path={path} filling={filling} />;
    case 'monthRange':
      return <Range shape="month" label={label} path={path} filling={filling} />;
    case 'boolean':
    case 'choice':
    case 'multi':
    case 'region':
    case 'slot':
    case 'files':
    case 'image':
    case 'signatures':
      return <ChosenView {...props} field={field} />;
    default:
      return <Line {...props} field={field} />;
  }
}

type Chosen = 'boolean' | 'choice' | 'multi' | 'region' | 'slot' | 'files' | 'image' | 'signatures';

/** Answers that are tapped, not typed. */
function ChosenView(props: LeafProps<Extract<Answered, { readonly kind: Chosen }>>) {
  const { field, path, filling } = props;
  const { work } = filling;
  switch (field.kind) {
    case 'boolean':
      return <YesNo {...props} field={field} />;
    case 'choice':
      return (
        <ChoiceField
          label={field.label}
          options={field.options}
          value={textOf(work.current(path)) || (field.default ?? '')}
          folded={field.default !== undefined}
          onChoose={(next) => work.chosen(path, next)}
        />
      );
    case 'multi':
      return <Several {...props} field={field} />;
    case 'region':
      return (
        <RegionField
          level={field.level ?? 'district'}
          label={field.label}
          value={textOf(work.current(path))}
          onChoose={(code) => work.chosen(path, code)}
        />
      );
    case 'slot':
      return <SlotView label={field.label} path={path} work={work} />;
    case 'files':
      return <FilesView {...props} field={field} />;
    case 'image':
      return <ImageView {...props} field={field} />;
    case 'signatures':
      return <SignaturesView {...props} field={field} />;
  }
}
