/** The skeleton of a policy: it has the right shape, and says of every value that it is still to be filled. */
import { err, ok, type Result } from '@/domain/shared/result';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const skeleton = (id: string, name: string): string => `id: ${id}
# 接着现有编号往下排;content:lint 核对总数。
number: P20
name: ${name}
summary: 用一句话说清谁能享受、要不要自己办、有多少(15–60 个字)。
audience: person
# A 自动到账 B 一次登记后自动 C 意愿确认 D 直接减免
mode: C
department: civil-affairs
channel: 钱怎样到当事人手里
arrives: 什么时候到
guides: []

# 有施行、截止日的写 inForce: { from, to, text, clause, evidence };长期有效的不写。

conditions:
  - id: hukouJinpu
    text: 一句话说清这个条件
    clause: 文件名,第几条
    when: { fact: person.hukou, is: jinpu }
    evidence: P

per: month
amountText: 一句话说清多少钱、怎么算
# 整数分;没公布的标准写 { standard: context.param.… },绝不代填。
amount: 0
notices: []
# 机器判不了、要责任部门确认的。
confirm: []
# 当事人自愿做的。
voluntary: []
interactions: []
sources:
  - { name: 户籍信息, department: public-security }

basis:
  - law: 依据的文件名
    docNo: pending
    clause: pending
    gist: 一句话概括
    readOn: 2026-11-23
    evidence: P
evidence: P
`;

/** The file's text, or a sentence about what is wrong with the id or the name. */
export function newPolicy(id: string, name: string, exists: boolean): Result<string, string> {
  if (!ID.test(id)) return err('编号不对：用小写字母、数字和连字符，例如 elderly-allowance。');
  const length = [...name.trim()].length;
  if (length < 2 || length > 30 || /[:#\n]/.test(name))
    return err('政策名称不对：写 2 到 30 个字，不含冒号和井号。');
  if (exists) return err('这个编号已经有政策了：请直接改那份文件，或换一个编号。');
  return ok(skeleton(id, name.trim()));
}
