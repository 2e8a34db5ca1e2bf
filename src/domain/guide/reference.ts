/** Tables that guides, forms, the console and the certificate share (src/content/*.yaml). */
import type { Evidence, Pending } from './guide';

export interface Theme {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly audience: readonly ('person' | 'enterprise')[];
}

export interface LifeEvent {
  readonly id: string;
  readonly name: string;
  readonly audience: 'person' | 'enterprise';
  readonly icon: string;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  /** Id of the national hotline of its field. */
  readonly hotline?: string;
  /** Place among the 27 of 企业上市无违规证明; absent when it takes no part. */
  readonly listing?: number;
}

export interface Hotline {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

/** Opening hours by weekday (Monday first), each a list of `HH:mm-HH:mm`; an empty list is closed. */
export type OpeningHours = Readonly<Record<Weekday, readonly string[]>>;
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface Hall {
  readonly id: string;
  readonly name: string;
  readonly address: string | Pending;
  /** WGS-84 is not what WeChat maps take: GCJ-02 degrees, as given by the department. */
  readonly location?: { readonly latitude: number; readonly longitude: number };
  readonly phone: string | Pending;
  readonly hours: OpeningHours | Pending;
  readonly evidence: Evidence;
  readonly confirmedBy?: string;
  readonly confirmedOn?: string;
}

/** What the main package knows of a guide: enough to list it, never its body. */
export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly commonName: string;
  readonly summary: string;
  readonly theme: string;
  readonly audience: readonly ('person' | 'enterprise' | 'selfEmployed')[];
  readonly lifeEvents: readonly string[];
  readonly department: string;
  readonly depth: 'online' | 'lookup';
}

/** What the home page shows (home.yaml). */
export interface Home {
  /** Eight guides. */
  readonly mostUsed: readonly string[];
  /** Things people look for, one a day. */
  readonly examples: readonly string[];
  readonly news: readonly { readonly on: string; readonly text: string; readonly guide?: string }[];
}

export interface Reference {
  readonly themes: readonly Theme[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly departments: readonly Department[];
  readonly hotlines: readonly Hotline[];
  readonly home: Home;
}

export interface BuildInfo {
  /** Of the program (package.json). */
  readonly version: string;
  /** YYYY-MM-DD of the newest guide. */
  readonly contentOn: string;
}
