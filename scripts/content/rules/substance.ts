/** Rules 4, 11, 13–15: results, steps, materials and legal basis. */
import type { GuideResult } from '@/domain/guide/guide';
import { when, type Fault, type Rule } from './rule';

const BANNED = ['其他材料', '等材料', '相关材料', '有关部门', '视情况'];

const RESULT_ENDINGS: readonly (readonly [RegExp, GuideResult['kind']])[] = [
  [
    /(许可证|执照|身份证|居住证|残疾人证|结婚证|离婚证|资格证书?|登记证书?|优待证|通行证|驾驶证|社会保障卡|护照)$/,
    'certificate',
  ],
  [/(批复|决定书|通知书|证明|证明书|告知书|裁决书|认定书)$/, 'document'],
];

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
      const expected = RESULT_ENDINGS.find(([ending]) => ending.test(result.name))?.[1];
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
      ...materials.flatMap((material, i) => banned(material.name, `materials[${i}].name`)),
    ],
  },
  {
    id: '15-clause',
    check: ({ basis }) =>
      basis.flatMap((law, i) =>
        when(
          law.clause !== 'pending' && !/第.+[条款章]|全文/.test(law.clause),
          `basis[${i}].clause`,
          '写明第几条;没有核实到的写 pending,不要猜',
        ),
      ),
  },
];
