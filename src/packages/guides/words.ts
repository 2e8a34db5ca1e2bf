/** How a guide's values are said. What is not known is said so, with where to ask; nothing is guessed. */
import type { Guide, Material, TimeLimit } from '@/domain/guide/guide';
import type { OpenState } from '@/domain/guide/hours';

export const UNCONFIRMED = '以责任部门公布为准';

const UNITS = { workday: '个工作日', calendarDay: '个自然日' } as const;

export function limitText(limit: TimeLimit): string {
  switch (limit.kind) {
    case 'limit':
      return `${limit.days} ${UNITS[limit.unit]}`;
    case 'instant':
      return '当场办';
    case 'scheduled':
      return '按当年安排';
    case 'none':
      return '无统一规定';
    case 'pending':
      return UNCONFIRMED;
  }
}

export const feesText = ({ fees }: Guide): string => {
  if (!fees.charged) return '不收费';
  const [first] = fees.items;
  return fees.items.length === 1 && first !== undefined ? first.standard : `收费，共 ${fees.items.length} 项`;
};

export function visitsText({ channels }: Guide): string {
  if (channels.visits === 0) return channels.online.kind === 'none' ? '不用跑（邮寄）' : '不用跑';
  return `最多 ${channels.visits} 次`;
}

export function onlineText({ channels }: Guide): string {
  const { kind, names } = channels.online;
  const others = names.join('、');
  if (kind === 'here') return others === '' ? '这里就能办' : `这里就能办，也可以用${others}`;
  return others === '' ? '暂不能网上办' : others;
}

const FORMS = { electronic: '电子件', original: '原件', copy: '复印件', photo: '照片' } as const;

/** 原件 1 份、复印件 2 份; the form in words where counts say nothing. */
export function copiesText({ originals, copies, forms, countNote }: Material): string {
  const counts = [
    originals > 0 && forms.includes('original') ? `原件 ${originals} 份` : '',
    copies > 0 ? `复印件 ${copies} 份` : '',
  ].filter((part) => part !== '');
  const shapes = forms.map((form) => FORMS[form]).join('或');
  return [counts.length > 0 ? counts.join('、') : shapes, countNote ?? '']
    .filter((part) => part !== '')
    .join('，');
}

export const AUDIENCE_WORDS = { person: '个人', enterprise: '企业', selfEmployed: '个体工商户' } as const;

export const DELIVERY_WORDS = {
  electronic: '电子送达',
  pickup: '窗口自取',
  post: '邮寄',
  onTheSpot: '当场取',
} as const;

export const STEP_WORDS = {
  acceptance: '受理',
  review: '审核',
  decision: '决定',
  completion: '办结',
  delivery: '送达',
} as const;

export const POWER_WORDS = {
  payment: '行政给付',
  licence: '行政许可',
  confirmation: '行政确认',
  publicService: '公共服务',
  otherPower: '其他行政权力',
  arbitration: '仲裁',
  reconsideration: '行政复议',
  other: '其他',
} as const;

export function openText(state: OpenState): string {
  switch (state.kind) {
    case 'open':
      return `现在开门，到 ${state.until}`;
    case 'closed':
      return state.opensAt === undefined ? '现在没开门' : `现在没开门，${state.opensAt} 开`;
    case 'unconfirmed':
      return `${state.workday ? '今天是工作日' : '今天不是工作日'}；办公时间${UNCONFIRMED}`;
  }
}

/** The number to dial: the confirmed one, else 12345. */
export const phoneOf = (phone: string): string => (phone === 'pending' ? '12345' : phone);

export const phoneText = (phone: string): string => (phone === 'pending' ? '请拨 12345 咨询' : phone);

export const clauseText = (clause: string): string => (clause === 'pending' ? '条款待核' : clause);
