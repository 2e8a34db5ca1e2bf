import Taro from '@tarojs/taro';
import { err, ok } from '@/domain/shared/result';
import type { FileSource, FilesPort, PickedFile } from '../ports';
import { messageOf } from './message';

const onWeb = process.env.TARO_ENV === 'h5';

interface Way {
  readonly source: FileSource;
  readonly text: string;
}

/** A browser has no chats, and its own chooser offers camera and album. */
const WAYS: readonly Way[] = onWeb
  ? [{ source: 'album', text: '选图片' }]
  : [
      { source: 'camera', text: '拍照' },
      { source: 'album', text: '从相册选' },
      { source: 'chat', text: '从聊天记录选文件' },
    ];

const nameOf = (path: string): string => path.split(/[\\/]/).pop()?.split('?')[0] ?? '';

/** Compressed on the phone; what the picture's file says of where and when goes with it. */
async function pictures(source: 'camera' | 'album', count: number): Promise<readonly PickedFile[]> {
  const { tempFiles } = await Taro.chooseMedia({
    count,
    mediaType: ['image'],
    sourceType: [source],
    sizeType: ['compressed'],
  });
  return tempFiles.map(({ tempFilePath, size }, index) => ({
    path: tempFilePath,
    // The names that WeChat gives its copies say nothing.
    name: /^(data|blob):/.test(tempFilePath) ? `照片${index + 1}.jpg` : nameOf(tempFilePath),
    size,
  }));
}

async function documents(count: number): Promise<readonly PickedFile[]> {
  const { tempFiles } = await Taro.chooseMessageFile({
    count,
    type: 'file',
    extension: ['pdf', 'jpg', 'jpeg', 'png'],
  });
  return tempFiles.map(({ path, name, size }) => ({ path, name, size }));
}

async function wayChosen(): Promise<FileSource | undefined> {
  const [only, ...others] = WAYS;
  if (only !== undefined && others.length === 0) return only.source;
  const { tapIndex } = await Taro.showActionSheet({ itemList: WAYS.map(({ text }) => text) });
  return WAYS[tapIndex]?.source;
}

export const taroFiles: FilesPort = {
  pick: async (atMost) => {
    // chooseMedia takes 20 at most, chooseMessageFile 100.
    const count = Math.min(atMost, 9);
    try {
      const source = await wayChosen();
      if (source === undefined) return err('denied');
      return ok(source === 'chat' ? await documents(count) : await pictures(source, count));
    } catch (error) {
      return err(/cancel|deny|denied|not authorized/i.test(messageOf(error)) ? 'denied' : 'failed');
    }
  },
};
