/** What a public list shows of a person: enough to know oneself by, too little for anybody else. */

/** 张* and 欧阳*: the last character of two, all but the first and last of more. */
export function maskName(name: string): string {
  const letters = Array.from(name);
  const [first = '', ...rest] = letters;
  if (rest.length < 2) return first + '*'.repeat(rest.length);
  return first + '*'.repeat(rest.length - 1) + (letters[letters.length - 1] ?? '');
}

/** `2102**********999X`: neither the day of birth nor the street. */
export const maskNumber = (number: string): string =>
  number.length < 12
    ? '*'.repeat(number.length)
    : `${number.slice(0, 4)}${'*'.repeat(number.length - 8)}${number.slice(-4)}`;

/** `**** 9995`: as a bank prints it on a slip. */
export const maskAccount = (account: string): string => `**** ${account.slice(-4)}`;

export interface PublicEntry {
  readonly name: string;
  readonly number: string;
  readonly cents: number | null;
}

/** Enterprises are public as they are. */
export const publicEntry = (
  { name, number }: { readonly name: string; readonly number: string },
  audience: 'person' | 'enterprise',
  cents: number | null,
): PublicEntry =>
  audience === 'enterprise'
    ? { name, number, cents }
    : { name: maskName(name), number: maskNumber(number), cents };
