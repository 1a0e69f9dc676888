import { TersineError, type ErrorCode, type TersineIssue } from "../index.ts";

/** Throws all issues as one error; returns if there are none. */
export function throwAll(issues: readonly TersineIssue[]): void {
  const [first, ...rest] = issues;
  if (first !== undefined) throw new TersineError([first, ...rest]);
}

export function issue(code: ErrorCode, path: string, message: string): TersineIssue {
  return { code, path, message };
}

/** Plain objects and nothing else. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fields that nothing reads are refused: a wish accepted and ignored is worse than an error. */
export function unknownFields(given: object, known: readonly string[], path: string): readonly TersineIssue[] {
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const place = `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      return issue("FIELD_UNKNOWN", place, `unknown field; known ones are ${known.join(", ")}.`);
    });
}

/** Whether a value is a whole number within bounds. */
export function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** The form in which ids are compared, as everywhere in the library. */
export function idKey(id: string): string {
  return id.normalize("NFC");
}

/** One text for a pair of ids, mentee first. */
export function pairKey({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }): string {
  return JSON.stringify([idKey(menteeId), idKey(mentorId)]);
}

/** Orders texts by UTF-16 code units. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
