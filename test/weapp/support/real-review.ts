/** Departments and the coordinator at the console of the real server, over cases of the certificate. */
import { textOf, type Fields } from '../../server-support/desk';
import { faultIn, RealDesk } from './real-desk';
import type { RealServer } from './real-server';

const OPINION = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');

const casePath = (number: string): string => `/console/certificates/${number}`;
const taskPath = (number: string, department: string): string =>
  `/console/certificate-tasks/${number}/${department}`;

export interface Said {
  readonly phrase: string;
  readonly document: string;
  readonly decided: string;
}

export class RealReview {
  private constructor(
    private readonly reviewer: RealDesk,
    private readonly coordinator: RealDesk,
  ) {}

  /** A member of staff who did nothing for half an hour signs in again. */
  static async open(server: RealServer): Promise<RealReview> {
    return new RealReview(
      await RealDesk.open(server, 'reviewer'),
      await RealDesk.open(server, 'coordinator'),
    );
  }

  /** The form of the action on the case's page; what goes out in words is confirmed. The status, 303 when done. */
  async tries(number: string, action: string, fields: Fields = {}): Promise<number> {
    const page = casePath(number);
    const { body } = await this.coordinator.page(page);
    if (!body.includes(`action="${page}/${action}"`)) return 0;
    const first = await this.coordinator.submit(body, `${page}/${action}`, fields);
    if (first.status !== 200) return first.status;
    return (await this.coordinator.submit(first.body, `${page}/${action}`)).status;
  }

  async leads(number: string, action: string, fields: Fields = {}): Promise<void> {
    const status = await this.tries(number, action, fields);
    if (status !== 303) throw new Error(`${action} of ${number}: ${status}`);
  }

  /** A form of the department's task, confirmed where it asks. */
  async says(number: string, department: string, action: string, fields: Fields = {}): Promise<void> {
    const page = taskPath(number, department);
    const { body } = await this.reviewer.page(page);
    const first = await this.reviewer.submit(body, `${page}/${action}`, fields);
    const done = first.status === 200 ? await this.reviewer.submit(first.body, `${page}/${action}`) : first;
    if (done.status !== 303)
      throw new Error(`${department} ${action} of ${number}: ${done.status} ${faultIn(done.body)}`);
  }

  /** No record of any entity, said by each of them. */
  async clears(number: string, departments: readonly string[]): Promise<void> {
    for (const department of departments)
      await this.says(number, department, 'none', { phrase: 'no-record' });
  }

  /** A record of one entity, with the department's opinion. */
  async finds(number: string, department: string, entity: string, said: Said): Promise<void> {
    const page = taskPath(number, department);
    const fields = {
      [`phrase:${entity}`]: said.phrase,
      [`document:${entity}:0`]: said.document,
      [`agency:${entity}:0`]: '演示机关',
      [`decided:${entity}:0`]: said.decided,
    };
    const { body } = await this.reviewer.page(page);
    const done = await this.reviewer.send(body, `${page}/found`, fields, OPINION);
    if (done.status !== 303) throw new Error(`${department} found: ${done.status} ${faultIn(done.body)}`);
  }

  /** The scan of what came from outside. */
  async scans(number: string, department: string): Promise<void> {
    const page = taskPath(number, department);
    const { body } = await this.reviewer.page(page);
    const done = await this.reviewer.send(body, `${page}/externalReplied`, {}, OPINION);
    if (done.status !== 303) throw new Error(`${department} scan: ${done.status} ${faultIn(done.body)}`);
  }

  /** The whole case as the coordinator reads it. */
  async reads(number: string): Promise<string> {
    return textOf((await this.coordinator.page(casePath(number))).body);
  }

  /** Its first line: the state, and how the clock stands. */
  async sentence(number: string): Promise<string> {
    const { body } = await this.coordinator.page(casePath(number));
    return /class="sentence">([^]*?)<\/p>/.exec(body)?.[1] ?? '';
  }

  paper(number: string, paper: string): Promise<Buffer> {
    return this.coordinator.download(`${casePath(number)}/papers/${paper}`);
  }
}
