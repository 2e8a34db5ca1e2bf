/** Where the bytes of attachments are. Names are random: nothing of a person is in them. */
export interface FileStore {
  readonly put: (name: string, bytes: Buffer) => Promise<void>;
  /** `undefined` when there is none. */
  readonly get: (name: string) => Promise<Buffer | undefined>;
  readonly remove: (name: string) => Promise<void>;
}
