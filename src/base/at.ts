import { problem } from "./error.ts";

/** The entry at an index that must be one of the list: any other index is a fault of this library and throws `INTERNAL`. */
export function at<Item>(items: ArrayLike<Item>, index: number | undefined): Item {
  if (index !== undefined && Number.isInteger(index) && index >= 0 && index < items.length) return items[index] as Item;
  throw problem("INTERNAL", "", `expected an index from 0 to ${items.length - 1}, got ${String(index)}.`);
}

/** The value of a key that must be in the map: any other key is a fault of this library and throws `INTERNAL`. */
export function valueOf<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value !== undefined || map.has(key)) return value as Value;
  throw problem("INTERNAL", "", `expected a key of the ${map.size} in the map, got another.`);
}
