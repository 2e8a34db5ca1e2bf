/** What the certificate covers, what it does not, and what each department said. */
import type { CertifiedOutcome, PaperFacts } from '../certificate/port';
import { reference } from '../certificate/rules';
import { WIDTH, type Sheet } from './sheet';
import { departmentText, inBoth, phraseText, type Language } from './wording';

const HEAD = { size: 13, bold: true, after: 4 } as const;
const CELL = { size: 9.5 } as const;

export const heading = (sheet: Sheet, language: Language, chinese: string, english: string): void => {
  sheet.need(70);
  sheet.text(inBoth(language, chinese, english, ' '), HEAD);
};

export function entities(sheet: Sheet, { scope }: PaperFacts): void {
  const { language } = scope;
  heading(sheet, language, '核查的主体', 'Entities');
  sheet.table(
    [
      { head: inBoth(language, '序号', 'No.'), width: 36, align: 'center' },
      { head: inBoth(language, '名称', 'Name'), width: WIDTH - 286 },
      { head: inBoth(language, '统一社会信用代码', 'Credit code'), width: 140 },
      { head: inBoth(language, '范围', 'Scope'), width: 110 },
    ],
    scope.entities.map(({ name, creditCode, outside }, i) => [
      String(i + 1),
      name,
      creditCode,
      outside
        ? inBoth(language, '在区外注册，不含', 'Registered elsewhere, not covered')
        : inBoth(language, '已核查', 'Reviewed'),
    ]),
    CELL,
  );
}

/** Phrases in use, in the order of the library, each with its number. */
export const phrasesIn = ({ findings }: PaperFacts): readonly string[] =>
  reference.phrases.map(({ id }) => id).filter((id) => findings.some(({ finding }) => finding.phrase === id));

function resultOf(all: PaperFacts, department: string): string {
  const { findings, scope } = all;
  const own = findings.filter((one) => one.department === department);
  const records = own.reduce(
    (sum, { finding }) => sum + (finding.kind === 'record' ? finding.records.length : 0),
    0,
  );
  return records === 0
    ? inBoth(scope.language, '无记录', 'No record')
    : inBoth(scope.language, `有记录 ${records} 条，见附件一`, `${records} record(s), see Annex 1`);
}

export function results(sheet: Sheet, all: PaperFacts): void {
  const { scope, outcome, findings } = all;
  const { language } = scope;
  const phrases = phrasesIn(all);
  const numbersOf = (department: string): string =>
    phrases
      .flatMap((id, i) =>
        findings.some((one) => one.department === department && one.finding.phrase === id) ? [i + 1] : [],
      )
      .join('、');
  heading(sheet, language, '各部门的结果', 'Result of each department');
  sheet.table(
    [
      { head: inBoth(language, '序号', 'No.'), width: 36, align: 'center' },
      { head: inBoth(language, '部门', 'Department'), width: WIDTH - 256 },
      { head: inBoth(language, '结果', 'Result'), width: 160 },
      { head: inBoth(language, '用语', 'Wording'), width: 60, align: 'center' },
    ],
    outcome.included.map((id, i) => [
      String(i + 1),
      departmentText(id, language),
      resultOf(all, id),
      numbersOf(id),
    ]),
    { ...CELL, after: 4 },
  );
  for (const [i, id] of phrases.entries())
    sheet.text(
      `${inBoth(language, '用语', 'Wording', ' ')} ${i + 1}：${phraseText(id, { entity: '', period: scope.period, language })}`,
      { size: 8.5, after: 2 },
    );
  sheet.text('', { size: 4 });
}

const withheldIn = (outcome: CertifiedOutcome): readonly string[] =>
  outcome.kind === 'partiallyIssued' ? outcome.withheld.map(({ department }) => department) : [];

/** Whatever is left out is named, so that nobody takes it for reviewed. */
export function exclusions(sheet: Sheet, { scope, outcome }: PaperFacts): void {
  const { language } = scope;
  const named = (ids: readonly string[]): string =>
    ids.map((id) => departmentText(id, 'zh')).join('、') +
    (language === 'zhEn'
      ? `\n${ids.map((id) => departmentText(id, language).split('\n')[1] ?? '').join('; ')}`
      : '');
  const notChosen = reference.departments.map(({ id }) => id).filter((id) => !scope.departments.includes(id));
  const outside = scope.entities.filter((entity) => entity.outside).map(({ name }) => name);
  const parts = [
    ['在区外注册的主体', 'Entities registered elsewhere', outside.length, outside.join('、')],
    ['申请人没有选的部门', 'Departments not chosen by the applicant', notChosen.length, named(notChosen)],
    [
      '裁定不属其职责的部门',
      'Departments ruled not competent',
      outcome.excluded.length,
      named(outcome.excluded),
    ],
    [
      '本次没有出具的部门（理由另书面告知申请人）',
      'Departments that issue nothing this time',
      withheldIn(outcome).length,
      named(withheldIn(outcome)),
    ],
  ] as const;
  heading(sheet, language, '不含的范围', 'Not covered');
  const some = parts.filter(([, , count]) => count > 0);
  if (some.length === 0) sheet.text(inBoth(language, '没有。', 'None.', ' '), { size: 10, after: 8 });
  for (const [chinese, english, , text] of some) {
    sheet.text(`${inBoth(language, chinese, english, ' ')}：`, { size: 10, bold: true });
    sheet.text(text, { size: 10, after: 6 });
  }
}
