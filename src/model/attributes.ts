import { pointer, type TersineIssue } from "../base/error.ts";
import { describeValue } from "./describe.ts";

type Keys = readonly PropertyKey[];

/** Deepest nesting of a person's own data. */
const MAX_DEPTH = 64;

/**
 * What keeps a value from being plain JSON data, which attributes must be so that a run can be recorded and repeated:
 * functions, symbols, BigInts, numbers that are not finite, instances of classes, cycles.
 */
export function jsonIssues(value: unknown, path: Keys, ancestors: readonly object[] = []): readonly TersineIssue[] {
  if (value === null || typeof value === "string" || typeof value === "boolean" || value === undefined) return [];
  if (typeof value === "number" && Number.isFinite(value)) return [];
  const at = pointer(path);
  if (typeof value !== "object" || !(Array.isArray(value) || isPlainObject(value))) {
    return [{ code: "VALUE_TYPE", path: at, message: `expected plain JSON data, got ${describeValue(value)}.` }];
  }
  if (ancestors.includes(value)) {
    return [
      { code: "VALUE_CYCLIC", path: at, message: "expected plain JSON data, got an object that contains itself." },
    ];
  }
  if (ancestors.length === MAX_DEPTH) {
    return [{ code: "LIMIT_ITEMS", path: at, message: `expected at most ${MAX_DEPTH} levels of nesting, got more.` }];
  }
  return Object.entries(value).flatMap(([key, item]) =>
    jsonIssues(item, [...path, Array.isArray(value) ? Number(key) : key], [...ancestors, value]),
  );
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}
