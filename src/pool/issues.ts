import { TersineError, type ErrorCode, type TersineIssue } from "../index.ts";

/** Problems as they are found, to be thrown together. */
export type Refuse = (code: ErrorCode, path: string, message: string, hint?: string) => void;

/** Runs a check and throws all that it refuses as one error. */
export function throwingAll<Result>(check: (refuse: Refuse) => Result): Result {
  const issues: TersineIssue[] = [];
  const result = check((code, path, message, hint) => {
    issues.push(hint === undefined ? { code, path, message } : { code, path, message, hint });
  });
  throwAll(issues);
  return result;
}

/** Throws all issues as one error; returns if there are none. */
export function throwAll(issues: readonly TersineIssue[]): void {
  const [first, ...rest] = issues;
  if (first !== undefined) throw new TersineError([first, ...rest]);
}

export type Fields = Readonly<Record<string, unknown>>;

/** Plain objects and nothing else. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key as a part of a JSON Pointer (RFC 6901). */
export function keyed(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Refuses fields that nothing reads: a wish accepted and ignored is worse than an error. */
export function refuseUnknown(value: Fields, known: readonly string[], path: string, refuse: Refuse): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      refuse("FIELD_UNKNOWN", path + keyed(key), `unknown field; known ones are ${known.join(", ")}.`);
    }
  }
}

/** Whether a value is one of some words; tells what else is wrong. */
export function isOneOf<Word extends string>(
  value: unknown,
  words: readonly Word[],
  path: string,
  refuse: Refuse,
): value is Word {
  if (words.some((word) => word === value)) return true;
  if (value === undefined) refuse("FIELD_MISSING", path, `expected one of ${words.join(", ")}, got nothing.`);
  else refuse("VALUE_UNKNOWN", path, `expected one of ${words.join(", ")}, got something else.`);
  return false;
}

/** Whether a value is an id; tells what else is wrong. What an id may hold is for the check of entries. */
export function isId(value: unknown, path: string, refuse: Refuse): value is string {
  if (typeof value === "string" && value !== "") return true;
  const code = value === undefined ? "FIELD_MISSING" : value === "" ? "ID_EMPTY" : "ID_TYPE";
  refuse(code, path, `expected an id as text, got ${value === undefined ? "nothing" : "something else"}.`);
  return false;
}

/** Bounds of a number. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}

/** Checks a number; one that is not given is fine. */
export function checkNumber(
  value: unknown,
  { least, most, isWhole = false }: NumberBounds,
  path: string,
  refuse: Refuse,
): void {
  if (value === undefined) return;
  const isFine = typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (isFine) return;
  const kind = isWhole ? "a whole number" : "a number";
  refuse("NUMBER_RANGE", path, `expected ${kind} from ${least} to ${most}, got something else.`);
}
