import { finished, mapResult, type Steps } from "../../base/steps.ts";
import type { PoolDemand } from "./demands.ts";

/** Solves that the search for a core may take; above it the core may hold more demands than it must. */
const MOST_SOLVES = 400;

/** A part of a search for conflicts, which can be paused. */
export type Search<Result> = Steps<Result, unknown>;

/** Whether some demands can be met together; `undefined` if that takes more work than allowed. */
export type CanBeMet = (demands: readonly PoolDemand[]) => Search<boolean | undefined>;

/** Asks whether demands can be met, as long as the solves last. */
export interface Checker {
  /** `true` where it is not known: so no demand is dropped for want of an answer. */
  readonly isFeasible: (demands: readonly PoolDemand[]) => Search<boolean>;
  /** Whether every answer so far was known. */
  readonly isSure: () => boolean;
}

export function checker(canBeMet: CanBeMet): Checker {
  let solves = 0;
  let isSure = true;
  return {
    isFeasible: (demands) => {
      solves += 1;
      const asking = solves > MOST_SOLVES ? finished(undefined) : canBeMet(demands);
      return mapResult(asking, (answer) => {
        if (answer === undefined) isSure = false;
        return answer ?? true;
      });
    },
    isSure: () => isSure,
  };
}

/**
 * An irreducible part of `suspects` that is infeasible together with `given`; nothing if `given` alone already is, which is
 * looked at only if `wasExtended` says that demands have joined it.
 *
 * QuickXplain (Junker, 2004): about `2 k log(n / k)` questions for `k` demands out of `n`.
 */
export function* irreducibleCore(
  check: Checker,
  suspects: readonly PoolDemand[],
  given: readonly PoolDemand[] = [],
  wasExtended = false,
): Search<readonly PoolDemand[]> {
  if (wasExtended && !(yield* check.isFeasible(given))) return [];
  if (suspects.length <= 1) return suspects;
  const half = Math.floor(suspects.length / 2);
  const first = suspects.slice(0, half);
  const second = suspects.slice(half);
  const ofSecond = yield* irreducibleCore(check, second, [...given, ...first], first.length > 0);
  const ofFirst = yield* irreducibleCore(check, first, [...given, ...ofSecond], ofSecond.length > 0);
  return [...ofFirst, ...ofSecond];
}
