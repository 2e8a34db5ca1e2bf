/** What lies on the phone behind the paths that WeChat's stand-in hands out. */
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

export interface PhoneFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** A picture carries its bytes in its path; a document of a chat is always the same one. */
export function bytesOf(path: string): PhoneFile {
  const [, type, data] = /^data:([^;]+);base64,(.*)$/.exec(path) ?? [];
  return type === undefined || data === undefined
    ? { bytes: new Uint8Array(PDF), type: 'application/pdf' }
    : { bytes: new Uint8Array(Buffer.from(data, 'base64')), type };
}
