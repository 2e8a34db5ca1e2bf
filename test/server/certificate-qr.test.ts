/** The QR of the paper as somebody's camera has it: drawn by a PDF viewer's engine, read out of the pixels. */
import { verifyLink } from '@/domain/certificate/payload';
import { halved, pagePicture, qrIn, turned, upperRight } from '../server-support/pixels';
import { maker, ORIGIN, part, whole } from '../server-support/papers';

jest.setTimeout(60_000);

/** Of office printers and scanners. */
const DPI = 150;

describe.each([
  ['in Chinese', whole],
  ['in Chinese and English', part],
] as const)('the QR of a paper %s', (_, facts) => {
  let pdf: Buffer;
  let link: string;
  beforeAll(async () => {
    const paper = await maker.make(facts);
    pdf = paper.pdf;
    link = verifyLink(ORIGIN, paper.payload);
  });

  it('is the link to its verification, at 150 dpi', async () => {
    expect(qrIn(await pagePicture(pdf, 0, DPI))).toBe(link);
  });

  it('is read from a picture of half the size, and from one that lies askew', async () => {
    const fine = upperRight(await pagePicture(pdf, 0, 2 * DPI));
    const picture = upperRight(await pagePicture(pdf, 0, 1.5 * DPI));
    expect(qrIn(halved(fine))).toBe(link);
    for (const degrees of [-7, 5]) expect([degrees, qrIn(turned(picture, degrees))]).toEqual([degrees, link]);
  });

  it('is on the first page alone', async () => {
    expect(qrIn(await pagePicture(pdf, 1, DPI))).toBeUndefined();
  });
});
