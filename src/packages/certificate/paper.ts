import { CONTRACT_HEADER, CONTRACT_VERSION } from '@/contract/paths';
import type { DocumentFault } from '@/platform/ports';
import { taroDocuments } from '@/platform/taro/documents';
import { paperPath } from '@/services/certificate';
import { sessions } from '@/shell/online';
import { device } from '@/shell/ports';

const documents = taroDocuments(API_BASE);

const WORDS: Readonly<Record<DocumentFault, string>> = {
  offline: '没有网，等有网再打开',
  refused: '没能取到证明，请稍后再试',
  failed: '手机打不开这份 PDF，可以在电脑上下载',
};

/** Fetches a certificate's PDF as the person signed in, and shows it; WeChat's own reader can send it on. */
export async function openPaper(number: string, paper: string): Promise<void> {
  if (sessions.token() === undefined) await sessions.renew();
  const opened = await documents.open(paperPath(number, paper), `${paper}.pdf`, {
    [CONTRACT_HEADER]: String(CONTRACT_VERSION),
    authorization: `Bearer ${sessions.token() ?? ''}`,
  });
  if (!opened.ok) device.toast(WORDS[opened.error]);
}
