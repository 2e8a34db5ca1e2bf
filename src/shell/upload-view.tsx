import { View } from '@tarojs/components';
import { useStore } from 'zustand';
import type { UploadedFile } from '@/contract/cases';
import { FileList, type FileLine } from '@/components/fields/file-list';
import { LARGEST_FILE } from '@/domain/form/file-limit';
import { faultWords } from '@/services/fault-words';
import { uploads } from '@/shell/online';
import { device, files, go } from '@/shell/ports';
import type { Upload } from '@/stores/uploads';
import { sizeText } from '@/components/fields/values';

export interface UploadViewProps {
  /** What the files are for; unique on the phone. */
  readonly target: string;
  readonly label: string;
  readonly uploaded: readonly Pick<UploadedFile, 'id' | 'name' | 'size'>[];
  readonly atMost: number;
  /** Bytes; the server takes no more than {@link LARGEST_FILE}. */
  readonly largest?: number;
  readonly onAdd: (file: UploadedFile) => void;
  readonly onRemove: (id: string) => void;
}

const UPLOADING = 'u-';

function lineOf({ id, file, progress, fault }: Upload): FileLine {
  const line = { id: `${UPLOADING}${id}`, name: file.name };
  return fault === undefined
    ? { ...line, detail: `正在上传 ${progress}%` }
    : { ...line, detail: `没传上去：${faultWords(fault, '文件还在。')}`, failed: true };
}

const idOf = (line: string): number => Number(line.slice(UPLOADING.length));

async function pick({
  target,
  atMost,
  uploaded,
  largest = LARGEST_FILE,
  onAdd,
}: UploadViewProps): Promise<void> {
  const picked = await files.pick(Math.max(1, atMost - uploaded.length));
  if (!picked.ok) {
    if (picked.error === 'failed') device.toast('没能打开相机或相册，请检查权限后再试');
    return;
  }
  const limit = Math.min(largest, LARGEST_FILE);
  const small = picked.value.filter(({ size }) => size <= limit);
  if (small.length < picked.value.length)
    device.toast(`超过 ${sizeText(limit)} 的没有上传，请压缩或拆成几份`);
  await Promise.all(small.map((file) => uploads.start(target, file, onAdd)));
}

function retry(id: number): void {
  const fault = uploads.store.getState().find((upload) => upload.id === id)?.fault;
  if (fault?.kind === 'problem' && fault.code === 'signInNeeded') go('signIn');
  else void uploads.retry(id);
}

/** Files of one material or field: those that arrived, those on their way, and one more. */
export function UploadView(props: UploadViewProps) {
  const { target, label, uploaded, atMost, onRemove } = props;
  const all = useStore(uploads.store);
  const running = all.filter((upload) => upload.target === target);
  const lines: readonly FileLine[] = [
    ...uploaded.map(({ id, name, size }) => ({
      id,
      name,
      detail: size > 0 ? `已上传，${sizeText(size)}` : '已上传',
    })),
    ...running.map(lineOf),
  ];
  return (
    <View id={target.replace(/[^A-Za-z0-9]+/g, '-')}>
      <FileList
        label={label}
        files={lines}
        full={lines.length >= atMost}
        onAdd={() => void pick(props)}
        onRetry={(id) => retry(idOf(id))}
        onRemove={(id) => (id.startsWith(UPLOADING) ? uploads.drop(idOf(id)) : onRemove(id))}
      />
    </View>
  );
}
