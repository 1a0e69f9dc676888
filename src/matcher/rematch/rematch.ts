import { checkPlainGoal } from "../../plan/goal.ts";
import { counted } from "../../base/figures.ts";
import { scaleText } from "../../score/scale.ts";
import { problem as fault, throwIssues, type TersineIssue } from "../../base/error.ts";
import { drain } from "../../base/steps.ts";
import type { Rematch, RematchCost } from "../../explain/rematch.ts";
import type { Manifest, MatchResult } from "../../explain/result.ts";
import { hash } from "../../plan/input-hash.ts";
import { explainPairs } from "../../plan/pairs.ts";
import { type Pin, readPins, sortedPins } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { infeasibleResult, matchedResult } from "../../plan/result.ts";
import type { PairOfIds } from "../../rules/ban.ts";
import { isPriced } from "../priced-plan.ts";
import { bestKeeping, idsKey, type KeepingPlan } from "./keep.ts";
import { checkRematch, type PublishedPlan, type RematchOptions } from "./options.ts";
import { findPublished, type PublishedPairs } from "./published.ts";

/**
 * Plans a pool again with as few changes to a published plan as the options ask for; exact, and proved like any match. It
 * has no fixes, which are changes to a free plan.
 *
 * @param free The result without regard to the published plan, of which only the totals are read.
 */
export function rematch(pool: Pool, free: MatchResult, previous: PublishedPlan, options: RematchOptions): Rematch {
  const { objective } = pool.options;
  checkRematch(objective, previous, options);
  checkPlainGoal(pool.options);
  if (!isPriced(objective)) throw fault("INTERNAL", "/objective", "expected no other.");
  const published = findPublished(pool, previous.pairs);
  if (!published.isKnown && previous.pairs.length > 0) {
    const message = "expected a plan of this programme: nobody in it is registered.";
    throw fault("PREVIOUS_UNKNOWN_ID", "/previous/pairs", message);
  }
  const locked = { ...pool, pins: lockedPins(pool, published, options.locked ?? []) };
  const keeping = bestKeeping({ pool: locked, published, objective }, options);
  const manifest = { ...pool.manifest, rematch: recordOf(previous, options) };
  return outcomeOf(resultOf(keeping, manifest), free, published, options);
}

function resultOf({ pool, assignment, worth }: KeepingPlan, manifest: Manifest): MatchResult {
  const recorded = { ...pool, manifest };
  if (assignment.status === "infeasible") return drain(infeasibleResult(recorded, assignment));
  const pairs = drain(explainPairs(recorded, assignment));
  return drain(matchedResult(recorded, assignment, pairs, worth === undefined ? {} : { worth }));
}

function recordOf(
  { pairs }: PublishedPlan,
  { stability, maximumChanges, locked }: RematchOptions,
): NonNullable<Manifest["rematch"]> {
  return {
    published: hash(JSON.stringify(sortedPins(pairs))),
    ...(maximumChanges === undefined ? { stability: stability ?? "first" } : {}),
    ...(maximumChanges === undefined ? {} : { maximumChanges: maximumChanges === Infinity ? null : maximumChanges }),
    ...(locked === undefined ? {} : { locked: locked === "all" ? locked : sortedPins(locked) }),
  };
}

/** The pool's pins and the locked pairs. */
function lockedPins(
  pool: Pool,
  { pairs }: PublishedPairs,
  locked: NonNullable<RematchOptions["locked"]>,
): readonly Pin[] {
  const { program, graph, options } = pool;
  const pinned = options.pins.length;
  if (locked === "all") {
    const pathOf = (position: number): string => (position < pinned ? `/pins/${position}` : "/locked");
    return readPins(program, graph, [...options.pins, ...pairs], pathOf);
  }
  const isPublished = new Set(pairs.map(idsKey));
  const issues: TersineIssue[] = [];
  locked.forEach((pair, position) => {
    const [one] = sortedPins([pair]);
    if (one !== undefined && isPublished.has(idsKey(one))) return;
    const message = "expected a published pair that can stay, got another.";
    const hint = "Pin a pair that is not published; see what breaks the published ones without locking them.";
    issues.push({ code: "PAIR_CONFLICT", path: `/locked/${position}`, message, hint });
  });
  throwIssues(issues);
  const pathOf = (position: number): string =>
    position < pinned ? `/pins/${position}` : `/locked/${position - pinned}`;
  return readPins(program, graph, [...options.pins, ...locked], pathOf);
}

function outcomeOf(
  result: MatchResult,
  free: MatchResult,
  published: PublishedPairs,
  options: RematchOptions,
): Rematch {
  if (result.status === "infeasible") return { result, kept: [], broken: published.broken, gained: [] };
  const wasPublished = new Set(published.pairs.map(idsKey));
  const isHeld = new Set(result.pairs.map(idsKey));
  const ids = ({ mentorId, menteeId }: PairOfIds): PairOfIds => ({ mentorId, menteeId });
  const givenUp = published.pairs.filter((pair) => !isHeld.has(idsKey(pair)));
  const broken = [...published.broken, ...givenUp.map((pair) => ({ ...pair, ...givenUpReason(options) }))];
  const order = new Map(sortedPins(broken).map((pair, place) => [idsKey(pair), place]));
  return {
    result,
    kept: result.pairs.filter((pair) => wasPublished.has(idsKey(pair))).map(ids),
    broken: broken.sort((a, b) => (order.get(idsKey(a)) ?? 0) - (order.get(idsKey(b)) ?? 0)),
    gained: result.pairs.filter((pair) => !wasPublished.has(idsKey(pair))).map(ids),
    ...(free.status === "infeasible" ? {} : { cost: costOf(free.totals, result.totals) }),
  };
}

type Totals = Extract<MatchResult, { readonly totals: unknown }>["totals"];

function costOf(free: Totals, held: Totals): RematchCost {
  return {
    people: free.placedMentors + free.placedMentees - held.placedMentors - held.placedMentees,
    score: free.score - held.score,
  };
}

function givenUpReason({ stability = "first", maximumChanges }: RematchOptions) {
  const about = "givenUp";
  const points = scaleText(stability === "first" ? 0 : stability);
  const [en, tr] =
    maximumChanges !== undefined
      ? [
          `The best plan that gives up at most ${counted(maximumChanges, "published pair")} does not keep this one.`,
          `Yayımlanmış eşleşmelerden en çok ${maximumChanges} tanesinden vazgeçen en iyi plan bu eşleşmeyi korumuyor.`,
        ]
      : stability === "first"
        ? [
            "The best of the plans that keep most published pairs does not keep this one.",
            "En çok sayıda yayımlanmış eşleşmeyi koruyan en iyi plan bunu korumuyor.",
          ]
        : [
            `With ${points.en} for each published pair kept, the best plan does not keep this one.`,
            `Korunan her yayımlanmış eşleşme için ${points.tr} eklendiğinde en iyi plan bunu korumuyor.`,
          ];
  return { because: "givenUp", reasons: [{ about, audience: "organiser", en, tr }] } as const;
}
