/** One certificate from the application on the phone to the paper, with the real server and its console between. */
import { createHash } from 'node:crypto';
import { certificateDetail, type CertificateDetail } from '@/contract/certificate';
import { CONTRACT_HEADER, CONTRACT_VERSION, paths } from '@/contract/paths';
import { MAIN_STATES, type MainState } from '@/domain/certificate/actions';
import { verifyLink } from '@/domain/certificate/payload';
import { draft } from '@/domain/certificate/desk.arbitrary';
import type { EntityDraft } from '@/domain/certificate/draft';
import { mainText } from '../../../../server/console/certificates/words';
import { pdfText } from '../../../server-support/pdf';
import type { Host, LaunchOptions } from '../../host/host';
import { isRecord, text } from '../../host/values';
import type { Reply } from '../../host/wx/phone';
import { RealReview } from '../../support/real-review';
import { RealServer } from '../../support/real-server';
import { openedIn, pages as applicantPages } from '../applicant';
import { draftStorage, pages, press, type } from '../certificate';
import { calls, faults, links, path } from '../person';
import { signIn, use, type Kept } from './journey';

const { inbox } = applicantPages;

export const DAY = 86_400_000;

/** Of the demo's register, each with its legal representative. */
export const LI = { code: '91210213MATEXY0136', name: '李明', company: '大连金普测试科技有限公司' } as const;
export const WANG = {
  code: '91210213MATEXY0211',
  name: '王小丽',
  company: '大连金普测试设备有限公司',
} as const;

type Person = typeof LI | typeof WANG;

/** A choice of departments that the company has confirmed. */
export const some = (...departments: readonly string[]) => ({ departments, scopeConfirmed: true }) as const;

export interface Trip {
  readonly who: Person;
  readonly number: string;
}

export interface Wanted {
  readonly who?: Person;
  readonly change: Readonly<Record<string, unknown>>;
  readonly related?: readonly EntityDraft[];
}

/** On no page for the public. */
export const SECRET = '演示文号';

/** The phone's words, and the tone of the verdict on the public page. */
const SAID = {
  valid: ['有效：平台上有这份证明', 'fine'],
  replaced: ['已替换：这份已经换发', 'soon'],
  revoked: ['已撤销：这份证明不再有效', 'late'],
} as const;

/** The first line of the phone's page, where it is not the name of the state. */
const HEADINGS: Readonly<Partial<Record<MainState, string>>> = {
  submitted: '提交，等受理。',
  clarifying: '个问题等您说明',
  rejected: '不予受理，理由在下面。',
  withdrawn: '已撤回，不再办。',
};

type Paper = CertificateDetail['papers'][number];

export class Office {
  /** First bytes of the papers that phones fetched. */
  readonly fetched: string[] = [];
  private readonly phones = new Map<string, Kept>();
  private count = 0;

  private constructor(
    readonly server: RealServer,
    private desk: RealReview,
  ) {}

  static async open(at?: number): Promise<Office> {
    const server = await RealServer.start(at);
    return new Office(server, await RealReview.open(server));
  }

  get review(): RealReview {
    return this.desk;
  }

  /** Days later everybody signs in anew. */
  async later(ms: number): Promise<void> {
    await this.server.advance(ms);
    this.desk = await RealReview.open(this.server);
    this.phones.clear();
  }

  async phone(options: LaunchOptions): Promise<Host> {
    return use(this.server, {
      ...options,
      server: async (request) => {
        const reply = await this.server.handle(request);
        if (request.url.includes('/papers/')) this.fetched.push(text(reply?.data).slice(0, 5));
        return reply;
      },
    });
  }

  private async storageOf({ name }: Person): Promise<Kept> {
    const kept = this.phones.get(name) ?? (await signIn(this.server, name));
    this.phones.set(name, kept);
    return kept;
  }

  private async call(
    who: Person,
    method: string,
    url: string,
    data?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Reply | undefined> {
    const session = openedIn((await this.storageOf(who)).get('session'));
    const header = {
      authorization: `Bearer ${isRecord(session) ? text(session['token']) : ''}`,
      [CONTRACT_HEADER]: String(CONTRACT_VERSION),
      ...more,
    };
    return this.server.handle({ method, url, data, header });
  }

  /** A phone of the company's on which such an application lies filled in, its papers uploaded. */
  async filled({ who = LI, change, related = [] }: Wanted): Promise<Kept> {
    const reply = await this.call(who, 'POST', paths.files, { filePath: 'a.pdf', name: 'file' });
    const file = reply?.data;
    if (!isRecord(file)) throw new Error(`no file: ${JSON.stringify(reply)}`);
    this.count += 1;
    const company = { ...draft.company, creditCode: who.code, name: who.company };
    const all = draftStorage({ company, ...change }, related, {
      key: `key-of-the-certificate-${this.count}`,
      file: { id: text(file['id']), name: '辅导备案.pdf', size: 68, type: 'application/pdf' },
    });
    const entries = Object.entries(all).map(([key, value]) => [key, JSON.stringify({ value })] as const);
    return new Map([...(await this.storageOf(who)), ...entries]);
  }

  /** Looked over on the phone. */
  async reviews(wanted: Wanted): Promise<Host> {
    return this.phone({ path: pages.review, storage: await this.filled(wanted) });
  }

  async applies(wanted: Wanted): Promise<Trip> {
    const host = await this.reviews(wanted);
    await host.advance(500);
    await press(host, '提交');
    await host.advance(1500);
    const said = host.getAllByRole('alert').map((node) => node.text);
    expect([path(host), said]).toEqual([pages.receipt, []]);
    const number = host.currentPage().query['number'] ?? '';
    expect(faults(host)).toEqual([]);
    host.kill();
    return { who: wanted.who ?? LI, number };
  }

  /** Applied for, and sent to the departments. */
  async dispatched(wanted: Wanted): Promise<Trip> {
    const trip = await this.applies(wanted);
    await this.review.leads(trip.number, 'accepted');
    return trip;
  }

  async opens({ who, number }: Trip, page: string = pages.case): Promise<Host> {
    const host = await this.phone({ path: page, query: { number }, storage: await this.storageOf(who) });
    await host.advance(1500);
    return host;
  }

  /** The message comes within a second or two, and leads to the case. */
  async isTold({ who, number }: Trip, title: string): Promise<void> {
    const host = await this.phone({ path: inbox, storage: await this.storageOf(who) });
    const about = (name: string): boolean =>
      name.startsWith(title) && name.replace(/\s/g, '').includes(number);
    for (let turn = 0; turn < 100 && !links(host).some(about); turn++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await host.open(`/${inbox}`);
    }
    await host.tap(host.getByRole('link', { name: links(host).find(about) ?? title }));
    expect([path(host), host.currentPage().query]).toEqual([pages.case, { number }]);
    expect(faults(host)).toEqual([]);
    host.kill();
  }

  /** As the server tells it to the phone. */
  async detail({ who, number }: Trip): Promise<CertificateDetail> {
    const reply = await this.call(who, 'GET', `/api/certificates/${number}`);
    return certificateDetail.parse(reply?.data);
  }

  /** Phone, console and server say the same of the case; without a paper none is offered. */
  async stands(trip: Trip, main: MainState): Promise<void> {
    const detail = await this.detail(trip);
    expect(detail.main).toBe(main);
    const host = await this.opens(trip);
    const headings = host.getAllByRole('heading').map((node) => node.text);
    expect(headings[0]).toContain(HEADINGS[main] ?? `${MAIN_STATES[main]}。`);
    expect(await this.review.sentence(trip.number)).toContain(mainText(main));
    expect(host.getAllByRole('button', { name: /^核验 JPWG/ })).toHaveLength(detail.papers.length);
    expect(faults(host)).toEqual([]);
    host.kill();
  }

  /** The last paper: the same number on phone, console and PDF, its hash at the verification, which says so. */
  async proves(trip: Trip, status: keyof typeof SAID, which = -1): Promise<readonly string[]> {
    const paper = (await this.detail(trip)).papers.at(which);
    if (paper === undefined) throw new Error(`no paper of ${trip.number}`);
    expect(paper.status).toBe(status);
    expect(await this.review.reads(trip.number)).toContain(paper.number);
    const bytes = await this.review.paper(trip.number, paper.number);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(paper.fileHash);
    const lines = (await pdfText(bytes)).flat();
    expect(lines).toContain(paper.number);
    const host = await this.opens(trip);
    if (status !== 'revoked') {
      await press(host, new RegExp(`^打开证明 ${paper.number}`));
      await host.advance(1500);
      expect([this.fetched.at(-1), calls(host, 'openDocument').length]).toEqual(['%PDF-', 1]);
    }
    host.kill();
    await this.verifies(paper);
    return lines;
  }

  /** By the QR's link and by the printed code, on a phone of anybody's and on the public page. */
  private async verifies({ payload, code, fileHash, status }: Paper): Promise<void> {
    const [words, tone] = SAID[status];
    for (const asked of [verifyLink(this.server.url, payload), code]) {
      const anyone = await this.phone({ path: pages.verify });
      await type(anyone, /^验证码/, asked);
      await press(anyone, '核验');
      await anyone.advance(1500);
      const shown = [words, fileHash.slice(0, 12), SECRET].map((one) => anyone.hasText(one));
      expect([shown, faults(anyone)]).toEqual([[true, true, false], []]);
      anyone.kill();
      const link = asked === code ? `${this.server.url}/verify?code=${code}` : asked;
      const page = await (await fetch(link)).text();
      expect([/class="verdict (\w+)"/.exec(page)?.[1], page.includes(SECRET)]).toEqual([tone, false]);
    }
  }
}
