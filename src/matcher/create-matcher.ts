import type { MatchResult } from "../explain/result.ts";
import type { MatchInput } from "../model/schema.ts";
import type { MatchOptions } from "./options.ts";
import { preparePool } from "./pool.ts";
import { resultOf } from "./result.ts";
import { solvePool } from "./solve-pool.ts";

/** A prepared programme, to match and to ask about. */
export interface Matcher {
  /** The same as `matchPairs` of the same input and options; solved once, however often it is called. */
  readonly match: () => MatchResult;
}

/**
 * Reads, scores and rules a programme once, for a match and further questions about it. The input is not changed; later
 * changes of it are not seen.
 *
 * @throws TersineError with every problem of the input or of the options at once
 */
export function createMatcher(input: MatchInput, options?: MatchOptions): Matcher {
  const pool = preparePool(input, options);
  let result: MatchResult | undefined;
  return {
    match: () => {
      result ??= resultOf(pool, solvePool(pool));
      return result;
    },
  };
}
