import type { SheetData } from '@/components/sheet/sheet-data';
import type { Judgement } from '@/domain/benefit/judge';
import type { Policy } from '@/domain/benefit/policy';
import { departmentName } from '@/shell/catalogue';
import type { GivenAnswer } from '../answers';
import { hotlineOf } from '../hotline';

function conditionLines(policy: Policy, judgement: Judgement): readonly string[] {
  const all = [...policy.conditions, ...(policy.rows?.conditions ?? [])];
  const met = new Set(
    judgement.reasons.filter(({ outcome }) => outcome.result === 'met').map(({ condition }) => condition),
  );
  return all.filter(({ id }) => met.has(id)).map(({ text }) => text);
}

/** 应享未享反查单: what to ask, of whom, and which data may lack me. Of the person only what was ticked. */
export function missingSheet(
  policy: Policy,
  judgement: Judgement,
  shown: readonly GivenAnswer[],
  on: string,
): SheetData {
  const number = hotlineOf(policy.department);
  return {
    title: `请查：${policy.name}`,
    subtitle: '应享未享反查单',
    blocks: [
      {
        title: '我想问',
        lines: [`按公布的条件，我应该能享受“${policy.name}”，但是没有收到。请帮我查查原因。`],
      },
      { title: '我核对过的条件', lines: conditionLines(policy, judgement), boxes: true },
      ...(shown.length > 0
        ? [{ title: '我的情况', lines: shown.map(({ question, answer }) => `${question} ${answer}`) }]
        : []),
      {
        title: '请查这些名单里有没有我',
        lines: policy.sources.map(({ name, department }) => `${name}（${departmentName(department)}）`),
        boxes: true,
      },
      { title: '问谁', lines: [`${departmentName(policy.department)}，电话 ${number}`, '也可以拨 12345'] },
      { title: '依据', lines: policy.basis.map(({ law }) => `《${law.replace(/[《》]/g, '')}》`) },
    ],
    foot: `金普民生（非官方演示）· ${on} · 由本人在手机上自查生成，不是审批结论`,
  };
}
