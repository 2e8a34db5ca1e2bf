/** Accounts of a demo. Their password is printed; production refuses a folder in which they are. */
import type { Grant } from '../staff/accounts';

export const DEMO_PASSWORD = 'jinpu-demo';

export interface DemoStaff {
  readonly login: string;
  readonly name: string;
  readonly note: string;
  readonly grants: readonly Grant[];
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  {
    login: 'clerk',
    name: '演示窗口',
    note: '各部门的受理、补正、送达',
    grants: [{ role: 'clerk', department: '*' }],
  },
  {
    login: 'reviewer',
    name: '演示审查',
    note: '各部门的审查和办结',
    grants: [{ role: 'reviewer', department: '*' }],
  },
  {
    login: 'civil',
    name: '演示民政',
    note: '只有区民政局的办件',
    grants: [{ role: 'reviewer', department: 'civil-affairs' }],
  },
  {
    login: 'supervisor',
    name: '演示督办',
    note: '投诉、差评、延期',
    grants: [{ role: 'supervisor', department: '*' }],
  },
  {
    login: 'coordinator',
    name: '演示牵头',
    note: '上市无违规证明：看全部进度，改派、汇总、出证',
    grants: [{ role: 'coordinator', department: '*' }],
  },
  {
    login: 'tax',
    name: '演示税务',
    note: '上市无违规证明：只有区税务局自己的任务',
    grants: [{ role: 'reviewer', department: 'tax' }],
  },
  { login: 'auditor', name: '演示审计', note: '只看不办', grants: [{ role: 'auditor', department: '*' }] },
];
