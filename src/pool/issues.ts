import { throwIssues, type ErrorCode, type TersineIssue } from "../base/error.ts";
import { numberIssues, unknownFields, type NumberBounds } from "../base/given.ts";

/** Problems as they are found, to be thrown together. */
export type Refuse = (code: ErrorCode, path: string, message: string, hint?: string) => void;

/** Runs a check and throws all that it refuses as one error. */
export function throwingAll<Result>(check: (refuse: Refuse) => Result): Result {
  const issues: TersineIssue[] = [];
  const result = check((code, path, message, hint) => {
    issues.push(hint === undefined ? { code, path, message } : { code, path, message, hint });
  });
  throwIssues(issues);
  return result;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Refuses fields that nothing reads. */
export function refuseUnknown(value: Fields, known: readonly string[], path: string, refuse: Refuse): void {
  for (const found of unknownFields(value, known, path)) refuse(found.code, found.path, found.message);
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

/** Checks a number; one that is not given is fine. */
export function checkNumber(value: unknown, bounds: NumberBounds, path: string, refuse: Refuse): void {
  for (const { code, message } of numberIssues(value, path, bounds)) refuse(code, path, message);
}
