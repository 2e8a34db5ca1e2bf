/**
 * 顺丰速运 as a courier.
 *
 * After the descriptions of 下订单接口 (https://open.sf-express.com/Api/ApiDetails?level3=393), 订单结果查询接口 (level3=396)
 * and 路由查询接口, 顺丰's own examples of their messages, and the table of 路由操作码, all read in copies that others keep.
 */
import { z } from 'zod';
import type { CourierStep } from '@/domain/certificate/events';
import { err, ok, type Result } from '@/domain/shared/result';
import type { CourierPort, Parcel } from '../certificate/port';
import { callSf } from './sf-http';
import type { SfPlace } from './sf-place';

const LANGUAGE = 'zh-CN';

/** 筛单结果: cannot be collected or delivered. */
const OUT_OF_REACH = 3;

/** 运单号类型: the parcel itself, not a part of it or a receipt that is sent back. */
const MOTHER = 1;

const order = z.object({
  filterResult: z.coerce.number().nullish(),
  waybillNoInfoList: z
    .array(z.object({ waybillType: z.coerce.number().nullish(), waybillNo: z.string().nullish() }))
    .nullish(),
});

const routes = z.object({
  routeResps: z.array(
    z.object({
      mailNo: z.string(),
      routes: z.array(z.object({ acceptTime: z.string(), opCode: z.coerce.string() })).nullish(),
    }),
  ),
});

function trackingIn({ filterResult, waybillNoInfoList }: z.infer<typeof order>): string | undefined {
  if (filterResult === OUT_OF_REACH) return undefined;
  const mother = waybillNoInfoList?.find(({ waybillType }) => (waybillType ?? MOTHER) === MOTHER);
  return mother?.waybillNo || undefined;
}

const messageOf = ({ sender, monthlyCard, product }: SfPlace, parcel: Parcel) => ({
  language: LANGUAGE,
  orderId: orderIdOf(parcel),
  cargoDetails: [{ name: '文件', count: 1, unit: '份' }],
  cargoDesc: '文件',
  contactInfoList: [
    { contactType: 1, country: 'CN', contact: sender.name, tel: sender.phone, address: sender.address },
    {
      contactType: 2,
      country: 'CN',
      contact: parcel.recipient,
      mobile: parcel.mobile,
      address: parcel.address,
    },
  ],
  ...(monthlyCard === undefined ? {} : { monthlyCard }),
  // 寄方付: the person pays nothing at the door.
  payMethod: 1,
  expressTypeId: product,
  parcelQty: 1,
  // Someone comes to fetch it.
  isDocall: 1,
  isReturnRoutelabel: 1,
  isUnifiedWaybillNo: 1,
  isGenWaybillNo: 1,
});

/** The same for the same try: an order that was made though its answer got lost is not made twice. */
const orderIdOf = ({ reference, attempt }: Parcel): string => `${reference}-${attempt}`;

async function orderBy(place: SfPlace, parcel: Parcel, at: number) {
  const made = await callSf(
    place,
    { service: 'EXP_RECE_CREATE_ORDER', data: messageOf(place, parcel), at },
    order,
  );
  if (made.ok || made.error !== 'orderedBefore') return made;
  const data = { searchType: '1', orderId: orderIdOf(parcel), language: LANGUAGE };
  return callSf(place, { service: 'EXP_RECE_SEARCH_ORDER_RESP', data, at }, order);
}

type OnTheWay = Exclude<CourierStep, 'ordered'>;

/**
 * What a code tells of where the parcel is. Codes that are not here tell nothing: among them 648, 快件已退回/转寄, which is said
 * of a parcel that comes back and of one that is sent on, so that a clerk has to look.
 */
const STEPS: ReadonlyMap<string, OnTheWay> = new Map([
  // 顺丰已收件, 上门收件
  ...(['50', '54'] as const).map((code) => [code, 'picked'] as const),
  // 中转发车, 到车, 装车, 到达, 派件异常, 封车, 正在派送, 派件不成功, 航空起飞, 落地, 派件责任交接, 车辆发车, 送往下一站
  ...(
    ['10', '11', '30', '31', '33', '36', '44', '70', '105', '106', '204', '302', '304', '3036'] as const
  ).map((code) => [code, 'inTransit'] as const),
  // 已签收
  ['80', 'delivered'],
  // 新单退回
  ['631', 'returned'],
]);

/** What comes before is said too: a route may leave out that it was picked up. */
const UNTIL: Readonly<Record<OnTheWay, readonly CourierStep[]>> = {
  picked: ['ordered', 'picked'],
  inTransit: ['ordered', 'picked', 'inTransit'],
  delivered: ['ordered', 'picked', 'inTransit', 'delivered'],
  returned: ['ordered', 'picked', 'inTransit', 'returned'],
};

/** In order of time; the first end is the end, whatever is written after it. */
export function stepsOf(
  passed: readonly { readonly acceptTime: string; readonly opCode: string }[],
): readonly CourierStep[] {
  const steps = [...passed]
    .sort((a, b) => a.acceptTime.localeCompare(b.acceptTime))
    .flatMap(({ opCode }) => STEPS.get(opCode) ?? []);
  const end = steps.find((step) => step === 'delivered' || step === 'returned');
  const furthest = end ?? steps.find((step) => step === 'inTransit') ?? steps[0];
  return furthest ? UNTIL[furthest] : ['ordered'];
}

export const sfCourier = (place: SfPlace): CourierPort => ({
  company: '顺丰速运',
  order: async (parcel, at) => {
    const made = await orderBy(place, parcel, at);
    const tracking = made.ok ? trackingIn(made.value) : undefined;
    return tracking === undefined ? err('unavailable') : ok({ tracking });
  },
  track: async (tracking, at): Promise<Result<readonly CourierStep[], 'unavailable'>> => {
    const data = {
      language: '0',
      trackingType: '1',
      trackingNumber: [tracking],
      methodType: '1',
      // 后四位, of the sender or the recipient.
      checkPhoneNo: place.sender.phone.slice(-4),
    };
    const told = await callSf(place, { service: 'EXP_RECE_SEARCH_ROUTES', data, at }, routes);
    if (!told.ok) return err('unavailable');
    const own = told.value.routeResps.filter(({ mailNo }) => mailNo === tracking);
    return ok(stepsOf(own.flatMap((one) => one.routes ?? [])));
  },
});
