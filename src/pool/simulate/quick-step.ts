import { at } from "../../base/at.ts";
import type { MatchOptions } from "../../index.ts";
import { solveAssignment, type SparseProblem } from "../../solve/index.ts";
import { cameWithin, isBelow } from "../decide.ts";
import type { PoolEvent, ProposedPair } from "../event.ts";
import { throwingAll } from "../issues.ts";
import type { PoolPolicy } from "../policy.ts";
import { presentIn, sendHome } from "../present.ts";
import { isMet, type Member, type Roster, runs } from "../roster.ts";
import { after, knownInstant, nextStep } from "../time.ts";
import { hasUrgency, type Present, type Share, total, waitedDays, weigh } from "../worth.ts";
import { edgeIn, type Table } from "./table.ts";

/** What a replay keeps of a step. */
export interface StepFigures {
  readonly events: readonly PoolEvent[];
  readonly proposed: readonly ProposedPair[];
  /** Those with a free place before the step. */
  readonly mentees: number;
  readonly mentors: number;
  /** Those for whom a pair is held back. */
  readonly held: number;
  readonly next: string | null;
}

/** The pairs of a step: rows and columns are places in the lists of those present. */
interface Choice extends SparseProblem {
  /** Pair of the table of each edge. */
  readonly pairAt: Int32Array;
  /** Pairs that patience holds back. */
  readonly held: readonly (readonly [mentee: Member, mentor: Member])[];
}

/**
 * The step of `poolStep` where scores and rules are known: the same pairs, without reading, scoring or explaining anything.
 * The choice is exact, its ties canonical, its prices checked.
 */
export function quickStep(
  roster: Roster,
  now: string,
  policy: PoolPolicy,
  options: MatchOptions,
  table: Table,
): StepFigures {
  const instant = knownInstant(now);
  const gone = sendHome(roster, instant);
  const present = inTableOrder(presentIn(roster), table);
  const problem = choiceOf(roster, present, instant, policy, options, table);
  const answer = solveAssignment(problem, { ties: "canonical" });
  if (answer.status === "infeasible") throw new RangeError("expected no demands in a pool");
  const proposed = Array.from(answer.rowOf, (row, pair): ProposedPair => {
    const [mentee, mentor] = [present.mentees[row], present.mentors[answer.columnOf[pair] ?? 0]];
    if (mentee === undefined || mentor === undefined) throw new RangeError("expected people of the step");
    return pairOf(mentee, mentor, table);
  });
  const run: PoolEvent = { at: now, run: proposed };
  throwingAll((refuse) => {
    runs(roster, run, "", refuse);
  });
  roster.now = now;
  // both have a place left
  const held = new Set(problem.held.filter((pair) => pair.every(({ places }) => places > 0)).flat());
  const ends = [...held].map(({ sinceMs }) => after(sinceMs, policy.patience?.days ?? 0));
  return {
    events: [...gone, run],
    proposed,
    mentees: present.mentees.length,
    mentors: present.mentors.length,
    held: held.size,
    next: nextStep(instant, policy.every, ends),
  };
}

function pairOf(mentee: Member, mentor: Member, table: Table): ProposedPair {
  const [row, column] = [placeIn(table.rowOf, mentee), placeIn(table.columnOf, mentor)];
  const score = table.scoreAt[edgeIn(table, row, column)];
  if (score === undefined) throw new RangeError("expected a pair of the table");
  return { mentorId: table.mentors[column] ?? "", menteeId: table.mentees[row] ?? "", score };
}

function placeIn(placeOf: ReadonlyMap<string, number>, { id }: Member): number {
  const place = placeOf.get(id);
  if (place === undefined) throw new RangeError("expected somebody of the table");
  return place;
}

/** The order that decides ties is that of the table. */
function inTableOrder({ mentees, mentors }: Present, { rowOf, columnOf }: Table): Present {
  return {
    mentees: [...mentees].sort((a, b) => placeIn(rowOf, a) - placeIn(rowOf, b)),
    mentors: [...mentors].sort((a, b) => placeIn(columnOf, a) - placeIn(columnOf, b)),
  };
}

function choiceOf(
  roster: Roster,
  present: Present,
  now: number,
  policy: PoolPolicy,
  options: MatchOptions,
  table: Table,
): Choice {
  const { mentees, mentors } = present;
  const placeOf = new Int32Array(table.mentors.length).fill(-1);
  mentors.forEach((mentor, place) => (placeOf[placeIn(table.columnOf, mentor)] = place));
  const addedTo = weigh(policy, hasUrgency(policy, options), now, present, sharesIn(roster, now, policy, table));
  const met = metPairs(roster, mentees, now, policy, table);
  const held: (readonly [Member, Member])[] = [];
  const rowStart = new Int32Array(mentees.length + 1);
  const [columnAt, weightAt, pairAt]: [number[], number[], number[]] = [[], [], []];
  mentees.forEach((mentee, place) => {
    const row = placeIn(table.rowOf, mentee);
    for (let pair = at(table.rowStart, row); pair < at(table.rowStart, row + 1); pair += 1) {
      const column = at(placeOf, at(table.columnAt, pair));
      if (column < 0 || met.has(pair)) continue;
      const mentor = at(mentors, column);
      const score = at(table.scoreAt, pair);
      if (policy.patience !== undefined && isBelow(policy.patience, score, waitedDays(mentee, mentor, now))) {
        held.push([mentee, mentor]);
        continue;
      }
      columnAt.push(column);
      weightAt.push(score + total(addedTo(mentee, mentor)));
      pairAt.push(pair);
    }
    rowStart[place + 1] = columnAt.length;
  });
  const objective = policy.objective ?? options.objective ?? "coverage";
  return {
    layout: "sparse",
    rows: mentees.length,
    columns: mentors.length,
    rowStart,
    columnAt: Int32Array.from(columnAt),
    weightAt: Float64Array.from(weightAt),
    rowCapacity: Int32Array.from(mentees, ({ places }) => places),
    columnCapacity: Int32Array.from(mentors, ({ places }) => places),
    unmatched: objective === "coverage" ? "last" : "free",
    pairAt: Int32Array.from(pairAt),
    held,
  };
}

/** Pairs of the table that must not be proposed now. */
function metPairs(
  roster: Roster,
  mentees: readonly Member[],
  now: number,
  { again }: PoolPolicy,
  table: Table,
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const mentee of mentees) {
    for (const mentorId of roster.partners.get(mentee.id) ?? []) {
      const column = table.columnOf.get(mentorId);
      if (column === undefined || !isMet(roster, { menteeId: mentee.id, mentorId }, now, again)) continue;
      met.add(edgeIn(table, placeIn(table.rowOf, mentee), column));
    }
  }
  return met;
}

function sharesIn(roster: Roster, now: number, { keepFlexible }: PoolPolicy, table: Table): (kept: Member) => Share {
  const { points = 0, window, side = "mentor" } = keepFlexible ?? {};
  if (points === 0) return () => ({ served: 0, seen: 0 });
  const isMentor = side === "mentor";
  const others: ReadonlyMap<string, Member> = isMentor ? roster.mentee : roster.mentor;
  const recent = [...others.values()].filter(({ joinedMs }) => cameWithin(joinedMs, now, window));
  const served = new Int32Array(isMentor ? table.mentors.length : table.mentees.length);
  if (isMentor) countColumns(recent, table, served);
  else countRows(recent, table, served);
  const placeOf = isMentor ? table.columnOf : table.rowOf;
  return (kept) => ({ served: served[placeIn(placeOf, kept)] ?? 0, seen: recent.length });
}

function countColumns(mentees: readonly Member[], table: Table, served: Int32Array): void {
  const { rowStart, columnAt } = table;
  for (const mentee of mentees) {
    const row = placeIn(table.rowOf, mentee);
    for (const column of columnAt.subarray(rowStart[row], rowStart[row + 1])) served[column] = at(served, column) + 1;
  }
}

function countRows(mentors: readonly Member[], table: Table, served: Int32Array): void {
  const { rowStart, columnAt } = table;
  const isRecent = new Uint8Array(table.mentors.length);
  for (const mentor of mentors) isRecent[placeIn(table.columnOf, mentor)] = 1;
  for (let row = 0; row < served.length; row += 1) {
    for (const column of columnAt.subarray(rowStart[row], rowStart[row + 1])) {
      served[row] = at(served, row) + at(isRecent, column);
    }
  }
}
