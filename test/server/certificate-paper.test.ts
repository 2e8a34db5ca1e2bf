import fontkit from '@pdf-lib/fontkit';
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { groupedCode } from '@/domain/certificate/access-code';
import { readPayload, verifyPayload } from '@/domain/certificate/payload';
import { verifySm2 } from '@/domain/sm/sm2';
import { reference } from '../../server/certificate/rules';
import { demoSecret } from '../../server/certificate-paper/demo-key';
import { BOARDS_EN, DEPARTMENTS_EN, PHRASES_EN, PURPOSES_EN } from '../../server/certificate-paper/english';
import { makerFrom } from '../../server/certificate-paper/maker';
import { privateKey } from '../../server/certificate-paper/sign';
import { piecesOf, wrap } from '../../server/certificate-paper/text';
import { key, maker, part, whole } from '../server-support/papers';
import { pdfFonts, pdfText } from '../server-support/pdf';

jest.setTimeout(60_000);

const { entities } = part.scope;
const { included } = part.outcome;

const joined = (pages: readonly (readonly string[])[]): string => pages.flat().join('');

describe('the paper', () => {
  let papers: { readonly whole: Buffer; readonly part: Buffer };
  let wholePages: readonly (readonly string[])[];
  let partPages: readonly (readonly string[])[];
  beforeAll(async () => {
    papers = { whole: (await maker.make(whole)).pdf, part: (await maker.make(part)).pdf };
    wholePages = await pdfText(papers.whole);
    partPages = await pdfText(papers.part);
  });

  it('is the same bytes and the same signed text for the same facts, and others for others', async () => {
    const [again, other] = [await maker.make({ ...whole }), await maker.make({ ...whole, copies: 3 })];
    expect(again.pdf.equals(papers.whole)).toBe(true);
    expect(other.pdf.equals(papers.whole)).toBe(false);
  });

  it('says number, company, codes, period and each department, once for a single entity', () => {
    const text = joined(wholePages);
    const { scope, number } = whole;
    for (const one of [
      number,
      scope.companyName,
      scope.creditCode,
      groupedCode(whole.code),
      '2026 年 11 月 22 日',
    ])
      expect(text).toContain(one);
    expect(text).toContain('经 27 个部门各自核查');
    expect(text).not.toContain('附件');
  });

  it('counts in words that fit one as well, and the only annex is the first', async () => {
    const scope = {
      ...whole.scope,
      entities: entities.slice(2, 4),
      departments: ['tax'],
      language: 'zhEn',
    } as const;
    const finding = { kind: 'noRecord', phrase: 'no-record' } as const;
    const { pdf } = await maker.make({
      ...whole,
      scope,
      outcome: { kind: 'issued', included: ['tax'], annexed: [], excluded: [] },
      findings: [{ department: 'tax', entity: 'entity-2', finding }],
    });
    const text = joined(await pdfText(pdf));
    for (const one of ['附件一 主体与部门对照', '1 department has reviewed the one entity listed'])
      expect(text).toContain(one);
    expect(text).not.toContain('附件二');
    expect(joined(partPages)).toContain('附件二 主体与部门对照');
  });

  it('numbers its pages and marks each as a demo', () => {
    const pages = partPages;
    expect(pages.length).toBeGreaterThan(4);
    for (const [i, lines] of pages.entries()) {
      expect(lines.filter((line) => line === '演示数据')).toHaveLength(4);
      expect(lines.at(-1)).toContain(`第 ${i + 1} 页，共 ${pages.length} 页`);
    }
  });

  it('names what a partial one does not cover: outside, not chosen, ruled out, not issued', () => {
    const lines = partPages.flat();
    const after = (title: string): string => lines[lines.findIndex((line) => line.includes(title)) + 1] ?? '';
    expect(after('在区外注册的主体')).toBe(entities[3]?.name);
    expect(after('申请人没有选的部门')).toBe('区统计局');
    expect(after('裁定不属其职责的部门')).toBe('区气象局');
    expect(after('本次没有出具的部门')).toBe('区税务局、海关（大窑湾、金普）');
    // Why is between the departments and the applicant.
    expect(lines.join('')).not.toContain('重大违法违规，理由');
  });

  it('annexes records with their findings and the whole matrix', () => {
    const lines = partPages.flat();
    for (const one of ['演示文号一', '12,345.67 元', '2024-05-06', '已缴清并整改'])
      expect(lines).toContain(one);
    const count = (cell: string): number => lines.filter((line) => line === cell).length;
    expect([count('无'), count('记'), count('外')]).toEqual([included.length * 29 - 1, 1, included.length]);
  });

  it('keeps names of any length whole, and marks what the font has not', () => {
    const text = joined(partPages);
    expect(text).toContain(part.scope.companyName);
    expect(text).toContain(entities[2]?.name);
    expect(text).toContain('大连〓野家〓㐀龘有限公司');
    expect(text).toContain('U+20BB7、U+0007');
  });

  it('brings glyphs of the shape that the font has: none is lost in the subset', async () => {
    const source = ['400Regular', '700Bold'].map((weight) =>
      fontkit.create(
        readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`)),
      ),
    );
    const characters = [...new Set(joined(wholePages))];
    const shapes = new Set(
      source.flatMap((font) =>
        characters.flatMap((character) =>
          ['中', 'A'].flatMap((before) =>
            font.layout(before + character).glyphs.map(({ path }) => path.toSVG()),
          ),
        ),
      ),
    );
    const fonts = await pdfFonts(papers.whole);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) {
      // Digits have other shapes beside letters than beside Chinese, hence the layout.
      const ids = Array.from({ length: font.numGlyphs - 1 }, (_, i) => i + 1);
      expect(ids.length).toBeGreaterThan(20);
      expect(ids.filter((id) => !shapes.has(font.getGlyph(id).path.toSVG()))).toEqual([]);
    }
  });

  it('holds nothing of the machine: no time but the day of issue', async () => {
    const pdf = await PDFDocument.load(papers.whole, { updateMetadata: false });
    const at = new Date(Date.UTC(2026, 11, 2));
    expect([pdf.getCreationDate(), pdf.getModificationDate()]).toEqual([at, at]);
    expect(pdf.getTitle()).toContain(whole.number);
  });
});

describe('the signed text', () => {
  it('is verified with the published key, says the facts, and follows every change of the scope', async () => {
    const { payload } = await maker.make(whole);
    const verified = verifyPayload(payload, reference.keys, verifySm2);
    expect(verified).toMatchObject({
      ok: true,
      value: {
        key: { demo: true },
        payload: { number: whole.number, creditCode: whole.scope.creditCode, outcome: 'issued' },
      },
    });
    expect(maker.read(payload)).toEqual({ ok: true, value: { number: whole.number } });
    expect(maker.read(payload.slice(1))).toEqual({ ok: false, error: 'invalid' });
    const digest = (text: string): string => {
      const read = readPayload(text);
      return read.ok ? read.value.payload.scope : '';
    };
    const narrower = { ...whole, findings: whole.findings.slice(1) };
    expect(digest((await maker.make(narrower)).payload)).not.toBe(digest(payload));
    // Short enough for a QR of some 4 cm.
    expect(payload.length).toBeLessThan(260);
  });
});

describe('the key', () => {
  const secret = Buffer.alloc(32, 5);
  const given = `live-1:${secret.toString('base64')}`;
  const own = privateKey('live-1', secret);
  const keys = [...reference.keys, { id: 'live-1', publicKey: own?.publicKey ?? '', demo: false }];
  const demo = `demo:${demoSecret().toString('base64')}`;

  it('is the demo key in a demo, and none in production: nothing is issued', () => {
    expect(makerFrom({}, 'demo', 80)).toMatchObject({ ok: true, value: { make: expect.any(Function) } });
    expect(makerFrom({}, 'production', 80)).toEqual({ ok: true, value: undefined });
  });

  it('is refused by production when it is the demo key under whatever name', () => {
    const renamed = demo.replace('demo:', 'live-1:');
    const asLive = [{ id: 'live-1', publicKey: key.publicKey, demo: false }];
    expect(makerFrom({ APP_CERTIFICATE_KEY: demo }, 'production', 80).ok).toBe(false);
    expect(makerFrom({ APP_CERTIFICATE_KEY: renamed }, 'production', 80, asLive).ok).toBe(false);
  });

  it('must be published, else no phone would believe it', () => {
    expect(makerFrom({ APP_CERTIFICATE_KEY: given }, 'production', 80, keys).ok).toBe(true);
    const unknown = makerFrom({ APP_CERTIFICATE_KEY: given }, 'production', 80);
    expect(unknown.ok ? '' : unknown.error).toContain(own?.publicKey);
    for (const wrong of ['live-1', 'live-1:AAAA', 'LIVE:x', `live-1:${Buffer.alloc(32).toString('base64')}`])
      expect(makerFrom({ APP_CERTIFICATE_KEY: wrong }, 'demo', 80, keys).ok).toBe(false);
  });
});

describe('lines', () => {
  it('break where Chinese may, and keep words and numbers', () => {
    expect(piecesOf('在 2023-01-01 至（甲）。')).toEqual(['在', ' ', '2023-01-01', ' ', '至', '（甲）。']);
    const measure = (text: string): number => [...text].length;
    expect(wrap('甲乙丙，丁戊', 3, measure)).toEqual(['甲乙', '丙，丁', '戊']);
    expect(wrap('abcdefgh', 3, measure)).toEqual(['abc', 'def', 'gh']);
    expect(wrap('甲\n乙', 3, measure)).toEqual(['甲', '乙']);
  });
});

it('has English for every department, purpose, board and phrase', () => {
  expect(Object.keys(DEPARTMENTS_EN).sort()).toEqual(reference.departments.map(({ id }) => id).sort());
  const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
  expect(Object.keys(PURPOSES_EN)).toEqual(ids(reference.purposes));
  expect(Object.keys(BOARDS_EN)).toEqual(ids(reference.boards));
  expect(Object.keys(PHRASES_EN)).toEqual(ids(reference.phrases));
});
