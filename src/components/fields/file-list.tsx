import { Text, View } from '@tarojs/components';
import { Button } from '../button/button';
import { spoken } from '../spoken';

export interface FileLine {
  readonly id: string;
  readonly name: string;
  /** 2.1 MB, 正在上传 40%, or what went wrong. */
  readonly detail: string;
  readonly failed?: boolean;
}

/** Files that were handed in or are on their way, and the button for one more. */
export function FileList({
  label,
  files,
  full,
  onAdd,
  onRetry,
  onRemove,
}: {
  readonly label: string;
  readonly files: readonly FileLine[];
  /** No more may be added. */
  readonly full: boolean;
  readonly onAdd: () => void;
  readonly onRetry: (id: string) => void;
  readonly onRemove: (id: string) => void;
}) {
  return (
    <View className="field__control">
      {files.map(({ id, name, detail, failed = false }) => (
        <View key={id} className="file">
          <View className="file__text" {...(failed ? spoken({ role: 'alert', live: 'assertive' }) : {})}>
            <Text>{name}</Text>
            <Text className={`file__detail${failed ? ' file__detail--wrong' : ''}`}>{detail}</Text>
          </View>
          {failed ? (
            <Button text="再传" kind="plain" label={`再传一次${name}`} onTap={() => onRetry(id)} />
          ) : null}
          <Button text="删去" kind="plain" label={`删去${name}`} onTap={() => onRemove(id)} />
        </View>
      ))}
      {full ? null : (
        <View className="field__line">
          <Button
            text={files.length === 0 ? '拍照或选文件' : '再加一个'}
            icon="plus"
            label={`${label}：${files.length === 0 ? '拍照或选文件' : '再加一个'}`}
            onTap={onAdd}
          />
        </View>
      )}
    </View>
  );
}
