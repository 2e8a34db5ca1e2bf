/** Shared data (实名认证, 电子证照…) behind a port: one source a name, as forms write it in `prefill`. */
import type { Result } from '@/domain/shared/result';
import { NO_REGISTER, type CompanyRegister } from '../grants/register';
import type { Person } from './people';

export interface Pulled {
  /** By the field of the block it fills: `name`, `idNo`, `hukouStreet`… */
  readonly values: Readonly<Record<string, unknown>>;
  /** The day the data is of, YYYY-MM-DD. */
  readonly on: string;
}

export interface DataSource {
  /** 实名认证, 电子户口簿… */
  readonly name: string;
  /** Where a person has wrong data corrected. */
  readonly correctAt: string;
  readonly pull: (person: Person) => Promise<Result<Pulled, 'unavailable'>>;
}

export interface LicenceSource {
  /** Whether there is an electronic licence that stands in for this material of the item. */
  readonly has: (person: Person, item: string, material: string) => Promise<boolean>;
}

export interface Providers {
  readonly sources: readonly DataSource[];
  readonly licences: LicenceSource;
  readonly companies: CompanyRegister;
  /** Not real: the data is shown as 演示数据. */
  readonly demo: boolean;
}

/** Nothing is connected: every source is said to have failed, and people upload. */
export const NO_PROVIDERS: Providers = {
  sources: [],
  licences: { has: () => Promise.resolve(false) },
  companies: NO_REGISTER,
  demo: false,
};
