import { Text, View } from '@tarojs/components';
import type { UploadedFile } from '@/contract/cases';
import { isRecord, textOf } from '@/domain/form/kinds/kind';
import type { FilesField, ImageField, SignaturesField } from '@/domain/form/kinds/files';
import type { Check } from '@/domain/form/form';
import { valuesAt } from '@/domain/form/answers';
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

/** Where the form says who has to sign: `people` and `always` of its checks. */
function signerPaths(checks: readonly Check[]): readonly string[] {
  const given = checks.flatMap(({ holds }): readonly unknown[] => ('rule' in holds ? [holds.with] : []));
  const lists = given.filter(isRecord).flatMap((each) => [each['people'], each['always']]);
  return [...new Set(lists.flat().filter((path): path is string => typeof path === 'string'))];
}

/**
 * One sheet of paper a person, signed by that person's own hand and photographed: one finger on one phone never signs for
 * a whole family.
 */
export function SignaturesView({
  field,
  path,
  filling: { work, filled, answers },
}: Props<SignaturesField & { readonly checks?: readonly Check[] }>) {
  const env = filled.display.env();
  const signers = [
    ...new Set(
      signerPaths(field.checks ?? [])
        .flatMap((people) => valuesAt(people, env))
        .map(textOf)
        .filter((idNo) => idNo !== ''),
    ),
  ];
  const signed = filesIn(work.current(path));
  const others = (idNo: string) => filesIn(work.current(path)).filter((each) => each['idNo'] !== idNo);
  if (signers.length === 0) return <Text className="field__note">先把前面的人填好，这里会列出谁要签。</Text>;
  return (
    <View>
      {signers.map((idNo) => {
        const fileId = textOf(signed.find((each) => each['idNo'] === idNo)?.['fileId']);
        const who = `${nameOf(answers, idNo)}（尾号 ${idNo.slice(-4)}）`;
        return (
          <View key={idNo} className="field__control">
            <Text className="field__note">{who} 亲笔签名的授权书照片</Text>
            <UploadView
              target={`${work.name} ${path} ${idNo}`}
              label={`${who}的签名`}
              uploaded={fileId === '' ? [] : [{ id: fileId, name: '签名照片', size: 0 }]}
              atMost={1}
              onAdd={(file) => work.chosen(path, [...others(idNo), { idNo, fileId: file.id }])}
              onRemove={() => work.chosen(path, others(idNo))}
            />
          </View>
        );
      })}
    </View>
  );
}

/** The name that stands beside an identity number anywhere in the answers. */
function nameOf(answers: unknown, idNo: string): string {
  if (Array.isArray(answers))
    return answers.map((each) => nameOf(each, idNo)).find((name) => name !== '') ?? '';
  if (!isRecord(answers)) return '';
  if (answers['idNo'] === idNo) return textOf(answers['name']);
  return nameOf(Object.values(answers), idNo);
}
