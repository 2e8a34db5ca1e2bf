/** A file that came with a form, kept as the upload of the member of staff. */
import { accept } from '../../files/accept';
import { storeUpload, type Attachment } from '../../files/attachments';
import type { Visit } from '../route';

export const UPLOAD_REFUSED =
  '这个文件不能收：只收完好的 PDF、JPG、PNG，不超过规定大小，PDF 里不能有脚本和附件。';

/** `undefined`: none came. */
export async function keepUpload({
  service: { store, files },
  staff,
  file,
  at,
}: Visit): Promise<Attachment | 'refused' | undefined> {
  if (!file || file.bytes.length === 0) return undefined;
  const accepted = accept(file.bytes);
  if (!accepted) return 'refused';
  return storeUpload(store, files, { ...accepted, owner: staff.id, name: file.name }, at);
}
