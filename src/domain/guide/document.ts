/** A dated text that a person may be asked to agree to (src/content/documents/*.yaml). */
export interface LegalDocument {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[];
}
