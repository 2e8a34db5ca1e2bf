/** Names of people who do not exist, and numbers under an area code that no place has. */
import { creditCodeCheckCharacter, organisationCheckCharacter } from '@/domain/identity/credit-code';
import { idCardCheckCharacter } from '@/domain/identity/id-card';
import type { Seeded } from './seeded';

const FAMILY = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉');

const letter = (random: Seeded, letters: readonly string[]): string =>
  letters[random.int(0, letters.length - 1)] ?? '';

export const personName = (random: Seeded): string =>
  letter(random, FAMILY) + letter(random, GIVEN) + (random.chance(0.7) ? letter(random, GIVEN) : '');

export const enterpriseName = (random: Seeded, n: number): string =>
  `演示${letter(random, GIVEN)}${letter(random, GIVEN)}第${n}公司`;

/** 210299 is no county: a number that was issued to somebody cannot come out. */
const AREA = '210299';
const MOST = 999;

/** Identity numbers by birth date, each once. */
export function idNumbers(): (birthDate: string) => string {
  const used = new Map<string, number>();
  return (birthDate) => {
    const serial = (used.get(birthDate) ?? 0) + 1;
    if (serial > MOST) throw new Error(`more than ${MOST} born on ${birthDate}`);
    used.set(birthDate, serial);
    const digits = AREA + birthDate.replace(/-/g, '') + String(serial).padStart(3, '0');
    return digits + idCardCheckCharacter(digits);
  };
}

/** 统一社会信用代码 of the n-th enterprise. */
export function creditCode(n: number): string {
  const organisation = String(n).padStart(8, '0');
  const code = `91${AREA}${organisation}${organisationCheckCharacter(organisation)}`;
  return code + creditCodeCheckCharacter(code);
}
