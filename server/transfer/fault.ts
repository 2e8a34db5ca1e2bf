/** Why data is not copied. Each is one line for whoever runs the command. */
import type { MigrationFault } from '../db/migrate';
import type { OpenFault } from '../db/open';
import { openingLine } from '../db/opening-line';

export type TransferFault =
  | { readonly code: 'notOpened'; readonly which: string; readonly fault: OpenFault }
  | { readonly code: 'nothingThere'; readonly which: string }
  | { readonly code: 'inUse'; readonly which: string }
  | { readonly code: 'notEmpty'; readonly what: string }
  | { readonly code: 'otherVersion'; readonly id: string }
  | { readonly code: 'newer'; readonly id: string }
  | { readonly code: 'notABackup'; readonly folder: string }
  | { readonly code: 'otherKeys' }
  | { readonly code: 'tampered'; readonly what: string }
  | { readonly code: 'fileMissing'; readonly name: string }
  | { readonly code: 'otherMode'; readonly mode: string };

/** Ends a transaction without anything of it, and is caught where the transaction was begun. */
export class Refused extends Error {
  constructor(readonly fault: TransferFault) {
    super(fault.code);
  }
}

export const fromMigration = ({ code, id }: MigrationFault): TransferFault =>
  code === 'databaseNewer' ? { code: 'newer', id } : { code: 'otherVersion', id };

export function faultLine(fault: TransferFault): string {
  switch (fault.code) {
    case 'notOpened':
      return openingLine(fault.which, fault.fault);
    case 'nothingThere':
      return `There is no database in ${fault.which}.`;
    case 'inUse':
      return `Others are connected to ${fault.which}. Stop the server first.`;
    case 'notEmpty':
      return `The target is not empty: there is something in ${fault.what}. Nothing was changed.`;
    case 'otherVersion':
      return `Both sides come from different versions of this program (${fault.id}).`;
    case 'newer':
      return `It was made by a newer version of this program (${fault.id}). Use that one.`;
    case 'notABackup':
      return `${fault.folder} is no backup of this program, or was cut off while it was made.`;
    case 'otherKeys':
      return 'It was made with other keys: set APP_KEYS and APP_INDEX_KEY as they were then.';
    case 'tampered':
      return `${fault.what} is not as it was written. Nothing was changed.`;
    case 'fileMissing':
      return `The file ${fault.name} of a case is missing from the file store.`;
    case 'otherMode':
      return `It holds ${fault.mode} data, and the target is not for that.`;
  }
}
