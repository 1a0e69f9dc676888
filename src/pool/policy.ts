import { isRecord } from "../base/given.ts";
import { checkNumber, isOneOf, refuseUnknown, type Refuse } from "./issues.ts";
import { DAY } from "./time.ts";
import { SIDES, type Side } from "./words.ts";

/** When a pool is matched, and what counts beside the scores. Without anything but `every`, a step is `matchPairs`. */
export interface PoolPolicy {
  /** How a comparison calls it. @default what it says, in words */
  readonly name?: string;
  /** Days between steps; 0: whenever somebody comes or a place gets free. */
  readonly every: number;
  /**
   * Micro-points that a day of waiting adds to a pair, for the one of the two who has waited longer. It decides who is
   * chosen where not all can be; with few people it also gives up better pairs. @default 0
   */
  readonly waiting?: number;
  /** Keeps versatile people for those who come later. @default nothing is kept back */
  readonly keepFlexible?: KeepFlexible;
  /** Holds poor pairs back for a while. @default no pair is held back */
  readonly patience?: Patience;
  /** Days from the end of a pair after which the two may be proposed to each other again. @default never */
  readonly again?: number;
  /** Most people first, or the best total score. @default that of the options, or "coverage" */
  readonly objective?: "coverage" | "score";
}

/**
 * From the worth of a pair goes `points` times the share of the other side whom the person could serve as well: of those
 * who joined in the last `window` days, as far as they have not left.
 */
export interface KeepFlexible {
  /** Micro-points that somebody loses who could serve everybody. */
  readonly points: number;
  /** Days. @default all who are in the pool */
  readonly window?: number;
  /** Whose versatility is kept. @default "mentor" */
  readonly side?: Side;
}

/**
 * A pair that scores less than a bar is held back. The bar is `score` for two who have just come, falls evenly with the days
 * that the longer-waiting of the two has waited, and is 0 after `days`: nobody is held back longer.
 */
export interface Patience {
  /** 0 to 1. */
  readonly score: number;
  /** At least 1. */
  readonly days: number;
}

const FIELDS = ["name", "every", "waiting", "keepFlexible", "patience", "again", "objective"];
const MOST_DAYS = 36_500;
const MOST_POINTS = 1_000_000_000;

/** Refuses what is no policy, with paths below `path`. */
export function checkPolicy(policy: unknown, path: string, refuse: Refuse): void {
  if (!isRecord(policy)) {
    refuse("FIELD_TYPE", path, "expected a policy such as { every: 7 }, got something else.");
    return;
  }
  refuseUnknown(policy, FIELDS, path, refuse);
  const { name, every, waiting, keepFlexible, patience, again, objective } = policy;
  if (name !== undefined && typeof name !== "string") refuse("FIELD_TYPE", `${path}/name`, "expected text.");
  if (every === undefined) refuse("FIELD_MISSING", `${path}/every`, "expected days between steps, got nothing.");
  checkNumber(every, { least: 0, most: MOST_DAYS }, `${path}/every`, refuse);
  if (typeof every === "number" && every > 0 && every * DAY < 60_000) {
    refuse("NUMBER_RANGE", `${path}/every`, "expected 0, or at least a minute between steps.");
  }
  checkNumber(waiting, { least: 0, most: MOST_POINTS, isWhole: true }, `${path}/waiting`, refuse);
  checkNumber(again, { least: 0, most: MOST_DAYS }, `${path}/again`, refuse);
  if (objective !== undefined) isOneOf(objective, ["coverage", "score"], `${path}/objective`, refuse);
  if (keepFlexible !== undefined) checkFlexible(keepFlexible, `${path}/keepFlexible`, refuse);
  if (patience !== undefined) checkPatience(patience, `${path}/patience`, refuse);
}

function checkFlexible(given: unknown, path: string, refuse: Refuse): void {
  if (!isRecord(given)) {
    refuse("FIELD_TYPE", path, "expected { points }, got something else.");
    return;
  }
  refuseUnknown(given, ["points", "window", "side"], path, refuse);
  if (given["points"] === undefined) refuse("FIELD_MISSING", `${path}/points`, "expected micro-points, got nothing.");
  checkNumber(given["points"], { least: 0, most: MOST_POINTS, isWhole: true }, `${path}/points`, refuse);
  checkNumber(given["window"], { least: 0, most: MOST_DAYS }, `${path}/window`, refuse);
  if (given["side"] !== undefined) isOneOf(given["side"], SIDES, `${path}/side`, refuse);
}

function checkPatience(given: unknown, path: string, refuse: Refuse): void {
  if (!isRecord(given)) {
    refuse("FIELD_TYPE", path, "expected { score, days }, got something else.");
    return;
  }
  refuseUnknown(given, ["score", "days"], path, refuse);
  for (const [field, least, most] of [
    ["score", 0, 1],
    ["days", 1, MOST_DAYS],
  ] as const) {
    if (given[field] === undefined) refuse("FIELD_MISSING", `${path}/${field}`, "expected a number, got nothing.");
    checkNumber(given[field], { least, most }, `${path}/${field}`, refuse);
  }
}
