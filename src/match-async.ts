import { asPublic } from "./base/public.ts";
import { TersineError } from "./base/error.ts";
import type { MatchResult } from "./explain/result.ts";
import { matchInSteps } from "./match.ts";
import type { MatchInput } from "./model/input.ts";
import type { MatchOptions } from "./plan/match-options.ts";
import type { Progress } from "./plan/steps.ts";

export interface AsyncMatchOptions extends MatchOptions {
  /** Stops the match: the promise is then rejected with `ABORTED`, whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called at least once in each phase, and between slices of work. What it throws ends the match. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Longest time that a slice of work holds the event loop before it is looked at again, in milliseconds. */
const SLICE_TIME = 12;

/**
 * `matchPairs` in slices of some milliseconds, between which other work goes on; the result is the same to the byte. Time
 * decides only where the pauses fall.
 *
 * Pauses lie between people, rows and cases; a step between two of them passes over all pairs a few times at most. So for
 * 1,000 people a side a turn of the event loop takes at most 50 ms for `coverage` and `score` and 200 ms for `fair`, `stable`
 * and quotas (`npm run bench:turns`). Not divided are functions of the caller, a rule's compiling, the linear programme of
 * quotas, and single changes that `fixes` tries out.
 *
 * Rejects with what `matchPairs` throws, and with `ABORTED`. The input must not be changed until the promise is settled.
 */
export async function matchPairsAsync(input: MatchInput, options: AsyncMatchOptions = {}): Promise<MatchResult> {
  // callers without types may pass anything; the options themselves are checked with the others
  const { signal, onProgress, ...matchOptions } = asPublic("matchPairsAsync", () => ({ ...options }));
  const steps = matchInSteps(input, matchOptions);
  let phase: Progress["phase"] | undefined;
  for (;;) {
    throwIfAborted(signal);
    const pause = performance.now() + SLICE_TIME;
    let step = steps.next();
    while (step.done !== true && performance.now() < pause && step.value.phase === phase) step = steps.next();
    if (step.done === true) return step.value;
    phase = step.value.phase;
    onProgress?.(step.value);
    await nextTurn();
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  const issue = { code: "ABORTED", path: "", message: "the match was stopped by its signal." } as const;
  throw new TersineError([issue], { cause: signal.reason });
}

/** Lets timers, messages and input come first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
