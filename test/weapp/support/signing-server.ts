/** Signatures and companies before the stand-in of cases: answers as the contract has them, all else is passed on. */
import type { Companies, Grant } from '@/contract/companies';
import { companies } from '@/contract/companies';
import { caseSignatures, signing, type CaseSignature, type Signing } from '@/contract/signatures';
import { isRecord, text } from '../host/values';
import type { Reply, Server } from '../host/wx/phone';
import { CaseServer } from './case-server';

const ok = (data: unknown): Reply => ({ statusCode: 200, data });

export const DOCUMENT: NonNullable<Signing['document']> = {
  item: '公租房租赁补贴',
  applicant: '王小丽',
  signer: '李明',
  maskedIdNo: '210***********999X',
  statement: '签名就是同意：核对您的收入。',
  until: '2026-11-30',
  digest: 'd'.repeat(64),
};

export class SigningServer {
  readonly cases = new CaseServer();
  signing: Signing = { state: 'open', document: DOCUMENT };
  signed: unknown[] = [];
  signatures: CaseSignature[] = [
    {
      id: 's1',
      name: '王小丽',
      maskedIdNo: '210***********9989',
      state: 'unsent',
      where: null,
      signedOn: null,
      until: null,
    },
    {
      id: 's2',
      name: '李明',
      maskedIdNo: '210***********999X',
      state: 'signed',
      where: 'phone',
      signedOn: '2026-11-23',
      until: null,
    },
  ];
  readonly changes: string[] = [];
  grants: Grant[] = [];
  led = true;

  readonly handle: Server = (request) => {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '';
    const body: unknown =
      typeof request.data === 'string' && request.data !== '' ? JSON.parse(request.data) : request.data;
    return this.route(`${request.method} ${path}`, isRecord(body) ? body : {}) ?? this.cases.handle(request);
  };

  private route(call: string, body: Readonly<Record<string, unknown>>): Reply | undefined {
    const [, , , , kind, id] = call.split('/');
    if (call === 'POST /api/signing') return ok(signing.parse(this.signing));
    if (call === 'POST /api/signing/signature') {
      this.signed.push(body);
      this.signing = { state: 'signed', document: null };
      return ok(this.signing);
    }
    if (call.startsWith('GET /api/cases/') && kind === 'signatures')
      return ok(caseSignatures.parse({ signatures: this.signatures }));
    if (call.startsWith('POST /api/cases/') && kind === 'signatures') return this.change(id ?? '', body);
    if (call === 'GET /api/companies') return ok(companies.parse(this.companies()));
    if (call === 'POST /api/grants') return this.grant(body);
    if (call.startsWith('DELETE /api/grants/')) {
      this.grants = this.grants.map((one) => ({ ...one, state: 'revoked' }));
      return { statusCode: 204, data: '' };
    }
    return undefined;
  }

  private change(id: string, body: Readonly<Record<string, unknown>>): Reply {
    const kind = text(body['kind']);
    this.changes.push(`${id} ${kind}`);
    const state = kind === 'link' ? 'waiting' : kind === 'window' ? 'window' : 'unsent';
    const until = kind === 'link' ? '2026-11-30' : null;
    this.signatures = this.signatures.map((one) => (one.id === id ? { ...one, state, until } : one));
    return ok({ signatures: this.signatures, token: kind === 'link' ? 't'.repeat(43) : null });
  }

  private companies(): Companies {
    const company = {
      creditCode: '91210213MATEXY0136',
      name: '测试公司',
      source: '电子营业执照',
      on: '2026-11-01',
    };
    return {
      companies: this.led ? [{ ...company, as: 'legalRepresentative', until: null }] : [],
      grants: this.grants,
      demo: true,
    };
  }

  private grant(body: Readonly<Record<string, unknown>>): Reply {
    const given: Grant = {
      id: 'g1',
      company: text(body['company']),
      companyName: '测试公司',
      name: text(body['name']),
      maskedIdNo: '210***********9995',
      from: text(body['from']),
      until: text(body['until']),
      state: 'valid',
    };
    this.grants = [given];
    return ok(given);
  }
}
