/** Records and what the departments find of them; then the whole matrix of entities and departments. */
import { formatDate } from '@/domain/shared/civil-date';
import type { PaperFacts } from '../certificate/port';
import { heading } from './scope';
import { WIDTH, type Column, type Sheet } from './sheet';
import { assessmentText, departmentText, inBoth, moneyText, phraseText } from './wording';

export function records(sheet: Sheet, { scope, findings }: PaperFacts): void {
  const { language, period } = scope;
  const found = findings.flatMap(({ finding, ...of }) =>
    finding.kind === 'record' ? [{ ...of, finding }] : [],
  );
  if (found.length === 0) return;
  heading(sheet, language, '附件一 记录和认定', 'Annex 1 Records and findings');
  for (const { department, entity, finding } of found) {
    const name = scope.entities.find(({ creditCode }) => creditCode === entity)?.name ?? entity;
    sheet.need(130);
    sheet.text(`${departmentText(department, 'zh')} · ${name}`, { size: 11, bold: true });
    sheet.text(phraseText(finding.phrase, { entity: name, period, language }), { size: 9.5, after: 3 });
    sheet.table(
      [
        { head: inBoth(language, '文号', 'Document No.'), width: WIDTH - 356 },
        { head: inBoth(language, '作出机关', 'Agency'), width: 116 },
        { head: inBoth(language, '决定日', 'Decided on'), width: 68 },
        { head: inBoth(language, '金额', 'Amount'), width: 76 },
        { head: inBoth(language, '认定', 'Finding'), width: 96 },
      ],
      finding.records.map(({ documentNumber, agency, decidedOn, amountCents }) => [
        documentNumber,
        agency,
        formatDate(decidedOn),
        amountCents === undefined ? '—' : moneyText(amountCents),
        assessmentText(finding.assessment, language),
      ]),
      { size: 9, after: finding.opinion === undefined ? 10 : 2 },
    );
    if (finding.opinion !== undefined)
      sheet.text(inBoth(language, '部门意见书另附。', "The department's opinion is attached.", ' '), {
        size: 9,
        after: 8,
      });
  }
}

const NUMBER = 24;
const NAME = 118;

function cellOf({ findings }: PaperFacts, department: string, entity: string, outside: boolean): string {
  if (outside) return '外';
  const one = findings.find((of) => of.department === department && of.entity === entity);
  if (!one) return '—';
  return one.finding.kind === 'record' ? '记' : '无';
}

/** Departments by their numbers in the table of results: 27 names do not fit side by side. */
export function matrix(sheet: Sheet, all: PaperFacts): void {
  const { scope, outcome } = all;
  if (scope.entities.length < 2) return;
  const width = (WIDTH - NUMBER - NAME) / outcome.included.length;
  const columns: readonly Column[] = [
    { head: '', width: NUMBER, align: 'center' },
    { head: inBoth(scope.language, '主体', 'Entity'), width: NAME },
    ...outcome.included.map((_, i) => ({ head: String(i + 1), width, align: 'center' }) as const),
  ];
  // Without records it is the only annex.
  const second = all.findings.some(({ finding }) => finding.kind === 'record');
  const [name, nameEnglish] = second ? ['附件二', 'Annex 2'] : ['附件一', 'Annex 1'];
  const [mark, markEnglish] = second ? ['记＝有记录（见附件一），', '记 record (Annex 1), '] : ['', ''];
  heading(sheet, scope.language, `${name} 主体与部门对照`, `${nameEnglish} Entities and departments`);
  sheet.text(
    inBoth(
      scope.language,
      `列号是“各部门的结果”里的序号。无＝无记录，${mark}外＝区外主体，不含。`,
      `Columns: numbers in "Result of each department". 无 no record, ${markEnglish}外 registered elsewhere.`,
    ),
    { size: 9, after: 4 },
  );
  sheet.table(
    columns,
    scope.entities.map(({ name, creditCode, outside }, i) => [
      String(i + 1),
      name,
      ...outcome.included.map((id) => cellOf(all, id, creditCode, outside)),
    ]),
    { size: 7, pad: 1 },
  );
}
