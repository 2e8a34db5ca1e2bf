/** Whether a place is another one or lies within it: `related[0].name` within `related[0]` and `related`. */
export const isInside = (place: string, outer: string): boolean =>
  place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);
