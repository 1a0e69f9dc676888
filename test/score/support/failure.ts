import { expect } from "vitest";
import { TersineError } from "../../../src/base/error.ts";

/** The library's error that `run` throws; fails the test if it throws another or none. */
export function failureOf(run: () => unknown): TersineError {
  try {
    run();
  } catch (error) {
    if (error instanceof TersineError) return error;
    throw error;
  }
  return expect.fail("nothing was thrown");
}
