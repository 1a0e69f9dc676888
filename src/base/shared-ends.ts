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
