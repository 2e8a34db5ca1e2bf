import type { StorageFault } from '@/platform/ports';
import { parseChecklists } from '@/stores/checklists';
import { parseChecker } from '@/stores/checker';
import { keptSecretStore, keptStore, type Kept } from '@/stores/persisted';
import { parsePreferences } from '@/stores/preferences';
import { parseReports } from '@/stores/reports';
import { parseSaved } from '@/stores/saved';
import { parseSeen } from '@/stores/seen';
import { parseTrip } from '@/stores/trip';
import { parseTroubles } from '@/stores/trouble';
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
export const troubles = keep('troubles', parseTroubles);

export const checker = keptSecretStore({ secret, key: 'checker', parse: parseChecker, onFault });
