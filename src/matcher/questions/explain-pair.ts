import { problem } from "../../base/error.ts";
import { compareText } from "../../base/text.ts";
import type { AllowedPair, Alternative, PairExplanation } from "../../explain/pair-explanation.ts";
import { refusalOf } from "../../explain/reasons.ts";
import { normalId } from "../../model/ids.ts";
import type { PersonOfSide } from "../../rules/except-for.ts";
import { forcingCost, placementOf, type PricedPlan, slackOf } from "./forcing.ts";
import { edgeOf, type Pin } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { pairOf } from "../../plan/result.ts";

/** A pool with its plan and the prices of it. */
export interface Planned {
  readonly pool: Pool;
  readonly plan: PricedPlan;
  /** Pairs of the result, at `row * mentors + column`. */
  readonly chosen: ReadonlySet<number>;
}

/** Explains any mentor and mentee by id. */
export function explainPair(planned: Planned, mentorId: string, menteeId: string): PairExplanation {
  const { pool } = planned;
  const { mentors, mentees } = pool.program;
  const column = indexOf(mentors, mentorId, "mentorId", "mentor");
  const row = indexOf(mentees, menteeId, "menteeId", "mentee");
  const edge = edgeOf(pool.graph, row, column);
  if (edge >= 0) return explainAllowed(planned, { row, column, edge });
  return {
    status: "refused",
    mentorId: mentors[column]?.id ?? "",
    menteeId: mentees[row]?.id ?? "",
    reasons: pool.graph.rulesAgainst(row, column).map(refusalOf),
  };
}

function explainAllowed({ pool, plan, chosen }: Planned, pin: Pin): AllowedPair {
  const { mentors, mentees } = pool.program;
  const { row, column } = pin;
  const found = pairOf(mentors[column], mentees[row], pool.score.explainPair(row, column));
  const isChosen = chosen.has(row * mentors.length + column);
  const { mentorId, menteeId, score, informed, contributions, reasons, meetings } = found;
  return {
    status: isChosen ? "chosen" : "possible",
    mentorId,
    menteeId,
    score,
    informed,
    contributions,
    reasons,
    meetings,
    forcing: isChosen ? NO_COST : forcingCost(pool, plan, pin),
  };
}

const NO_COST = {
  status: "possible",
  people: 0,
  score: 0,
  isTied: true,
  reasons: [{ about: "forcing", en: "The plan holds this pair.", tr: "Plan bu eşleşmeyi içeriyor." }],
} as const;

/**
 * The `count` other partners of a person who cost the plan least, ties by higher score, then id.
 *
 * Candidates are tried in the order of their slack, which is never more than the cost; so most are never tried.
 */
export function alternativesOf(planned: Planned, asked: PersonOfSide, count: number): readonly Alternative[] {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw problem("NUMBER_RANGE", "/count", "expected a whole number of at least 1.");
  }
  const { pool, plan, chosen } = planned;
  const { mentors, mentees } = pool.program;
  const pins =
    "mentorId" in asked
      ? candidatesOf(pool, "mentor", indexOf(mentors, asked.mentorId, "id", "mentor"))
      : candidatesOf(pool, "mentee", indexOf(mentees, asked.menteeId, "id", "mentee"));
  const scoreOf = ({ edge }: Pin): number => pool.graph.scoreAt[edge] ?? 0;
  const isChosen = ({ row, column }: Pin): boolean => chosen.has(row * mentors.length + column);
  const placement = placementOf(plan, pool);
  const best = Math.max(0, ...pins.filter(isChosen).map(scoreOf));
  const open = pins
    .filter((pin) => !isChosen(pin))
    .map((pin) => ({ pin, slack: slackOf(plan, scoreOf(pin), pin) }))
    .sort((a, b) => a.slack - b.slack || scoreOf(b.pin) - scoreOf(a.pin));
  const found: Alternative[] = [];
  const worst = (): number => costOf(placement, found[count - 1]);
  for (const { pin, slack } of open) {
    if (found.length >= count && slack > worst()) break;
    const { status, forcing, ...explained } = explainAllowed(planned, pin);
    if (status !== "possible" || forcing.status !== "possible") continue;
    found.push({ ...explained, status, forcing, scoreGap: best - explained.score });
    found.sort((a, b) => costOf(placement, a) - costOf(placement, b) || b.score - a.score || comparePairs(a, b));
  }
  return found.slice(0, count);
}

/** Micro-points of a cost, each person placed worth `placement`. */
function costOf(placement: number, alternative: Alternative | undefined): number {
  if (alternative === undefined) return Infinity;
  return alternative.forcing.people * placement + alternative.forcing.score;
}

function comparePairs(a: Alternative, b: Alternative): number {
  return compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId);
}

/** The candidate pairs of a person. */
export function candidatesOf({ graph, program }: Pool, side: "mentor" | "mentee", person: number): readonly Pin[] {
  const { rowStart, columnAt } = graph;
  if (side === "mentee") {
    const start = rowStart[person] ?? 0;
    const columns = columnAt.subarray(start, rowStart[person + 1]);
    return Array.from(columns, (column, place) => ({ row: person, column, edge: start + place }));
  }
  return program.mentees.flatMap((_, row): readonly Pin[] => {
    const edge = edgeOf(graph, row, person);
    return edge < 0 ? [] : [{ row, column: person, edge }];
  });
}

/** Index of a person by id, in normal form. */
export function indexOf(
  people: readonly { readonly id: string }[],
  id: string,
  field: string,
  side: "mentor" | "mentee",
): number {
  const given: unknown = id;
  const index = typeof given === "string" ? people.findIndex((each) => each.id === normalId(given)) : -1;
  if (index >= 0) return index;
  throw problem("ID_UNKNOWN", `/${field}`, `expected the id of a registered ${side}, got another.`);
}
