/** How many items two lists have in common from their beginning, and from their end of the rest. */
export interface SharedEnds {
  readonly first: number;
  readonly last: number;
}

/** The longest beginning, then the longest end of what follows it, in which two lists hold the same items. */
export function sharedEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): SharedEnds {
  const most = Math.min(before.length, after.length);
  if (before === after) return { first: most, last: 0 };
  const holds = (a: Item | undefined, b: Item | undefined): boolean =>
    a !== undefined && b !== undefined && isSame(a, b);
  let first = 0;
  while (first < most && holds(before[first], after[first])) first += 1;
  let last = 0;
  while (last < most - first && holds(before.at(-1 - last), after.at(-1 - last))) last += 1;
  return { first, last };
}

/**
 * Place in `before` of each item of `after`, -1 for those that are not there, told by a key that is unique in `before`.
 * Time O(items), and hardly any where the lists share long ends.
 */
export function placesBefore<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => unknown,
): Int32Array {
  const { first, last } = sharedEnds(before, after);
  const shift = before.length - after.length;
  const middle = before.slice(first, before.length - last);
  const placeOf = new Map(middle.map((item, place) => [keyOf(item), first + place]));
  const places = new Int32Array(after.length);
  after.forEach((item, place) => {
    if (place < first) places[place] = place;
    else if (place >= after.length - last) places[place] = place + shift;
    else places[place] = placeOf.get(keyOf(item)) ?? -1;
  });
  return places;
}
