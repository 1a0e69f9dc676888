import { expect } from "vitest";
import {
  matchPairs,
  TersineError,
  type ErrorCode,
  type MatchInput,
  type MatchOptions,
  type MatchResult,
} from "tersine";

/** Stands where a wrong value is; no message may show it. */
export const CANARY = "Zanzibar 4711";
export const CANARY_NUMBER = 918_273_645;

/** `matchPairs` as plain JavaScript calls it: with anything at all. */
export function matchAnything(input?: unknown, options?: unknown): MatchResult {
  return matchPairs(input as MatchInput, options as MatchOptions);
}

/** A mentor and a mentee who can be paired by default, with the given fields instead. */
export function inputWith(mentor: object = {}, mentee: object = {}, rest: object = {}): object {
  return {
    mentors: [{ id: "m", level: 1, birthYear: 1999, teaches: ["js"], ...mentor }],
    mentees: [{ id: "s", level: 4, birthYear: 1970, learns: ["js"], ...mentee }],
    ...rest,
  };
}

/** The error that a call ends in, which must be of this library's class and hold sound issues. */
export function errorOf(call: () => unknown): TersineError {
  try {
    call();
  } catch (error) {
    if (!(error instanceof TersineError)) throw error;
    expect(error.code).toBe(error.issues[0]?.code);
    for (const { code, path, message } of error.issues) {
      expect(code).toMatch(/^[A-Z_]+$/);
      expect(path).toMatch(/^(\/|$)/);
      expect(message).not.toBe("");
    }
    return error;
  }
  throw new Error("expected a TersineError, got a result");
}

/** Throws unless the call ends in exactly these issues, in this order, and no text shows a canary. */
export function expectIssues(
  call: () => unknown,
  expected: readonly (readonly [code: ErrorCode, path: string])[],
): void {
  const error = errorOf(call);
  expect(error.issues.map(({ code, path }) => [code, path])).toEqual(expected);
  expectNoCanary(error);
}

export function expectNoCanary(error: TersineError): void {
  const texts = [error.message, ...error.issues.flatMap(({ message, hint = "" }) => [message, hint])];
  for (const text of texts) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(String(CANARY_NUMBER));
  }
}
