/** What messages are sent with, and what one says. */
import type { NoticePort } from '../certificate/port';
import type { Store } from '../cases/store';
import type { WechatClient } from '../wechat/client';
import type { MessageText } from './messages';

export interface Sender {
  readonly store: Store;
  readonly wechat?: WechatClient;
  /** The subscription template of progress messages. */
  readonly template?: string;
  /** To the intermediaries of a certificate. */
  readonly notices?: NoticePort;
}

export interface Told extends MessageText {
  readonly receipt: string;
  readonly about: 'case' | 'certificate';
  /** When it happened, which may be before it could be told. */
  readonly at: number;
}
