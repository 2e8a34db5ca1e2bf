import { Text, View } from '@tarojs/components';
import type { UploadedFile } from '@/contract/cases';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import type { FilesField, ImageField } from '@/domain/form/kinds/files';
import type { Filling } from '../filling';
import { UploadView } from '@/shell/upload-view';

interface Props<F> {
  readonly field: F;
  readonly path: string;
  readonly filling: Filling;
}

const MOST = 30;

const filesIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];

const lineFile = (file: Readonly<Record<string, unknown>>): Pick<UploadedFile, 'id' | 'name' | 'size'> => ({
  id: textOf(file['id']),
  name: textOf(file['name']),
  size: typeof file['size'] === 'number' ? file['size'] : 0,
});

/** What of a file the answers say; whether it waits for a clerk is the server's own. */
const answerOf = ({ id, name, size, type }: UploadedFile): Readonly<Record<string, unknown>> => ({
  id,
  name,
  size,
  type,
});

/** One list of files, or one for each class of them (平面图、制度、现场照片). */
export function FilesView({ field, path, filling: { work } }: Props<FilesField>) {
  const all = filesIn(work.current(path));
  const classes = Object.entries(field.classes ?? { '': { label: field.label, min: 0 } });
  const { maxCount = MOST } = field;
  return (
    <View>
      {classes.map(([name, { label, min }]) => {
        const own = all.filter((file) => name === '' || file['material'] === name);
        const add = (file: UploadedFile): void => {
          const entry = name === '' ? answerOf(file) : { ...answerOf(file), material: name };
          work.chosen(path, [...filesIn(work.current(path)), entry]);
        };
        const remove = (id: string): void =>
          work.chosen(
            path,
            filesIn(work.current(path)).filter((file) => file['id'] !== id),
          );
        return (
          <View key={name} className="field__control">
            {name === '' ? null : (
              <Text className="field__note">{min > 0 ? `${label}，至少 ${min} 个` : `${label}（选填）`}</Text>
            )}
            <UploadView
              target={`${work.name} ${path} ${name}`}
              label={label}
              uploaded={own.map(lineFile)}
              atMost={maxCount - all.length + own.length}
              {...(field.maxSize === undefined ? {} : { largest: field.maxSize })}
              onAdd={add}
              onRemove={remove}
            />
          </View>
        );
      })}
    </View>
  );
}

export function ImageView({ field, path, filling: { work } }: Props<ImageField>) {
  return (
    <UploadView
      target={`${work.name} ${path}`}
      label={field.label}
      uploaded={filesIn(work.current(path)).map(lineFile)}
      atMost={1}
      {...(field.maxSize === undefined ? {} : { largest: field.maxSize })}
      onAdd={(file) => work.chosen(path, answerOf(file))}
      onRemove={() => work.chosen(path, '')}
    />
  );
}
