import type { Guide } from '@/domain/guide/guide';

/** Places of the kind that tell services of one city apart, so that copies are not all the same. */
const PLACES = '东西南北中上下前后新旧大小长高金银铜石山水河湖海江沙林木花草云风雪春秋'.split('');

/** `count` guides made from the real ones: names recombined and marked, so that vocabulary grows as it would. */
export function syntheticGuides(guides: readonly Guide[], count: number): Guide[] {
  const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % items.length];
  return Array.from({ length: count }, (_, n) => {
    const base = guides[n % guides.length];
    const other = guides[(n * 7 + Math.floor(n / guides.length)) % guides.length];
    if (!base || !other) throw new Error('no guides to start from');
    const place = `${pick(PLACES, n * 3)}${pick(PLACES, n * 5 + Math.floor(n / 36))}`;
    return {
      ...base,
      id: `${base.id}-${n}`,
      name: `${place}${base.name}`,
      commonName: `${place}${base.commonName}`,
      aliases: [...base.aliases.slice(0, 4), ...other.aliases.slice(0, 2)].map((alias) => place + alias),
    };
  });
}
