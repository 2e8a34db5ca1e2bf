import { drafts, outbox, signedIn } from './online';
import { checker, checklists, reports, saved, seen, trip, troubles } from './stores';

/** What can be wiped, in the words of the page that offers it. */
export const wipeable = [
  { id: 'checklists', name: '材料勾选和情形回答', clear: checklists.clear },
  { id: 'checker', name: '免申即享的回答（加密存放）', clear: checker.clear },
  { id: 'drafts', name: '没填完的申请（加密存放）', clear: drafts.clearAll },
  { id: 'outbox', name: '还没发出的申请', clear: outbox.clear },
  { id: 'session', name: '登录', clear: signedIn.clear },
  { id: 'saved', name: '收藏和最近看过', clear: saved.clear },
  { id: 'trip', name: '合并跑一趟的选择', clear: trip.clear },
  { id: 'reports', name: '清单之外的记录', clear: reports.clear },
  { id: 'troubles', name: '程序出错的记录', clear: troubles.clear },
  { id: 'seen', name: '上次看到的指南版本', clear: seen.clear },
] as const;
