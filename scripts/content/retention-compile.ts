/** src/content/retention.yaml → generated/retention: how long the server keeps what. */
import { z } from 'zod';
import { KEPT, type RetentionRule } from '@/domain/case/retention';
import { emitModule } from './emit';
import { loadFile, type Problem } from './load';

const text = z.string().trim().min(1);

export const retentionSchema = z
  .array(
    z.strictObject({
      id: z.enum(KEPT),
      text,
      from: text,
      days: z.union([z.int().positive(), z.literal('pending')]),
      basis: z.array(z.strictObject({ law: text, clause: text, gist: text })).min(1),
      evidence: z.enum(['S', 'L', 'C', 'K', 'P', 'N']),
    }),
  )
  .refine((rules) => KEPT.every((id) => rules.filter((rule) => rule.id === id).length === 1), {
    message: `每一类写一次，不多不少：${KEPT.join('、')}`,
  });

export function compileRetention(): readonly Problem[] {
  const { value, problems } = loadFile<readonly RetentionRule[]>('retention.yaml', retentionSchema);
  emitModule('retention', { name: 'RetentionRule[]', from: '@/domain/case/retention' }, value ?? []);
  return problems;
}
