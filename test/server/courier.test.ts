/** 顺丰 as a courier, against a stand-in that checks what it is sent. */
import { certificatePorts } from '../../server/config';
import { sfCourier, stepsOf } from '../../server/courier/sf';
import { sfDigest } from '../../server/courier/sf-http';
import { sfPlace, type SfPlace } from '../../server/courier/sf-place';
import type { Env } from '../../server/mode';
import { NOON } from '../server-support/cases';
import { CHECKWORD, PARTNER, startSf, type Sf } from '../server-support/sf';

jest.setTimeout(30_000);

const ALL = {
  SF_PARTNER_ID: PARTNER,
  SF_CHECKWORD: CHECKWORD,
  SF_SENDER_NAME: '某窗口',
  SF_SENDER_PHONE: '0411-00000000',
  SF_SENDER_ADDRESS: '某省某市某区某路1号',
};

const PARCEL = {
  reference: '2026112400000017',
  attempt: 1,
  recipient: '李四',
  mobile: '13800000000',
  // What a form of the web treats apart: a blank, a plus, and marks that encoders disagree on.
  address: "某市 某路+2号*~(后门)'!&=%",
};

const placeOf = (env: Env): SfPlace => {
  const place = sfPlace(env);
  if (!place.ok || !place.value) throw new Error('no place');
  return place.value;
};

describe('the settings of 顺丰', () => {
  it('are all there or none', () => {
    expect(sfPlace({})).toEqual({ ok: true, value: undefined });
    expect(placeOf(ALL)).toMatchObject({ base: 'https://bspgw.sf-express.com/std/service', product: 1 });
    for (const name of Object.keys(ALL)) {
      const some = sfPlace({ ...ALL, [name]: '' });
      expect(some.ok ? '' : some.error).toContain(`${name} is missing`);
    }
    expect(sfPlace({ SF_MONTHLY_CARD: '1234567890' }).ok).toBe(false);
  });

  it.each([
    ['SF_SENDER_PHONE', '123'],
    ['SF_MONTHLY_CARD', '123'],
    ['SF_PRODUCT', 'fast'],
    ['SF_BASE', 'http://sf.example/std/service'],
    ['SF_BASE', 'https://u:hush@sf.example/'],
  ])('a wrong %s is said in one line, without the checkword: %s', (name, value) => {
    for (const mode of ['demo', 'production'] as const) {
      const ports = certificatePorts({ ...ALL, [name]: value }, mode, () => NOON);
      const line = ports.ok ? '' : ports.error;
      expect(line).toContain(name);
      expect(line.includes(CHECKWORD) || line.includes('\n')).toBe(false);
    }
  });

  it('give production a courier; without them, and in a demo, it is not 顺丰', () => {
    const companyOf = (env: Env, mode: 'demo' | 'production') => {
      const ports = certificatePorts(env, mode, () => NOON);
      return ports.ok ? ports.value.courier?.company : undefined;
    };
    expect(companyOf({}, 'production')).toBeUndefined();
    expect(companyOf(ALL, 'production')).toBe('顺丰速运');
    expect(companyOf(ALL, 'demo')).not.toBe('顺丰速运');
  });
});

describe('the digest', () => {
  it('is that of the example in 顺丰’s documentation', () => {
    expect(
      sfDigest(
        '{"language":"zh-CN","orderId":"QIAO-20200618-004"}',
        '12312334453453',
        'fjcg5PGKaNpPSHFAZ4QsCOkV71R3zVci',
      ),
    ).toBe('IIKJtuLVzoFTu4kHI8M8vA==');
  });
});

describe('顺丰', () => {
  let sf: Sf;
  beforeEach(async () => {
    sf = await startSf();
  });
  afterEach(() => sf.close());

  const courier = (change: Env = {}) => sfCourier(placeOf({ ...ALL, SF_BASE: sf.base, ...change }));
  const ORDER = `${PARCEL.reference}-1`;

  it.each([true, false])('orders a parcel and gives its number (result as text: %s)', async (asText) => {
    sf.asText = asText;
    const ordered = await courier({ SF_MONTHLY_CARD: '1234567890', SF_PRODUCT: '2' }).order(PARCEL, NOON);
    expect(ordered).toEqual({ ok: true, value: { tracking: sf.waybillOf(ORDER) } });
    expect(sf.orders.get(ORDER)).toMatchObject({
      language: 'zh-CN',
      monthlyCard: '1234567890',
      payMethod: 1,
      expressTypeId: 2,
      parcelQty: 1,
      contactInfoList: [
        {
          contactType: 1,
          contact: ALL.SF_SENDER_NAME,
          tel: ALL.SF_SENDER_PHONE,
          address: ALL.SF_SENDER_ADDRESS,
        },
        { contactType: 2, contact: PARCEL.recipient, mobile: PARCEL.mobile, address: PARCEL.address },
      ],
    });
    expect(JSON.stringify(sf.orders.get(ORDER))).not.toContain(CHECKWORD);
  });

  it.each(['refuse', 'same'] as const)(
    'asks once when the answer got lost (used number: %s)',
    async (again) => {
      sf.again = again;
      sf.next = 'lost';
      expect((await courier().order(PARCEL, NOON)).ok).toBe(false);
      sf.next = undefined;
      const ordered = await courier().order(PARCEL, NOON + 60_000);
      expect(ordered).toEqual({ ok: true, value: { tracking: sf.waybillOf(ORDER) } });
      expect(sf.orders.size).toBe(1);
      expect(sf.asked.includes('EXP_RECE_SEARCH_ORDER_RESP')).toBe(again === 'refuse');
    },
  );

  it('orders another one for the next try', async () => {
    await courier().order(PARCEL, NOON);
    await courier().order({ ...PARCEL, attempt: 2 }, NOON);
    expect([...sf.orders.keys()]).toEqual([ORDER, `${PARCEL.reference}-2`]);
  });

  it.each(['down', 'garbage', 'slowdown', 'outOfReach'] as const)(
    'is unavailable when it answers %s',
    async (next) => {
      sf.next = next;
      expect(await courier().order(PARCEL, NOON)).toEqual({ ok: false, error: 'unavailable' });
    },
  );

  it('is unavailable with another checkword, or to another partner', async () => {
    for (const change of [{ SF_CHECKWORD: 'other' }, { SF_PARTNER_ID: 'other' }]) {
      expect((await courier(change).order(PARCEL, NOON)).ok).toBe(false);
      expect((await courier(change).track('SF1', NOON)).ok).toBe(false);
    }
    expect(sf.orders.size).toBe(0);
  });

  it('tells the steps of the parcel that is asked for', async () => {
    const tracking = sf.waybillOf(ORDER);
    const track = () => courier().track(tracking, NOON);
    expect(await track()).toEqual({ ok: true, value: ['ordered'] });
    sf.routes.set(tracking, [
      { acceptTime: '2026-12-01 11:00:00', opCode: '31' },
      { acceptTime: '2026-12-01 09:00:00', opCode: '50' },
    ]);
    expect(await track()).toEqual({ ok: true, value: ['ordered', 'picked', 'inTransit'] });
    sf.next = 'down';
    expect(await track()).toEqual({ ok: false, error: 'unavailable' });
  });
});

describe('steps', () => {
  const at = (...codes: string[]) =>
    stepsOf(codes.map((opCode, i) => ({ acceptTime: `2026-12-01 09:0${i}:00`, opCode }))).join(' ');

  it.each([
    ['ordered', []],
    ['ordered picked', ['54']],
    ['ordered picked inTransit', ['50', '30', '36', '31', '44', '70', '33']],
    ['ordered picked inTransit delivered', ['50', '31', '44', '80', '8000']],
    // One that was never scanned when it was picked up.
    ['ordered picked inTransit delivered', ['80']],
    ['ordered picked inTransit returned', ['50', '30', '70', '631', '80']],
    // 648 is said of a parcel that comes back and of one that is sent on; 99 of one that will be.
    ['ordered picked inTransit', ['50', '30', '99', '648']],
    ['ordered', ['648', '0', 'x', '']],
  ])('are "%s" after %j', (steps, codes) => {
    expect(at(...codes)).toBe(steps);
  });
});
