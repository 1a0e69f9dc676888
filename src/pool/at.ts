/** The item at an index that an invariant keeps in range; a wrong index throws, it never becomes a default. */
export function at<Item>(list: { readonly [index: number]: Item }, index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError("expected an index in range");
  return item;
}
