import { compileMode, previewStates } from '@/preview-states';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** project.config.json with the preview states as its compile modes; everything else as it was. */
export function withConditions(text: string): string {
  const config: unknown = JSON.parse(text);
  if (!isRecord(config)) throw new Error('project.config.json is not an object');
  const condition = { miniprogram: { list: previewStates.map(compileMode) } };
  return `${JSON.stringify({ ...config, condition }, null, 2)}\n`;
}
