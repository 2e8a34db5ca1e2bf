/** Whether a file carries something harmful. Without a scanner nothing is ever called clean: a clerk looks first. */
export type Verdict = 'clean' | 'infected' | 'unavailable';

export interface Scanner {
  /** Never throws: a scanner that does not answer is `unavailable`, and the file stays quarantined. */
  readonly scan: (bytes: Buffer) => Promise<Verdict>;
}
