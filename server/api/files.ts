/** Uploads and the bytes of one's own files. */
import type { UploadedFile } from '@/contract/cases';
import { operations } from '@/contract/operations';
import { LARGEST_FILE, LARGEST_FILE_TEXT } from '@/domain/form/file-limit';
import { err, ok, type Result } from '@/domain/shared/result';
import { accept } from '../files/accept';
import { findOwn, readBytes, removeLoose, storeUpload, type Attachment } from '../files/attachments';
import { scanStored } from '../files/scan';
import type { Refused } from '../problem';
import { bind, type Call } from './call';

const INFECTED: Refused = {
  code: 'fileRefused',
  detail: '这个文件带病毒，没有收。请换一台设备重新拍照或另存后再传。',
};

const TOO_LARGE: Refused = {
  code: 'tooLarge',
  detail: `文件太大，没有收：每个不超过 ${LARGEST_FILE_TEXT}。请压缩或拆成几份再传。`,
};

const NOT_FOUND: Refused = { code: 'notFound', detail: '没有这个文件。' };

interface Received {
  readonly name: string;
  readonly bytes: Buffer;
}

const isTooLarge = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 413;

/** One file, in the field `file` as wx.uploadFile and the H5 send it. */
async function receive({ request }: Call<unknown, unknown>): Promise<Result<Received, Refused>> {
  if (!request.isMultipart()) return err({ code: 'badRequest' });
  try {
    const part = await request.file({ limits: { fileSize: LARGEST_FILE, files: 1, fields: 10, parts: 12 } });
    if (!part) return err({ code: 'badRequest' });
    return ok({ name: part.filename, bytes: await part.toBuffer() });
  } catch (error) {
    return err(isTooLarge(error) ? TOO_LARGE : { code: 'badRequest' });
  }
}

const TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;

export function toUploaded({ id, name, size, media_type, state }: Attachment): UploadedFile {
  const type = TYPES.find((known) => known === media_type);
  if (!type) throw new Error(`a stored file is of type ${media_type}`);
  return { id, name, size, type, state: state === 'clean' ? 'accepted' : 'quarantined' };
}

export const fileRoutes = [
  bind(operations.upload, async (service, call): Promise<Result<UploadedFile, Refused>> => {
    const { store, files } = service;
    const received = await receive(call);
    if (!received.ok) return received;
    const { name, bytes } = received.value;
    const accepted = accept(bytes);
    if (!accepted) return err({ code: 'fileRefused' });
    const upload = { ...accepted, owner: call.person.id, name };
    const stored = await storeUpload(store, files, upload, call.at);
    const file = await scanStored(service, stored, accepted.bytes);
    return file ? ok(toUploaded(file)) : err(INFECTED);
  }),
  bind(operations.download, async ({ store, files }, { params, person }) => {
    const [file] = await findOwn(store, person.id, [params['id'] ?? '']);
    const bytes = file && (await readBytes(files, file));
    return bytes ? ok({ bytes, type: file.media_type, name: file.name }) : err(NOT_FOUND);
  }),
  bind(operations.removeFile, async ({ store, files }, { params, person }) => {
    const [file] = await findOwn(store, person.id, [params['id'] ?? '']);
    const removed = file ? await removeLoose(store, files, { owner: person.id, id: file.id }) : 0;
    return removed > 0 ? ok(undefined) : err(NOT_FOUND);
  }),
];
