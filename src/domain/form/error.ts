/** What may be wrong with an answer. Paths are written `members[2].idNo`; '' is the whole. At most one error a path. */
export type ErrorCode =
  | 'unknownField'
  | 'notAllowed'
  | 'hiddenField'
  | 'required'
  | 'type'
  | 'tooShort'
  | 'tooLong'
  | 'format'
  | 'date'
  | 'checksum'
  | 'range'
  | 'order'
  | 'duplicate'
  | 'tooFew'
  | 'tooMany'
  | 'mismatch'
  | 'conflict'
  | 'consent';

export interface FieldError {
  readonly field: string;
  readonly code: ErrorCode;
  /** The cross-field check that found it; absent when the field alone is wrong. */
  readonly check?: string;
}
