import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '../../server/db/lock';
import { livenessOf, self, startOf } from '../../server/db/lock-owner';
import { Child } from '../server-support/child';

const children: Child[] = [];

async function started(folder: string, count: number): Promise<readonly Child[]> {
  const made = Array.from({ length: count }, () => new Child('lock-child.ts', [folder]));
  children.push(...made);
  await Promise.all(made.map((child) => child.line()));
  return made;
}

const fresh = (): string => mkdtempSync(join(tmpdir(), 'lock-'));

afterEach(() => Promise.all(children.splice(0).map((child) => child.kill())));

jest.setTimeout(30_000);

describe('the lock on a data folder', () => {
  it('is refused to a second opener, also in the same process', async () => {
    const folder = fresh();
    const first = await takeLock(folder);
    expect(first).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await takeLock(folder)).toMatchObject({
      ok: false,
      error: { code: 'held', owner: { pid: process.pid } },
    });
    if (first.ok) await first.value.release();
    expect(await takeLock(folder)).toMatchObject({ ok: true, value: { number: 2 } });
  });

  it('is refused 100 times of 100 while its holder lives, and still when the holder is stopped', async () => {
    const folder = fresh();
    const [holder, other] = await started(folder, 2);
    expect(await holder?.ask('try')).toBe('taken 1');
    expect(await other?.ask('tries 100')).toBe('100');
    holder?.signal('SIGSTOP');
    expect(await other?.ask('try')).toBe('held');
    holder?.signal('SIGCONT');
  });

  it('passes to exactly one of many when its holder is killed, again and again', async () => {
    const folder = fresh();
    let [holder, ...others] = await started(folder, 6);
    expect(await holder?.ask('try')).toBe('taken 1');
    for (let number = 2; others.length > 1; number++) {
      await holder?.kill();
      const said = await Promise.all(others.map((child) => child.ask('try')));
      expect(said.filter((text) => text === `taken ${number}`)).toHaveLength(1);
      expect(said.filter((text) => text === 'held')).toHaveLength(others.length - 1);
      const winner = said.indexOf(`taken ${number}`);
      holder = others[winner];
      others = others.filter((_, i) => i !== winner);
    }
  });

  it('works in a folder whose name is too long for a socket', async () => {
    const folder = join(fresh(), 'a'.repeat(60), 'b'.repeat(60));
    const first = await takeLock(folder);
    expect(first.ok).toBe(true);
    expect(await takeLock(folder)).toMatchObject({ ok: false, error: { code: 'held' } });
    if (first.ok) await first.value.release();
  });

  it('asks a person about a holder on another machine, and about a file that says nothing', async () => {
    const folder = fresh();
    const owner = { ...self(), boot: 'other boot', host: 'other host' };
    writeFileSync(join(folder, 'lock.3.json'), JSON.stringify({ owner, socket: 'none', released: false }));
    expect(await takeLock(folder)).toMatchObject({ ok: false, error: { code: 'heldElsewhere', owner } });
    writeFileSync(join(folder, 'lock.4.json'), '');
    expect(await takeLock(folder)).toMatchObject({ ok: false, error: { code: 'unreadable' } });
  });

  it('is taken after a restart of the machine, and after its pid went to another process', async () => {
    const folder = fresh();
    const write = (number: number, owner: object) =>
      writeFileSync(
        join(folder, `lock.${number}.json`),
        JSON.stringify({ owner, socket: 'none', released: false }),
      );
    write(1, { ...self(), boot: 'the boot before' });
    const second = await takeLock(folder);
    expect(second).toMatchObject({ ok: true, value: { number: 2 } });
    if (second.ok) await second.value.release();
    write(3, { ...self(), started: '1' });
    expect(await takeLock(folder)).toMatchObject({ ok: true, value: { number: 4 } });
  });

  it('leaves no sockets of the dead', async () => {
    const folder = fresh();
    for (let i = 0; i < 2; i++) {
      const [child] = await started(folder, 1);
      expect(await child?.ask('try')).toBe(`taken ${i + 1}`);
      await child?.kill();
    }
    const lock = await takeLock(folder);
    expect(readdirSync(folder).filter((name) => name.endsWith('.sock'))).toHaveLength(1);
    expect(readFileSync(join(folder, 'lock.3.json'), 'utf8')).toContain(String(process.pid));
    if (lock.ok) await lock.value.release();
  });
});

describe('whether a process lives', () => {
  it('is told by pid and start', () => {
    const here = self();
    expect(livenessOf(here, here)).toBe('alive');
    expect(livenessOf({ ...here, started: '0' }, here)).toBe('dead');
    expect(livenessOf({ ...here, pid: 2 ** 22 + 1 }, here)).toBe('dead');
    expect(livenessOf({ ...here, pidNamespace: 'pid:[1]' }, here)).toBe('elsewhere');
    expect(startOf(2 ** 22 + 1)).toBeUndefined();
  });
});
