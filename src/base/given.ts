import { pointer, type ErrorCode, type TersineIssue } from "./error.ts";

/*
 * What callers without types may give as options and data: small checks that the outermost rooms share. The core checks by
 * schemas.
 */

/** Plain objects and nothing else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function issue(code: ErrorCode, path: string, message: string): TersineIssue {
  return { code, path, message };
}

/**
 * Fields that nothing reads are refused: a wish accepted and ignored is worse than an error.
 *
 * @param path Where the object stands. @default ""
 */
export function unknownFields(given: object, known: readonly string[], path = ""): readonly TersineIssue[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => issue("FIELD_UNKNOWN", path + pointer([key]), `unknown field; known ones are ${known.join(", ")}.`));
}

/** Bounds of a number, both included. */
export interface NumberBounds {
  readonly least: number;
  readonly most: number;
  /** @default false */
  readonly isWhole?: boolean;
}

/** What is wrong with a number; one that is not given is fine. */
export function numberIssues(
  value: unknown,
  path: string,
  { least, most, isWhole = false }: NumberBounds,
): readonly TersineIssue[] {
  if (value === undefined) return [];
  const isFine = typeof value === "number" && value >= least && value <= most && (!isWhole || Number.isInteger(value));
  if (isFine) return [];
  const kind = isWhole ? "a whole number" : "a number";
  return [issue("NUMBER_RANGE", path, `expected ${kind} from ${least} to ${most}, got something else.`)];
}
