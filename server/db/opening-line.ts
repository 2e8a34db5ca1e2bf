import type { KeyFault } from '../crypto/keys';
import type { OpenFault } from './open';

/** Why a database is not opened, or its keys cannot be read. */
export const openingLine = (which: string, fault: OpenFault | { readonly code: KeyFault }): string => {
  switch (fault.code) {
    case 'held':
      return `A server (process ${fault.owner.pid}) uses ${which}. Stop it first.`;
    case 'heldElsewhere':
      return `${which} is held by ${fault.owner.host}. If nothing runs there any more, remove ${fault.file}.`;
    case 'unreadable':
      return `${which}: ${fault.file} cannot be read.`;
    case 'postgresTooOld':
      return `${which} is PostgreSQL ${fault.version}; 15 or newer is needed.`;
    case 'migrationChanged':
    case 'databaseNewer':
      return `${which} was made by another version of this program (${fault.id}).`;
    case 'noKeys':
    case 'badKey':
    case 'badSecret':
    case 'keyTwice':
    case 'noIndexKey':
      return `APP_KEYS or APP_INDEX_KEY cannot be read: ${fault.code}.`;
  }
};
