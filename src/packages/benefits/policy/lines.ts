import type { Judgement } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import { departmentName } from '@/shell/catalogue';
import { amountWords } from '../words';

/** The amount worked out: the rule in words, what it comes to, what of a charge remains. */
export function amountLines(policy: Policy, judgement: Judgement): readonly string[] {
  const { payPermille } = judgement;
  return [
    `规则：${policy.amountText}`,
    judgement.verdict === 'eligible' ? `算出来：${amountWords(judgement)}` : '',
    payPermille === undefined ? '' : payPermille === 0 ? '应缴的全部免' : `只缴应缴的 ${payPermille / 10}%`,
    ...policy.interactions.map(({ text }) => text),
  ].filter((line) => line !== '');
}

export const howLines = (policy: Policy): readonly string[] => [
  `怎么来：${policy.channel}`,
  `什么时候：${policy.arrives}`,
  `谁来付：${[policy.department, ...policy.jointDepartments].map(departmentName).join('、')}`,
  `名单从哪来：${policy.sources.map(({ name }) => name).join('、')}`,
];
