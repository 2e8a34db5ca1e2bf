import Taro from '@tarojs/taro';
import { err, ok, type Result } from '@/domain/shared/result';
import type { DocumentFault, DocumentPort } from '../ports';
import { messageOf } from './message';

const onWeb = process.env.TARO_ENV === 'h5';
const TIMEOUT_MS = 60_000;

const faultOf = (error: unknown): DocumentFault =>
  /disconnect|offline|network|failed to fetch/i.test(messageOf(error)) ? 'offline' : 'refused';

/** WeChat keeps what it downloads in a place of its own until the app ends. */
async function fetched(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Result<string, DocumentFault>> {
  try {
    if (onWeb) {
      const answer = await fetch(url, { headers });
      return answer.ok ? ok(URL.createObjectURL(await answer.blob())) : err('refused');
    }
    const { statusCode, tempFilePath } = await Taro.downloadFile({
      url,
      header: { ...headers },
      timeout: TIMEOUT_MS,
    });
    return statusCode === 200 ? ok(tempFilePath) : err('refused');
  } catch (error) {
    return err(faultOf(error));
  }
}

/** A browser is given the file under its name, as it may refuse a new window that comes late. */
function save(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}

export const taroDocuments = (base: string): DocumentPort => ({
  open: async (path, name, headers) => {
    const file = await fetched(`${base}${path}`, headers);
    if (!file.ok) return file;
    if (onWeb) {
      save(file.value, name);
      return ok(undefined);
    }
    try {
      await Taro.openDocument({ filePath: file.value, fileType: 'pdf', showMenu: true });
      return ok(undefined);
    } catch {
      return err('failed');
    }
  },
});
