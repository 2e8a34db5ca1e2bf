import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const commands = join(__dirname, 'commands');

describe('commands that load the server', () => {
  it('find the content compiled: on a fresh clone there is none yet', () => {
    const listed = readFileSync(join(__dirname, 'main.ts'), 'utf8');
    const loading = readdirSync(commands).filter((file) => {
      const text = readFileSync(join(commands, file), 'utf8');
      return /^import (?!type)[^;]*'(?:\.\.\/\.\.\/server\/|@\/generated\/)/m.test(text);
    });
    expect(loading.length).toBeGreaterThan(5);
    expect(loading.filter((file) => !listed.includes(`'${file.replace('.ts', '')}'`))).toEqual([]);
  });
});
