import type { LegalDocument } from '@/domain/guide/document';
import type { Guide } from '@/domain/guide/guide';
import type { Department, Hall, Home, Hotline, LifeEvent, Theme } from '@/domain/guide/reference';
import type { z } from 'zod';
import { guideSchema } from './guide-schema';
import { loadFile, loadFolder, type Problem } from './load';
import {
  departmentsSchema,
  documentSchema,
  hallsSchema,
  homeSchema,
  hotlinesSchema,
  lifeEventsSchema,
  themesSchema,
} from './reference-schema';

/** All guide content as loaded and shaped, with what is wrong with it; rules over it are in ./rules. */
export interface Library {
  readonly guides: ReadonlyMap<string, Guide>;
  readonly themes: readonly Theme[];
  readonly lifeEvents: readonly (LifeEvent & { readonly covers: readonly string[] })[];
  readonly departments: readonly Department[];
  readonly hotlines: readonly Hotline[];
  readonly halls: readonly Hall[];
  readonly home: Home;
  readonly documents: readonly LegalDocument[];
  readonly problems: readonly Problem[];
}

export function loadLibrary(): Library {
  const problems: Problem[] = [];
  const table = <T>(file: string, schema: z.ZodType<T[]>): T[] => {
    const loaded = loadFile(file, schema);
    problems.push(...loaded.problems);
    return loaded.value ?? [];
  };
  const home = loadFile('home.yaml', homeSchema);
  const documents = loadFolder('documents', documentSchema);
  problems.push(...home.problems, ...documents.problems);
  const guides = loadFolder('guides', guideSchema);
  problems.push(...guides.problems);
  return {
    guides: guides.files,
    themes: table('themes.yaml', themesSchema),
    lifeEvents: table('life-events.yaml', lifeEventsSchema),
    departments: table('departments.yaml', departmentsSchema),
    hotlines: table('hotlines.yaml', hotlinesSchema),
    halls: table('halls.yaml', hallsSchema),
    home: home.value ?? { mostUsed: [], examples: [], news: [] },
    documents: [...documents.files.values()],
    problems,
  };
}
