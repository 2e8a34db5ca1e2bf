import { checkApplication } from '@/domain/certificate/application';
import { dateOf } from '@/domain/shared/civil-date';
import reference from '@/generated/certificate/reference';
import { placeOf, readApplication } from '@/services/certificate-application';
import { isInside } from '../place';
import { partOf, PARTS } from './parts';

const asOf = dateOf('2026-11-23');

it('asks on some part about everything that an empty application lacks', () => {
  const draft = readApplication(
    {
      related: [{ kind: 'controlled' }],
      knownRecords: [{}],
      intermediaries: [{}],
      departments: ['tax'],
      period: { start: '', end: '' },
      copies: 0,
      delivery: { kind: 'courier' },
    },
    {},
    [],
    reference,
    asOf,
  );
  const checked = checkApplication(draft, reference, asOf);
  const places = checked.ok ? [] : checked.error.faults.map(placeOf);
  const homeless = places.filter((place) => {
    const { tops } = PARTS.find(({ id }) => id === partOf({ place })) ?? { tops: [] };
    return !tops.some((top) => isInside(place, top));
  });
  expect(homeless).toEqual([]);
  expect(new Set(places.map((place) => partOf({ place }))).size).toBe(PARTS.length);
});

it.each([
  ['related[0].name', 'related[0]', true],
  ['related[0]', 'related', true],
  ['related[10].name', 'related[1]', false],
  ['purposeNote', 'purpose', false],
])('%s within %s: %s', (place, outer, inside) => {
  expect(isInside(place, outer)).toBe(inside);
});
