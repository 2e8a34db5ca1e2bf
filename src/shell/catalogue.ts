import { iconOf, type IconName } from '@/components/icon/names';
import type { CatalogueEntry } from '@/domain/guide/reference';
import catalogue from '@/generated/catalogue';
import reference from '@/generated/reference';

const byId = new Map(catalogue.map((entry) => [entry.id, entry]));

export const guideOf = (id: string): CatalogueEntry | undefined => byId.get(id);

export const guidesOf = (ids: readonly string[]): readonly CatalogueEntry[] =>
  ids.flatMap((id) => byId.get(id) ?? []);

export const themeIcon = (id: string): IconName =>
  iconOf(reference.themes.find((theme) => theme.id === id)?.icon ?? '');

export const departmentName = (id: string): string =>
  reference.departments.find((department) => department.id === id)?.name ?? id;

const AUDIENCES = { person: '个人', selfEmployed: '个体工商户', enterprise: '企业和其他单位' } as const;

export const audienceNames = Object.entries(AUDIENCES).map(([id, name]) => ({ id, name }));

export type TopicKind = 'theme' | 'event' | 'department' | 'audience';

export interface Topic {
  readonly name: string;
  readonly guides: readonly CatalogueEntry[];
}

const TESTS: Readonly<Record<TopicKind, (entry: CatalogueEntry, id: string) => boolean>> = {
  theme: (entry, id) => entry.theme === id,
  event: (entry, id) => entry.lifeEvents.includes(id),
  department: (entry, id) => entry.department === id,
  audience: (entry, id) => entry.audience.some((each) => each === id),
};

const NAMES: Readonly<Record<TopicKind, (id: string) => string | undefined>> = {
  theme: (id) => reference.themes.find((theme) => theme.id === id)?.name,
  event: (id) => reference.lifeEvents.find((event) => event.id === id)?.name,
  department: (id) => reference.departments.find((department) => department.id === id)?.name,
  audience: (id) => audienceNames.find((audience) => audience.id === id)?.name,
};

const KINDS = ['theme', 'event', 'department', 'audience'] as const satisfies readonly TopicKind[];

/** What a link names: a theme, an event, a department or an audience; `undefined` when there is no such thing. */
export function topicOf(kind: string | undefined, id: string | undefined): Topic | undefined {
  const known = KINDS.find((each) => each === kind);
  if (known === undefined || id === undefined) return undefined;
  const name = NAMES[known](id);
  return name === undefined
    ? undefined
    : { name, guides: catalogue.filter((entry) => TESTS[known](entry, id)) };
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly icon?: IconName;
  readonly count: number;
}

/** The groups of one way to browse; empty ones are not shown. */
export function groupsOf(kind: TopicKind): readonly Group[] {
  const all: readonly { id: string; name: string; icon?: string }[] = {
    theme: reference.themes,
    event: reference.lifeEvents,
    department: reference.departments,
    audience: audienceNames,
  }[kind];
  return all.flatMap(({ id, name, icon }) => {
    const count = catalogue.filter((entry) => TESTS[kind](entry, id)).length;
    return count === 0 ? [] : [{ id, name, count, ...(icon === undefined ? {} : { icon: iconOf(icon) }) }];
  });
}
