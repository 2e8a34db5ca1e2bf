/** Title, number, company, QR and conclusion. */
import { groupedCode } from '@/domain/certificate/access-code';
import { encode } from 'uqr';
import type { PDFPage } from 'pdf-lib';
import type { PaperFacts } from '../certificate/port';
import { INK, SOFT, WHITE, WIDTH, type Sheet } from './sheet';
import { chineseDate, inBoth, periodText, purposeText } from './wording';

const QR = 132;
const GAP = 16;

/** Modules as one path: a rectangle each would be a thousand objects. */
function drawQr(page: PDFPage, link: string, x: number, y: number): void {
  const { data, size } = encode(link, { ecc: 'M', border: 3 });
  const path = data
    .flatMap((row, top) => row.flatMap((dark, left) => (dark ? [`M${left},${top}h1v1h-1z`] : [])))
    .join('');
  page.drawRectangle({ x, y, width: QR, height: QR, color: WHITE });
  page.drawSvgPath(path, { x, y: y + QR, scale: QR / size, color: INK });
}

function title(sheet: Sheet, { scope: { language }, outcome }: PaperFacts): void {
  const part = outcome.kind === 'partiallyIssued';
  sheet.text(`企业上市无违规证明${part ? '（部分）' : ''}`, {
    size: 24,
    bold: true,
    align: 'center',
    after: 2,
  });
  if (language === 'zhEn')
    sheet.text(`Certificate of No Violation for Listing${part ? ' (Partial)' : ''}`, {
      size: 13,
      align: 'center',
      after: 2,
    });
  sheet.text('金普新区 · 各部门联合核查', { size: 11, align: 'center', color: SOFT, after: 8 });
}

function facts(sheet: Sheet, { number, issuedOn, scope, copies, replaces }: PaperFacts): void {
  const { language } = scope;
  const width = WIDTH - QR - GAP;
  const line = (label: string, english: string, value: string): void => {
    sheet.text(inBoth(language, label, english, ' '), { size: 8.5, color: SOFT }, width);
    sheet.text(value, { size: 11, after: 5 }, width);
  };
  line('证明编号', 'Certificate No.', number);
  line('企业名称', 'Company', scope.companyName);
  line('统一社会信用代码', 'Unified social credit code', scope.creditCode);
  line('用途', 'Purpose', purposeText(scope, language));
  line('证明期间', 'Period', periodText(scope.period, language));
  line('数据截至', 'Data as of', chineseDate(scope.period.end));
  line('出具日期', 'Date of issue', chineseDate(issuedOn));
  line('份数', 'Copies', String(copies));
  if (replaces !== undefined) line('替换（原证明同时失效）', 'Replaces', replaces);
}

function conclusionOf({ scope, outcome }: PaperFacts): string {
  const { companyName, entities, language, period } = scope;
  const inside = entities.filter(({ outside }) => !outside).length;
  const { included, annexed } = outcome;
  const clear = included.length - annexed.length;
  const dates = periodText(period, 'zh');
  const found =
    annexed.length === 0
      ? '均未发现违法违规记录'
      : `${clear} 个部门未发现违法违规记录；${annexed.length} 个部门有记录，均已书面认定不影响出证，记录和认定见附件一`;
  const chinese = `经 ${included.length} 个部门各自核查，${companyName}及其所列主体（本区内共 ${inside} 个）在 ${dates} 期间，${found}。`;
  const who = included.length === 1 ? '1 department has' : `${included.length} departments have each`;
  const reviewed = `${who} reviewed the ${inside === 1 ? 'one entity' : `${inside} entities`} listed`;
  const english =
    annexed.length === 0
      ? `${reviewed} and found no record of violation in the period.`
      : `${reviewed}: ${clear} found no record of violation in the period; ${annexed.length} found records, held in writing to be no obstacle (Annex 1).`;
  const part = '本证明只代表下列部门，没有列入的部门见“不含的范围”。';
  const partEnglish = ' This certificate speaks for the departments listed only; see "Not covered".';
  return outcome.kind === 'partiallyIssued'
    ? inBoth(language, chinese + part, english + partEnglish)
    : inBoth(language, chinese, english);
}

export function firstPage(sheet: Sheet, all: PaperFacts, link: string): void {
  title(sheet, all);
  sheet.rule();
  const { top } = sheet;
  sheet.atRight(QR, (page, x, y) => drawQr(page, link, x, y));
  sheet.caption(QR, [
    inBoth(all.scope.language, '扫码，或输入验证码', 'Scan to verify', ' '),
    groupedCode(all.code),
  ]);
  facts(sheet, all);
  sheet.below(top, QR + 3 * GAP);
  sheet.rule();
  sheet.text(inBoth(all.scope.language, '结论', 'Conclusion', ' '), { size: 13, bold: true, after: 2 });
  sheet.text(conclusionOf(all), { size: 11, after: 10 });
}
