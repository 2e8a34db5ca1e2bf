/** Rules 4, 11, 13–15: results, steps, materials and legal basis. */
import type { GuideResult } from '@/domain/guide/guide';
import { dateOf, isAfter } from '@/domain/shared/civil-date';
import { when, type Fault, type Rule } from './rule';

const BANNED = ['其他材料', '等材料', '相关材料', '有关部门', '视情况'];

/** How a result's name ends says what it is; what stands in brackets after it does not count. */
const RESULT_ENDINGS: readonly (readonly [RegExp, GuideResult['kind']])[] = [
  // 凭证 may be a slip, a receipt or a record: its kind is for the editor to say.
  [/((?<!凭)证|证书|执照|护照|保障卡)$/, 'certificate'],
  [/(文|文书|批复|决定书|通知书|证明|证明书|告知书|裁决书|认定书)$/, 'document'],
];

const withoutBrackets = (name: string): string => name.replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]$/, '');

const banned = (text: string, path: string): readonly Fault[] =>
  BANNED.filter((word) => text.includes(word)).map((word) => ({
    path,
    message: `“${word}”说不清楚,请写出是什么、找谁、什么情况`,
  }));

const LICENCE_STEPS = ['acceptance', 'review', 'decision', 'completion', 'delivery'];

export const substanceRules: readonly Rule[] = [
  {
    id: '4-result-kind',
    check: ({ result }) => {
      const expected = RESULT_ENDINGS.find(([ending]) => ending.test(withoutBrackets(result.name)))?.[1];
      return when(
        expected !== undefined && expected !== result.kind,
        'result.kind',
        `“${result.name}”的类型应是 ${expected ?? ''}`,
      );
    },
  },
  {
    id: '11-licence',
    check: ({ powerType, faq, steps }) =>
      powerType !== 'licence'
        ? []
        : [
            ...when(faq.length === 0, 'faq', '许可类至少有 1 条问答'),
            ...when(
              LICENCE_STEPS.some((id, i) => steps[i]?.id !== id),
              'steps',
              '许可类须依次写全受理、审核、决定、办结、送达五步',
            ),
          ],
  },
  {
    id: '13-waived-by',
    check: ({ materials }) =>
      materials.flatMap((material, i) =>
        when(
          (material.source === 'shared') !== (material.waivedBy !== undefined),
          `materials[${i}].waivedBy`,
          '免提交(source: shared)要写明由哪项共享数据代替;不免提交的不写',
        ),
      ),
  },
  {
    id: '14-vague-words',
    check: ({ conditions, materials }) => [
      ...conditions.flatMap((condition, i) => banned(condition.text, `conditions[${i}].text`)),
      ...materials.flatMap(({ name, from, whenText = '', countNote = '', returnedIf }, i) => [
        ...banned(name, `materials[${i}].name`),
        ...banned(from, `materials[${i}].from`),
        ...banned(whenText, `materials[${i}].whenText`),
        ...banned(countNote, `materials[${i}].countNote`),
        ...returnedIf.flatMap((text, n) => banned(text, `materials[${i}].returnedIf[${n}]`)),
      ]),
    ],
  },
  {
    id: '15-clause',
    check: ({ basis, freshness }) =>
      basis.flatMap((law, i) => [
        ...when(
          law.clause !== 'pending' && !/第.+[条款章]|全文/.test(law.clause),
          `basis[${i}].clause`,
          '写明第几条;没有核实到的写 pending,不要猜',
        ),
        ...when(
          isAfter(dateOf(law.readOn), dateOf(freshness.sourceReadOn)),
          `basis[${i}].readOn`,
          '这条依据读得比资料日期还晚:请把 freshness.sourceReadOn 一并更新',
        ),
      ]),
  },
];
