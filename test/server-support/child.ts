/** A TypeScript program in a process of its own that is talked to line by line. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '../..');

export class Child {
  private readonly process: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  readonly exited: Promise<void>;

  constructor(program: string, args: readonly string[], env: Record<string, string> = {}) {
    this.process = spawn(process.execPath, ['--import', 'tsx', join(__dirname, program), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.exited = new Promise((resolve) => this.process.on('exit', () => resolve()));
    if (!this.process.stdout) throw new Error('no output');
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    const { done, value } = await this.lines.next();
    return done ? '' : value;
  }

  async ask(command: string): Promise<string> {
    this.process.stdin?.write(`${command}\n`);
    return this.line();
  }

  signal(name: NodeJS.Signals): void {
    this.process.kill(name);
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exited;
  }
}
