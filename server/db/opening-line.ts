import type { KeyFault } from '../crypto/keys';
import type { OpenFault } from './open';
import type { PostgresFault } from './postgres';

function unreachableLine(which: string, { why, said }: PostgresFault): string {
  switch (why) {
    case 'badUrl':
      return 'The URL of PostgreSQL (DATABASE_URL) must be postgres://USER:PASSWORD@HOST:PORT/DATABASE.';
    case 'noAnswer':
      return `${which} does not answer (${said}). Start it, or correct host and port in its URL (DATABASE_URL).`;
    case 'signIn':
      return `${which} refuses the sign-in (${said}). Correct user and password in its URL (DATABASE_URL).`;
    case 'noDatabase':
      return `${which}: there is no such database (${said}). Create it, or correct its URL (DATABASE_URL).`;
    case 'notNow':
      return `${which} takes no connection now (${said}). Try again when it has started, or free connections.`;
    case 'other':
      return `${which} cannot be used: ${said}. Check its URL (DATABASE_URL) and its log.`;
  }
}

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
      return `${which} has version ${fault.version}; 15 or newer is needed.`;
    case 'postgresUnreachable':
      return unreachableLine(which, fault);
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
