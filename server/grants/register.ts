/**
 * 电子营业执照 behind a port. A provider is an adapter to the registration authority's interface: it asks by credit code, or
 * by the ID number of a legal representative, over mutual TLS, and maps what it is told to {@link CompanyLicence}; an answer
 * that it cannot read is `unavailable`, never "no company".
 */
import type { Result } from '@/domain/shared/result';

export interface CompanyLicence {
  readonly creditCode: string;
  readonly name: string;
  readonly legalRepresentative: string;
  readonly legalRepresentativeId: string;
  readonly capitalCents: number;
  /** YYYY-MM-DD */
  readonly established: string;
  readonly address: string;
  readonly industry: string;
  /** Six digits. */
  readonly district: string;
  /** A company whose licence is cancelled or revoked has nobody who acts for it here. */
  readonly active: boolean;
  /** The day the data is of, YYYY-MM-DD. */
  readonly on: string;
}

export interface CompanyRegister {
  /** As people know it: 电子营业执照. */
  readonly name: string;
  /** `undefined`: no such company. */
  readonly find: (creditCode: string) => Promise<Result<CompanyLicence | undefined, 'unavailable'>>;
  /** Companies whose legal representative has this ID number. */
  readonly ledBy: (idNo: string) => Promise<Result<readonly CompanyLicence[], 'unavailable'>>;
}

/** Nothing is connected: nobody can act for a company online, and is told so. */
export const NO_REGISTER: CompanyRegister = {
  name: '电子营业执照',
  find: () => Promise.resolve({ ok: false, error: 'unavailable' }),
  ledBy: () => Promise.resolve({ ok: false, error: 'unavailable' }),
};
