import { type ErrorCode, TersineError } from "../index.ts";

/** The error for a single problem. */
export function problem(code: ErrorCode, path: string, message: string, cause?: unknown): TersineError {
  return new TersineError([{ code, path, message }], cause === undefined ? undefined : { cause });
}
