import { started } from './started';

export default async function teardown(): Promise<void> {
  for (const child of started()) {
    const exited = new Promise((resolve) => child.on('exit', resolve));
    child.stdin?.end();
    await exited;
  }
}
