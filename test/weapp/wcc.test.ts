import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree } from './host/dist';
import { officialTree, runWcc } from './wcc';

const fixture = join(__dirname, 'fixtures/native');

describe('the official template compiler', () => {
  it('compiles a good package and renders its node tree', () => {
    const result = runWcc(fixture, readTree(fixture));
    expect(result).toMatchObject({ ok: true, messages: '' });
    const tree = officialTree(result, 'pages/home/index.wxml', { title: '家', n: 2, items: ['a', 'b'] });
    expect(JSON.stringify(tree)).toContain('"tag":"wx-button"');
    expect(JSON.stringify(tree)).toContain('加2');
  });

  it('refuses a broken template', () => {
    const dir = mkdtempSync(join(tmpdir(), 'wcc-'));
    writeFileSync(join(dir, 'a.wxml'), '<view><text></view>');
    const result = runWcc(dir, readTree(dir));
    expect(result.ok).toBe(false);
    expect(result.messages).toContain('a.wxml');
  });
});
