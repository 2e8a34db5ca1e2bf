import type { StorageFault } from '@/platform/ports';
import { parseChecklists } from '@/stores/checklists';
import { parseChecker } from '@/stores/checker';
import { keptSecretStore, keptStore, type Kept } from '@/stores/persisted';
import { parsePreferences } from '@/stores/preferences';
import { parseReports } from '@/stores/reports';
import { parseSaved } from '@/stores/saved';
import { parseSeen } from '@/stores/seen';
import { parseTrip } from '@/stores/trip';
import { device, secret, storage } from './ports';

/** A full phone still works; the person is told once that nothing new is remembered. */
let told = false;
function onFault(fault: StorageFault): void {
  if (told) return;
  told = true;
  device.toast(
    fault === 'full' ? '手机存储已满，新的勾选和收藏记不住了' : '手机存储暂不可用，新的勾选和收藏记不住了',
  );
}

const keep = <S>(key: string, parse: (stored: unknown) => S): Kept<S> =>
  keptStore({ storage, key, parse, onFault });

export const preferences = keep('preferences', parsePreferences);
export const saved = keep('saved', parseSaved);
export const checklists = keep('checklists', parseChecklists);
export const seen = keep('seen', parseSeen);
export const trip = keep('trip', parseTrip);
export const reports = keep('reports', parseReports);

export const checker = keptSecretStore({ secret, key: 'checker', parse: parseChecker, onFault });

/** What can be wiped, in the words of the page that offers it. */
export const wipeable = [
  { id: 'checklists', name: '材料勾选和情形回答', kept: checklists },
  { id: 'checker', name: '免申即享的回答（加密存放）', kept: checker },
  { id: 'saved', name: '收藏和最近看过', kept: saved },
  { id: 'trip', name: '合并跑一趟的选择', kept: trip },
  { id: 'reports', name: '清单之外的记录', kept: reports },
  { id: 'seen', name: '上次看到的指南版本', kept: seen },
] as const;
