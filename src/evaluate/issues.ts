import { TersineError, type ErrorCode, type TersineIssue } from "../index.ts";

/** Throws all issues as one error; returns if there are none. */
export function throwAll(issues: readonly TersineIssue[]): void {
  const [first, ...rest] = issues;
  if (first !== undefined) throw new TersineError([first, ...rest]);
}

export function issue(code: ErrorCode, path: string, message: string): TersineIssue {
  return { code, path, message };
}

/** A key as a part of a JSON Pointer (RFC 6901). */
export function keyed(key: string): string {
  return `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Options that no function reads are refused: a wish accepted and ignored is worse than an error. */
export function unknownOptions(options: object, known: readonly string[]): readonly TersineIssue[] {
  return Object.keys(options)
    .filter((key) => !known.includes(key))
    .map((key) => issue("FIELD_UNKNOWN", keyed(key), `unknown field; known ones are ${known.join(", ")}.`));
}

/** Checks a number of the options. */
export function numberIssues(
  value: unknown,
  path: string,
  { least, most, isWhole = false }: { readonly least: number; readonly most: number; readonly isWhole?: boolean },
): readonly TersineIssue[] {
  if (value === undefined) return [];
  const isFine = typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (isFine) return [];
  const kind = isWhole ? "a whole number" : "a number";
  return [issue("NUMBER_RANGE", path, `expected ${kind} from ${least} to ${most}, got something else.`)];
}

/** Plain objects and nothing else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
