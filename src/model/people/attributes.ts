import { pointer, type TersineIssue } from "../../base/error.ts";
import { describeValue, isPlainObject } from "../schema/describe.ts";

type Keys = readonly PropertyKey[];

/** Deepest nesting of a person's own data. */
const MAX_DEPTH = 64;
/** Most values of a person's own data; one that stands in several places counts for each. */
const MAX_VALUES = 100_000;

/**
 * What keeps a value from being plain JSON data, which attributes must be so that a run can be recorded and repeated:
 * functions, symbols, BigInts, numbers that are not finite, instances of classes, cycles.
 */
export function jsonIssues(value: unknown, path: Keys): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  if (collectIssues(value, path, [], { values: 0 }, issues)) return issues;
  const message = `expected at most ${MAX_VALUES} values, got more.`;
  return [{ code: "LIMIT_ITEMS", path: pointer(path), message }];
}

/** Walks the value depth first; false as soon as it holds too many values. */
function collectIssues(
  value: unknown,
  path: Keys,
  ancestors: readonly object[],
  count: { values: number },
  issues: TersineIssue[],
): boolean {
  count.values += 1;
  if (count.values > MAX_VALUES) return false;
  const own = ownIssue(value, path, ancestors);
  if (own !== undefined) issues.push(own);
  if (own !== undefined || typeof value !== "object" || value === null) return true;
  const below = [...ancestors, value];
  return Object.entries(value).every(([key, item]: readonly [string, unknown]) =>
    collectIssues(item, [...path, Array.isArray(value) ? Number(key) : key], below, count, issues),
  );
}

function ownIssue(value: unknown, path: Keys, ancestors: readonly object[]): TersineIssue | undefined {
  if (value === null || typeof value === "string" || typeof value === "boolean" || value === undefined) {
    return undefined;
  }
  if (typeof value === "number" && Number.isFinite(value)) return undefined;
  const at = pointer(path);
  if (typeof value !== "object" || !(Array.isArray(value) || isPlainObject(value))) {
    return { code: "VALUE_TYPE", path: at, message: `expected plain JSON data, got ${describeValue(value)}.` };
  }
  if (ancestors.includes(value)) {
    return { code: "VALUE_CYCLIC", path: at, message: "expected plain JSON data, got an object that contains itself." };
  }
  if (ancestors.length === MAX_DEPTH) {
    return { code: "LIMIT_ITEMS", path: at, message: `expected at most ${MAX_DEPTH} levels of nesting, got more.` };
  }
  return undefined;
}

/** Whether two values are the same JSON data; the order of keys means nothing. Values that are no JSON data never are. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (jsonIssues(a, []).length > 0 || jsonIssues(b, []).length > 0) return false;
  return sameData(a, b);
}

function sameData(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fieldsOfA = definedFields(a);
  const fieldsOfB = definedFields(b);
  return fieldsOfA.size === fieldsOfB.size && [...fieldsOfA].every(([key, item]) => sameData(item, fieldsOfB.get(key)));
}

function definedFields(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, item]) => item !== undefined));
}

/** Gives a copy of somebody's attributes the field `__proto__` of the original, which the schema library leaves out. */
export function keepProtoKey(copy: object | undefined, person: unknown): void {
  const attributes: unknown =
    typeof person === "object" && person !== null ? Reflect.get(person, "attributes") : undefined;
  if (copy === undefined || typeof attributes !== "object" || attributes === null) return;
  const field = Object.getOwnPropertyDescriptor(attributes, "__proto__");
  if (field?.enumerable !== true) return;
  Object.defineProperty(copy, "__proto__", {
    value: Reflect.get(attributes, "__proto__"),
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
