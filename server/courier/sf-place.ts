/** 顺丰: the account at 丰桥 and the sender, from SF_…. Nothing of it is made up: an address nobody gave is none. */
import { checkContact } from '@/domain/identity/contact';
import { err, ok, type Result } from '@/domain/shared/result';
import type { Env } from '../mode';

export interface SfPlace {
  readonly partner: string;
  readonly checkword: string;
  readonly base: string;
  readonly sender: { readonly name: string; readonly phone: string; readonly address: string };
  /** Of the monthly account; without it the sender pays at the counter or the door. */
  readonly monthlyCard?: string;
  /** 快件产品类别, as agreed with 顺丰. */
  readonly product: number;
}

const BASE = 'https://bspgw.sf-express.com/std/service';

const DEFAULT_PRODUCT = '1';

const NEEDED = [
  'SF_PARTNER_ID',
  'SF_CHECKWORD',
  'SF_SENDER_NAME',
  'SF_SENDER_PHONE',
  'SF_SENDER_ADDRESS',
] as const;

const isBase = (text: string): boolean =>
  /^https:\/\/[^\s@]+$/.test(text) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/\S*)?$/.test(text);

type Rule = readonly [setting: string, fits: (value: string) => boolean, must: string];

/** Of settings that are there. */
const RULES: readonly Rule[] = [
  ['SF_SENDER_PHONE', (value) => checkContact('phone', value).ok, 'be a mobile or landline number'],
  ['SF_MONTHLY_CARD', (value) => /^\d{10}$/.test(value), 'be 10 digits'],
  ['SF_PRODUCT', (value) => /^\d{1,5}$/.test(value), 'be the number of a product of 顺丰'],
  ['SF_BASE', isBase, 'begin with https://'],
];

function faultIn(env: Env): string | undefined {
  const missing = NEEDED.find((setting) => !env[setting]);
  if (missing) return `Parcels go by 顺丰 only with all of ${NEEDED.join(', ')}; ${missing} is missing.`;
  const wrong = RULES.find(([setting, fits]) => env[setting] && !fits(env[setting]));
  return wrong && `${wrong[0]} must ${wrong[2]}; it is "${env[wrong[0]]}".`;
}

/** `undefined` when none is set; half of it is a mistake. */
export function sfPlace(env: Env): Result<SfPlace | undefined, string> {
  if (![...NEEDED, ...RULES.map(([setting]) => setting)].some((setting) => env[setting]))
    return ok(undefined);
  const fault = faultIn(env);
  if (fault !== undefined) return err(fault);
  const { SF_MONTHLY_CARD = '', SF_PRODUCT = '', SF_BASE = '' }: Env = env;
  const [partner = '', checkword = '', name = '', phone = '', address = ''] = NEEDED.map(
    (setting) => env[setting],
  );
  return ok({
    partner,
    checkword,
    base: SF_BASE || BASE,
    sender: { name, phone: phone.trim(), address },
    ...(SF_MONTHLY_CARD === '' ? {} : { monthlyCard: SF_MONTHLY_CARD }),
    product: Number(SF_PRODUCT || DEFAULT_PRODUCT),
  });
}
