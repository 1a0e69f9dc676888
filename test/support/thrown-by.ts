import { TersineError } from "../../src/base/error.ts";

/** The error that a call throws; throws itself if there is none, or another kind. */
export function thrownBy(call: () => unknown): TersineError {
  try {
    call();
  } catch (error) {
    if (error instanceof TersineError) return error;
    throw error;
  }
  throw new Error("expected an error, got a result");
}
