/** Calls of the program itself: which messages can be agreed to, and what went wrong in it. */
import { operation } from './operation';
import { paths } from './paths';
import { messageTemplates, troubleReport } from './phone';

export const phoneOperations = {
  templates: operation({
    method: 'GET',
    path: paths.subscriptions,
    access: 'user',
    summary: '可以订阅的微信消息模板；没有配置就是空的',
    response: messageTemplates,
  }),
  trouble: operation({
    method: 'POST',
    path: paths.trouble,
    access: 'open',
    summary: '使用人自愿发来的程序出错记录，不含个人信息',
    body: troubleReport,
    anyVersion: true,
  }),
} as const;
