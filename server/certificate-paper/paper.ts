/** A certificate's paper and the signed text of its QR. The same facts and key give the same bytes. */
import { PDFDocument } from 'pdf-lib';
import { payloadBytes, payloadText, verifyLink } from '@/domain/certificate/payload';
import type { Paper, PaperFacts } from '../certificate/port';
import { matrix, records } from './annexes';
import { scopeDigest } from './digest';
import { printableFacts } from './facts';
import { firstPage } from './first-page';
import { embedFonts } from './font';
import { notes } from './notes';
import { entities, exclusions, results } from './scope';
import { Sheet } from './sheet';
import type { PrivateKey } from './sign';

export interface Signer {
  readonly key: PrivateKey;
  readonly demo: boolean;
  /** Of the verify page, `https://…`. */
  readonly origin: string;
}

/** Over the facts as they are, whatever the font can print. */
export function signedText(facts: PaperFacts, { key }: Signer): string {
  const { number, scope, outcome } = facts;
  const bytes = payloadBytes({
    keyId: key.id,
    number,
    creditCode: scope.creditCode,
    companyName: scope.companyName,
    outcome: outcome.kind,
    period: scope.period,
    scope: scopeDigest(facts),
  });
  return payloadText(bytes, key.sign(bytes));
}

/** Midnight UTC of the day of issue: no clock of the machine is in the file. */
function describe(pdf: PDFDocument, { number, issuedOn: { year, month, day } }: PaperFacts): void {
  const on = new Date(Date.UTC(year, month - 1, day));
  pdf.setTitle(`企业上市无违规证明 ${number}`, { showInWindowTitleBar: true });
  pdf.setLanguage('zh-CN');
  pdf.setProducer('金普民生 · 智慧政务');
  pdf.setCreationDate(on);
  pdf.setModificationDate(on);
}

export async function drawPaper(facts: PaperFacts, signer: Signer): Promise<Paper> {
  const payload = signedText(facts, signer);
  const { facts: fitted, wanting } = printableFacts(facts);
  const pdf = await PDFDocument.create({ updateMetadata: false });
  describe(pdf, facts);
  const isDemo = facts.demo || signer.demo;
  const sheet = new Sheet(pdf, await embedFonts(pdf), isDemo ? '演示数据' : undefined);
  firstPage(sheet, fitted, verifyLink(signer.origin, payload));
  entities(sheet, fitted);
  results(sheet, fitted);
  exclusions(sheet, fitted);
  records(sheet, fitted);
  matrix(sheet, fitted);
  notes(sheet, fitted, { keyId: signer.key.id, demo: signer.demo, digest: scopeDigest(facts) }, wanting);
  sheet.foot(
    (page, pages) => `${facts.number} · 第 ${page} 页，共 ${pages} 页${isDemo ? ' · 演示数据' : ''}`,
  );
  return { pdf: Buffer.from(await pdf.save()), payload };
}
