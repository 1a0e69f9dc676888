import type { MatchResult } from "../../index.ts";
import type { Side } from "../sentence.ts";
import { compareText } from "./groups.ts";
import { idOf } from "./funnel.ts";
import type { Asked } from "./programme.ts";

/** How many of a group other plans could place. */
export interface Placeable {
  readonly placed: number;
  /** Fewest and most of the group in any plan that is as good as this one by the objective. */
  readonly least: number;
  readonly most: number;
  /** What a plan with one more than `most` loses against this one, exactly; `null`: no plan places so many. */
  readonly oneMore: { readonly people: number; readonly points: number } | null;
}

/**
 * Why it cannot be told: no programme is given; quotas, a stable choice or a rematch, whose good plans have another shape; or
 * more solves than allowed.
 */
export type NotPlaceable = "noProgramme" | "quotas" | "stable" | "rematch" | "tooManySolves";

/** Counts solves, so that an audit ends. */
export interface Budget {
  left: number;
}

/** Why plans of this result cannot be asked about, if so. */
export function whyNotPlaceable({ result }: Asked): NotPlaceable | undefined {
  if (result.manifest.rematch !== undefined) return "rematch";
  if (result.manifest.options.quotas !== undefined) return "quotas";
  return result.manifest.options.objective === "stable" ? "stable" : undefined;
}

/**
 * The least and the most of a group, and the price of one more.
 *
 * Method: without quotas a plan is a flow, so the sets of people of one side whom good plans place are a valuated matroid
 * (Murota 2003, M-natural concavity): whoever can be added to a set that a best plan places is found one by one, and
 * the best plan with one more places all of a largest such set. So each question is a match with minimum loads of 1, or
 * capacities of 0, for people who are named; only people whose price in the proof allows it are tried. Undefined where that
 * takes more solves than are left.
 */
export function placeable(asked: Asked, side: Side, ids: readonly string[], budget: Budget): Placeable | undefined {
  const group = new Set(ids);
  const placedIn = (result: MatchResult): ReadonlySet<string> =>
    new Set(
      result.status === "infeasible" ? [] : result.pairs.map((pair) => idOf(pair, side)).filter((id) => group.has(id)),
    );
  const now = placedIn(asked.result);
  const best = worthOf(asked.result);
  const search: Search = { asked, side, best, placedIn, budget };
  const most = mostOf(search, now, openPeople(asked, side, group));
  const least = most === undefined ? undefined : leastOf(search, now, ids);
  if (most === undefined || least === undefined) return undefined;
  return { placed: now.size, least, most: most.count, oneMore: most.oneMore };
}

interface Search {
  readonly asked: Asked;
  readonly side: Side;
  readonly best: readonly number[];
  readonly placedIn: (result: MatchResult) => ReadonlySet<string>;
  readonly budget: Budget;
}

/** People of the group who are left out and have a candidate. */
function openPeople({ result }: Asked, side: Side, group: ReadonlySet<string>): readonly string[] {
  return result.unmatched
    .filter((person) => person.side === side && group.has(person.id) && person.evidence.candidates > 0)
    .filter(({ code }) => code !== "notThisRound")
    .map(({ id }) => id)
    .sort(compareText);
}

function mostOf(
  search: Search,
  now: ReadonlySet<string>,
  open: readonly string[],
): { readonly count: number; readonly oneMore: Placeable["oneMore"] } | undefined {
  let placed = now;
  for (;;) {
    let cheapest: readonly number[] | undefined;
    let larger: ReadonlySet<string> | undefined;
    for (const id of open) {
      if (placed.has(id)) continue;
      const result = solved(
        search,
        [...placed, id].map((each) => ({ id: each, minimumLoad: 1 })),
      );
      if (result === undefined) return undefined;
      if (result.status === "infeasible") continue;
      const worth = worthOf(result);
      if (compareWorths(worth, search.best) === 0) {
        larger = search.placedIn(result);
        break;
      }
      if (cheapest === undefined || compareWorths(worth, cheapest) > 0) cheapest = worth;
    }
    if (larger === undefined) return { count: placed.size, oneMore: priceOf(search.best, cheapest) };
    placed = larger;
  }
}

function leastOf(search: Search, now: ReadonlySet<string>, ids: readonly string[]): number | undefined {
  const out = new Set(ids.filter((id) => !now.has(id)));
  for (const id of peopleWhoMayGo(search.asked, search.side, now)) {
    if (out.has(id)) continue;
    const result = solved(
      search,
      [...out, id].map((each) => ({ id: each, capacity: 0 })),
    );
    if (result === undefined) return undefined;
    if (result.status === "infeasible" || compareWorths(worthOf(result), search.best) !== 0) continue;
    const placed = search.placedIn(result);
    for (const each of ids) if (!placed.has(each)) out.add(each);
  }
  return ids.length - out.size;
}

/** Placed people whom the proof and the demands let go: without pins, minimum loads and a price above that of nobody. */
function peopleWhoMayGo({ result, programme }: Asked, side: Side, placed: ReadonlySet<string>): readonly string[] {
  const pinned = new Set((programme.options?.pins ?? []).map((pin) => idOf(pin, side).normalize("NFC")));
  const entries = side === "mentor" ? programme.input.mentors : programme.input.mentees;
  const bound = new Set(entries.filter(({ minimumLoad = 0 }) => minimumLoad > 0).map(({ id }) => id.normalize("NFC")));
  const { proof } = result;
  const prices = new Map(
    proof.kind === "prices"
      ? (side === "mentor" ? proof.mentors : proof.mentees).map(({ id, price }) => [id, price])
      : [],
  );
  const isHeld = (id: string): boolean => proof.kind === "prices" && (prices.get(id) ?? 0) > -proof.placement;
  return [...placed].filter((id) => !pinned.has(id) && !bound.has(id) && !isHeld(id)).sort(compareText);
}

function solved(
  { asked, side, budget }: Search,
  set: readonly { readonly id: string; readonly minimumLoad?: number; readonly capacity?: number }[],
): MatchResult | undefined {
  if (budget.left <= 0) return undefined;
  budget.left -= 1;
  const entries = side === "mentor" ? asked.programme.input.mentors : asked.programme.input.mentees;
  const loads = new Map(entries.map(({ id, minimumLoad = 0 }) => [id.normalize("NFC"), minimumLoad]));
  const fields = set.map((each) =>
    each.minimumLoad === undefined
      ? each
      : { ...each, minimumLoad: Math.max(each.minimumLoad, loads.get(each.id) ?? 0) },
  );
  const { matcher } = asked;
  return matcher.whatIf(side === "mentor" ? { mentors: { set: fields } } : { mentees: { set: fields } }).result;
}

/** What the objective compares, the first figure first. */
function worthOf(result: MatchResult): readonly number[] {
  if (result.status === "infeasible") return [];
  const { placedMentors, placedMentees, score, pairs } = result.totals;
  const { objective } = result.manifest.options;
  if (objective === "score") return [0, score];
  if (objective !== "fair") return [placedMentors + placedMentees, score];
  const scores = result.pairs.map((pair) => pair.score).sort((a, b) => a - b);
  return [placedMentors + placedMentees, score, pairs, ...scores];
}

/** Under `fair` the total score is told and not compared. */
function compareWorths(a: readonly number[], b: readonly number[]): number {
  const isFair = a.length > 2 || b.length > 2;
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    if (isFair && at === 1) continue;
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function priceOf(best: readonly number[], cheapest: readonly number[] | undefined): Placeable["oneMore"] {
  if (cheapest === undefined) return null;
  const [people = 0, points = 0] = best;
  const [fewer = 0, less = 0] = cheapest;
  return { people: people - fewer, points: points - less };
}
