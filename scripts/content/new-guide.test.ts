import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { dateOf } from '@/domain/shared/civil-date';
import { guideSchema } from './guide-schema';
import { createGuide } from './new-guide';
import { faultsOf } from './rules/planted.arbitrary';

const today = dateOf('2026-11-24');
const base = { today, onlineIds: new Set<string>(['elderly-allowance']) };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guides-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const create = (id: string, name: string): string => {
  const created = createGuide(folder, { ...base, id, name });
  return created.ok ? 'ok' : created.error;
};

describe('createGuide', () => {
  it.each([
    ['new-service', '新事项的名称'],
    ['elderly-allowance', '名称里有“引号”: 井号 # 和 \'单引号"'],
  ])('writes %s so that it loads, and only asks to be filled', (id, name) => {
    expect(create(id, name)).toBe('ok');
    const guide = guideSchema.parse(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')));
    expect(guide).toMatchObject({ id, name, version: 1, effectiveFrom: '2026-11-24' });
    const rules = faultsOf(guide, { fileName: id }).map((line) => line.split(' ')[0]);
    expect(new Set(rules)).toEqual(new Set(['0-placeholder']));
  });

  it.each([
    ['New', '新事项的名称', 'id'],
    ['../x', '新事项的名称', 'id'],
    ['a--b', '新事项的名称', 'id'],
    ['', '新事项的名称', 'id'],
    ['x'.repeat(61), '新事项的名称', 'id'],
    ['new-service', '新', 'name'],
    ['new-service', '新'.repeat(41), 'name'],
    ['new-service', '新事项的\n名称', 'name'],
  ])('refuses %s %j: %s', (id, name, code) => {
    expect(create(id, name)).toBe(code);
  });

  it('never writes over a guide', () => {
    expect(create('new-service', '新事项的名称')).toBe('ok');
    const before = readFileSync(join(folder, 'new-service.yaml'), 'utf8');
    expect(create('new-service', '另一个名称')).toBe('exists');
    expect(readFileSync(join(folder, 'new-service.yaml'), 'utf8')).toBe(before);
  });
});
