/** What the speed of the checker is measured with, as one entry for a bundler. */
export { compileBook } from '@/domain/benefit/compiled';
export { evaluate } from '@/domain/benefit/evaluate';
export { jsonRules, jsonRulesForAll } from './benefit-peer';
