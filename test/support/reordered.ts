import fc from "fast-check";

/** Numbers that a shuffle sorts by. */
export const order: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(1_000), { minLength: 17, maxLength: 17 });

/** Lists whose order means something. */
const ORDERED = new Set(["levels"]);

/** The same data with all lists, all keys and all windows in text in another order. */
export function reordered<T>(value: T, by: readonly number[]): T;
export function reordered(value: unknown, by: readonly number[]): unknown {
  let turn = 0;
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, at: by[turn++ % by.length]! * 31 + turn }))
      .sort((a, b) => (a.at % 101) - (b.at % 101))
      .map(({ item }) => item);
  const visit = (at: unknown, key: string): unknown => {
    if (key === "windows" && typeof at === "string") return shuffled(at.split("; ")).join("; ");
    if (Array.isArray(at)) {
      const items = at.map((item) => visit(item, ""));
      return ORDERED.has(key) ? items : shuffled(items);
    }
    if (typeof at !== "object" || at === null) return at;
    return Object.fromEntries(shuffled(Object.entries(at)).map(([name, field]) => [name, visit(field, name)]));
  };
  return visit(value, "");
}

/** The same programme with every id replaced. */
export function renamed<T>(value: T, nameOf: (id: string) => string): T;
export function renamed(value: unknown, nameOf: (id: string) => string): unknown {
  const visit = (at: unknown, key: string): unknown => {
    if (typeof at === "string") return IDS.has(key) ? nameOf(at) : at;
    if (Array.isArray(at)) return at.map((item) => visit(item, key));
    if (typeof at !== "object" || at === null) return at;
    return Object.fromEntries(Object.entries(at).map(([name, field]) => [name, visit(field, name)]));
  };
  return visit(value, "");
}

const IDS = new Set(["id", "managerId", "dottedLineManagerIds", "avoid"]);
