/** Facts of two certificates, a whole one in Chinese and a partial one in both languages, and a maker with the demo key. */
import { accessCode } from '@/domain/certificate/access-code';
import { certificateNumber } from '@/domain/certificate/numbers';
import { dateOf } from '@/domain/shared/civil-date';
import type { PaperFacts } from '../../server/certificate/port';
import { reference } from '../../server/certificate/rules';
import { DEMO_KEY_ID, demoSecret } from '../../server/certificate-paper/demo-key';
import { certificateMaker } from '../../server/certificate-paper/maker';
import { privateKey } from '../../server/certificate-paper/sign';

const COMPANY = '91210213MATEXY0136';
const all = reference.departments.map(({ id }) => id);
const day = dateOf('2026-12-02');

function numberOf(serial: number): string {
  const number = certificateNumber({ issuedOn: day, serial });
  if (!number.ok) throw new Error('number');
  return number.value;
}

const known = privateKey(DEMO_KEY_ID, demoSecret());
if (!known) throw new Error('no demo key');
export const key = known;
export const ORIGIN = 'https://example.com';
export const maker = certificateMaker({ key, demo: true, origin: ORIGIN });
const code = accessCode(Buffer.alloc(16, 0x5c));

export const whole: PaperFacts = {
  number: numberOf(7),
  code,
  issuedOn: day,
  copies: 2,
  useMonths: 3,
  demo: true,
  scope: {
    creditCode: COMPANY,
    companyName: '大连甲乙精密制造股份有限公司',
    purpose: 'ipo',
    board: 'star',
    period: { start: dateOf('2023-01-01'), end: dateOf('2026-11-22') },
    entities: [{ creditCode: COMPANY, name: '大连甲乙精密制造股份有限公司', outside: false }],
    departments: all,
    output: 'once',
    language: 'zh',
    delivery: 'electronic',
  },
  outcome: { kind: 'issued', included: all, annexed: [], excluded: [] },
  findings: all.map((department) => ({
    department,
    entity: COMPANY,
    finding: { kind: 'noRecord', phrase: 'no-record' },
  })),
};

const entities: PaperFacts['scope']['entities'] = Array.from({ length: 30 }, (_, i) => ({
  creditCode: i === 0 ? COMPANY : `entity-${i}`,
  name: i === 4 ? '大连𠮷野家\u0007㐀龘有限公司' : `演示第${i + 1}公司${'股份'.repeat(i === 2 ? 60 : 1)}`,
  outside: i === 3,
}));
const included = all.filter((id) => !['tax', 'customs', 'meteorology', 'statistics'].includes(id));

export const part: PaperFacts = {
  ...whole,
  replaces: numberOf(6),
  scope: {
    ...whole.scope,
    companyName: '大连演示'.repeat(20),
    entities,
    departments: all.filter((id) => id !== 'statistics'),
    language: 'zhEn',
  },
  outcome: {
    kind: 'partiallyIssued',
    included,
    annexed: ['ecology'],
    excluded: ['meteorology'],
    withheld: [
      { department: 'tax', why: 'blocked' },
      { department: 'customs', why: 'lapsed' },
    ],
  },
  findings: included.flatMap((department) =>
    entities
      .filter(({ outside }) => !outside)
      .map(({ creditCode }) => ({
        department,
        entity: creditCode,
        finding:
          department === 'ecology' && creditCode === COMPANY
            ? {
                kind: 'record' as const,
                records: [
                  {
                    documentNumber: '演示文号一',
                    agency: '演示机关',
                    decidedOn: dateOf('2024-05-06'),
                    amountCents: 1234567,
                  },
                ],
                assessment: 'remedied' as const,
                phrase: 'record-remedied',
              }
            : { kind: 'noRecord' as const, phrase: 'no-record' },
      })),
  ),
};
