/*
 * Objects that hold what a plain one holds, in ways that callers without types come by: records of ORMs, proxies of
 * observers, rows of parsers, lists with gaps.
 */

/** Whole numbers of a stream, in turn. */
type Draw = (below: number) => number;
type Dress = (plain: object, draw: Draw) => unknown;

class Row {
  isRow(): boolean {
    return true;
  }
}
class List extends Array<unknown> {}

function boom(): never {
  throw new RangeError("a trap");
}

function withoutPrototype(plain: object): object {
  const copy = { ...plain };
  Object.setPrototypeOf(copy, null);
  return copy;
}

/** The object with one field turned into a getter. */
function withGetter(plain: object, draw: Draw, getter: (value: unknown) => () => unknown): object {
  const copy: object = Array.isArray(plain) ? Array.from<unknown>(plain) : { ...plain };
  const keys = Object.keys(plain);
  const key = keys[draw(keys.length + 1)] ?? "extra";
  const get = getter(Reflect.get(plain, key));
  return Object.defineProperty(copy, key, { get, enumerable: true, configurable: true });
}

const TRAPS = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf"] as const;

export const KINDS = [
  ...(["throwing getter", "changing getter", "throwing proxy", "revoked proxy"] as const),
  ...(["null prototype", "holes", "subclass"] as const),
] as const;
export type ExoticKind = (typeof KINDS)[number];

export const EXOTIC: Readonly<Record<ExoticKind, Dress>> = {
  "throwing getter": (plain, draw) => withGetter(plain, draw, () => boom),
  "changing getter": (plain, draw) =>
    withGetter(plain, draw, (value) => {
      const later = [undefined, null, "other", 7, {}, []][draw(6)];
      let reads = 0;
      return () => (reads++ === 0 ? value : later);
    }),
  "throwing proxy": (plain, draw) => new Proxy(plain, { [TRAPS[draw(TRAPS.length)] ?? "get"]: boom }),
  "revoked proxy": (plain) => {
    const { proxy, revoke } = Proxy.revocable(plain, {});
    revoke();
    return proxy;
  },
  "null prototype": (plain) => (Array.isArray(plain) ? Array.from<unknown>(plain) : withoutPrototype(plain)),
  holes: (plain, draw) => {
    if (!Array.isArray(plain)) return [plain];
    const [list, gap] = [new Array<unknown>(plain.length + 1), draw(plain.length + 1)];
    for (const [at, item] of Array.from<unknown>(plain).entries()) if (at !== gap) list[at] = item;
    return list;
  },
  subclass: (plain) =>
    Array.isArray(plain) ? List.from<unknown>(plain) : Object.assign<object, object>(new Row(), plain),
};
