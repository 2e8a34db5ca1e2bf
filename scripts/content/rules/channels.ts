/** Rules 5–9: visits, channels, fees and phone numbers. */
import type { RuleContext, Rule } from './rule';
import { when } from './rule';

const LANDLINE = /^0411-\d{8}$/;

const isKnownNumber = (number: string, { library }: RuleContext): boolean =>
  number === 'pending' ||
  LANDLINE.test(number) ||
  library.hotlines.some((hotline) => hotline.number === number);

export const channelRules: readonly Rule[] = [
  {
    id: '5-visit-reason',
    check: ({ channels }) =>
      when(
        channels.visits > 0 !== (channels.visitReason !== undefined),
        'channels.visitReason',
        '要到现场就写明为什么必须来;不用来就不写',
      ),
  },
  {
    id: '6-fully-online',
    check: ({ channels }) =>
      when(channels.fullyOnline && channels.visits > 0, 'channels.visits', '全程网办的到现场次数是 0'),
  },
  {
    id: '7-post',
    check: ({ channels }) =>
      when(
        channels.visits === 0 && channels.online.kind === 'none' && channels.post === undefined,
        'channels.post',
        '不到现场又不能网办的,须写明怎样邮寄办理',
      ),
  },
  {
    id: '8-fees',
    check: ({ fees }) => [
      ...when(fees.charged && fees.items.length === 0, 'fees.items', '收费须列项目、标准和依据'),
      ...when(!fees.charged && fees.items.length > 0, 'fees.items', '不收费就不列收费项目'),
      ...when(!fees.charged && fees.onlinePayment, 'fees.onlinePayment', '不收费的没有网上缴费'),
    ],
  },
  {
    id: '9-phones',
    check: ({ channels: { consultation, complaint } }, context) => [
      ...when(
        !isKnownNumber(consultation, context),
        'channels.consultation',
        '电话须是 0411-八位、已知热线,或 pending',
      ),
      ...when(
        !isKnownNumber(complaint, context),
        'channels.complaint',
        '电话须是 0411-八位、已知热线,或 pending',
      ),
      ...when(
        consultation !== 'pending' && consultation === complaint,
        'channels.complaint',
        '咨询电话和投诉电话不能是同一个',
      ),
    ],
  },
];
