/** files, image and signatures: what was uploaded, by id. The upload itself is checked where it arrives. */
import type { ErrorCode } from '../error';
import { compactUpper, isRecord, textOf, type FieldBase, type Kind } from './kind';

export interface FileClass {
  readonly label: string;
  readonly min: number;
}

interface FileRules {
  /** MIME types. */
  readonly types?: readonly string[];
  /** In bytes. */
  readonly maxSize?: number;
}

export interface FilesField extends FieldBase, FileRules {
  readonly kind: 'files';
  readonly minCount?: number;
  readonly maxCount?: number;
  /** When given, each file says (`material`) which of these it is. */
  readonly classes?: Readonly<Record<string, FileClass>>;
}

export interface ImageField extends FieldBase, FileRules {
  readonly kind: 'image';
}

/** One `{idNo, fileId}` a signer; `fileId` says how it is signed (see ../signers). */
export interface SignaturesField extends FieldBase {
  readonly kind: 'signatures';
}

interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly material?: unknown;
}

const isFile = (value: unknown): value is FileAnswer =>
  isRecord(value) &&
  textOf(value['id']) !== '' &&
  typeof value['name'] === 'string' &&
  typeof value['type'] === 'string' &&
  Number.isInteger(value['size']) &&
  Number(value['size']) >= 0 &&
  ['string', 'undefined'].includes(typeof (value['material'] ?? undefined));

const classOf = ({ material }: FileAnswer): string => textOf(material);

const isForbidden = (file: FileAnswer, { types, classes }: Pick<FilesField, 'types' | 'classes'>): boolean =>
  (types !== undefined && !types.includes(file.type)) ||
  (classes !== undefined && !Object.keys(classes).includes(classOf(file)));

const isTooLarge = ({ size }: FileAnswer, { maxSize }: FileRules): boolean =>
  maxSize !== undefined && size > maxSize;

function checkFiles(value: unknown, field: FilesField): ErrorCode | undefined {
  if (!Array.isArray(value) || !value.every(isFile)) return 'type';
  const { minCount = 0, maxCount = Infinity, classes = {} } = field;
  if (value.some((file) => isForbidden(file, field))) return 'notAllowed';
  if (value.some((file) => isTooLarge(file, field))) return 'range';
  if (new Set(value.map(({ id }) => id)).size < value.length) return 'duplicate';
  if (value.length < minCount) return 'tooFew';
  if (value.length > maxCount) return 'tooMany';
  const lacking = Object.entries(classes).some(
    ([name, { min }]) => value.filter((file) => classOf(file) === name).length < min,
  );
  return lacking ? 'tooFew' : undefined;
}

export const files: Kind<FilesField> = {
  check: checkFiles,
  show: (value) => (Array.isArray(value) ? `${value.length} 个文件` : ''),
};

export const image: Kind<ImageField> = {
  check: (value, field) => {
    if (!isFile(value)) return 'type';
    if (isForbidden(value, field)) return 'notAllowed';
    return isTooLarge(value, field) ? 'range' : undefined;
  },
  show: (value) => (isFile(value) ? value.name : ''),
};

/** The signer of a signature, cleaned as identity numbers are. */
export const signerOf = (value: unknown): string =>
  isRecord(value) ? textOf(compactUpper(value['idNo'])) : '';

const isSignature = (value: unknown): boolean =>
  signerOf(value) !== '' && isRecord(value) && textOf(value['fileId']) !== '';

export const signatures: Kind<SignaturesField> = {
  check: (value) => {
    if (!Array.isArray(value) || !value.every(isSignature)) return 'type';
    return new Set(value.map(signerOf)).size < value.length ? 'duplicate' : undefined;
  },
  show: (value) => (Array.isArray(value) ? `${value.length} 人签名` : ''),
};
