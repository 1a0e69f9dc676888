import { asPublic } from "../base/public.ts";
import { type MatchInput, type PreparedProgramme, prepareProgramme } from "../index.ts";
import { type Packing, type PackingCase, solvePacking } from "../solve/index.ts";
import { allColumns, type GroupColumns, mostPlaced, packingProblem } from "./columns.ts";
import { groupsInWords } from "./groups-in-words.ts";
import { type FullGroupOptions, type GroupOptions, readGroupOptions } from "./options.ts";
import { problem } from "../base/error.ts";
import type { GroupResult } from "./result.ts";
import { type GroupScore, groupScore } from "./score.ts";
import { type Seats, seatsOf } from "./seats.ts";
import type { Shape } from "./shape.ts";
import { unmatchedMembers } from "./unmatched.ts";
import { proofText } from "./words.ts";

/**
 * Finds the best groups: some mentors around each mentee, judged together, or circles.
 *
 * Everybody is in one group at most (somebody on both sides, in one for each side; in circles in one), so a capacity above 1
 * counts as 1. Every mentee and mentor of a group are a pair that all rules allow. Between members of one side the rules hold
 * that make sense between any two people: reporting lines, `avoid`, bans, earlier pairs, different fields, languages, time
 * zones, meeting times, and custom rules with `between: "anyTwo"`; not those on generations, levels and topics. The score of a
 * group is the mean of its pairs' scores and the joint criteria, by weight.
 *
 * All groups are scored, then chosen by an exact search: `optimal` is proved, and so is the gap of `feasible`. Groups of one mentor and
 * one mentee without joint criteria are the pairs of `matchPairs`. The same input gives the same groups, whatever its order.
 *
 * @throws TersineError with every problem of the options, or of the input, at once; OPTION_CONFLICT for minimum loads;
 *   LIMIT_ITEMS if there are more possible groups than `limits.columns`; LIMIT_WEIGHTS; CRITERION_THREW, CRITERION_RESULT
 * @example
 * matchGroups(input, { of: { mentors: 2 }, joint: [coveredBy("any"), commonTime(), different("department", { among: "mentors" })] });
 */
export function matchGroups(input: MatchInput, options: GroupOptions): GroupResult {
  return asPublic("matchGroups", () => {
    const read = readGroupOptions(options);
    const single = withSinglePlaces(input);
    const programme = prepareProgramme(single, read.match);
    const seats = seatsOf(programme, read.shape);
    const score = groupScore(programme, seats, read.joint, read.hasPairs, mostPairs(read.shape));
    const columns = allColumns(seats, read.shape, score, read.columns);
    if (!columns.isAll) throw tooMany(read.columns);
    const solved = isPairs(read, score) ? asPairs(programme, seats, score) : solve(programme, read, seats, columns);
    return resultOf({ programme, seats, score, shape: read.shape, columns }, solved);
  });
}

/** Chosen groups by their seats, with what is proved. */
interface Solved {
  readonly chosen: readonly (readonly number[])[];
  readonly result: Pick<GroupResult, "status" | "gap" | "proof">;
}

interface Ground {
  readonly programme: PreparedProgramme;
  readonly seats: Seats;
  readonly score: GroupScore;
  readonly shape: Shape;
  readonly columns: GroupColumns;
}

function solve(programme: PreparedProgramme, read: FullGroupOptions, seats: Seats, columns: GroupColumns): Solved {
  const counts = programme.objective === "coverage" ? programme.coverage : "nobody";
  const most = counts === "nobody" ? 0 : mostPlaced(seats, read.shape, counts);
  const packing = solvePacking(
    packingProblem(seats, columns, counts, most),
    read.work === undefined ? {} : { work: read.work },
  );
  const { columnStart, rowAt } = columns;
  const chosen = Array.from(packing.chosen, (column) =>
    Array.from(rowAt.subarray(columnStart[column], columnStart[column + 1])),
  );
  return { chosen, result: provedBy(packing) };
}

function provedBy({ status, proof: { counted, total: bound }, total, counted: placed }: Packing): Solved["result"] {
  const people = counted === undefined ? 0 : counted.atMost - placed;
  const worth = bound.atMost - total;
  const share = total === 0 ? 0 : worth / total;
  const cases = casesOf(bound.tree) + (counted === undefined ? 0 : casesOf(counted.tree));
  return {
    status,
    ...(status === "optimal" ? {} : { gap: { people, worth, share } }),
    proof: {
      kind: "packing",
      ...(counted === undefined ? {} : { people: counted.atMost }),
      worth: bound.atMost,
      cases,
      ...proofText(status === "optimal", share, cases, counted !== undefined),
    },
  };
}

function casesOf(tree: PackingCase): number {
  switch (tree.kind) {
    case "prices":
      return 1;
    case "branch":
      return casesOf(tree.together) + casesOf(tree.apart);
    case "column":
      return casesOf(tree.chosen) + casesOf(tree.others);
  }
}

/** Whether groups are pairs, judged as such. */
function isPairs({ shape: { isCircle, people } }: FullGroupOptions, { parts }: GroupScore): boolean {
  return !isCircle && people[1] === 2 && parts.length === 0;
}

function asPairs(programme: PreparedProgramme, { all }: Seats, score: GroupScore): Solved {
  const result = programme.match();
  if (result.status === "infeasible") throw problem("INTERNAL", "", "pairs without demands cannot be infeasible.");
  const seatOf = new Map(all.map(({ id, mentor }, seat) => [`${mentor < 0 ? "e" : "o"} ${id}`, seat]));
  const chosen = result.pairs.map(({ menteeId, mentorId }) => [
    seatOf.get(`e ${menteeId}`)!,
    seatOf.get(`o ${mentorId}`)!,
  ]);
  const worth = chosen.reduce((sum, members) => sum + 2 * score.of(members, 2), 0);
  const hasPeople = programme.objective === "coverage";
  const people = hasPeople ? { people: 2 * chosen.length } : {};
  return {
    chosen,
    result: {
      status: "optimal",
      proof: { kind: "prices", ...people, worth, cases: 1, ...proofText(true, 0, 1, hasPeople) },
    },
  };
}

function resultOf(ground: Ground, { chosen, result }: Solved): GroupResult {
  const { programme, seats, score, shape, columns } = ground;
  const isPlaced = new Uint8Array(seats.all.length);
  for (const members of chosen) for (const seat of members) isPlaced[seat] = 1;
  const possibleOf = new Int32Array(seats.all.length);
  for (const seat of columns.rowAt) possibleOf[seat]! += 1;
  const groups = groupsInWords(programme, seats, score, chosen);
  const placed = seats.all.filter((_, seat) => isPlaced[seat] === 1);
  const worth = chosen.reduce((sum, members, at) => sum + members.length * groups.scores[at]!, 0);
  return {
    status: result.status,
    groups: groups.told,
    unmatched: unmatchedMembers(programme, seats, shape, possibleOf, isPlaced),
    totals: {
      groups: chosen.length,
      mentees: programme.mentees.length,
      mentors: programme.mentors.length,
      placedMentees: placed.filter(({ mentee }) => mentee >= 0).length,
      placedMentors: placed.filter(({ mentor }) => mentor >= 0).length,
      people: placed.length,
      score: groups.scores.reduce((sum, each) => sum + each, 0),
      worth,
      possible: columns.scoreAt.length,
    },
    ...(result.gap === undefined ? {} : { gap: result.gap }),
    proof: result.proof,
    warnings: programme.warnings,
    manifest: programme.manifest,
  };
}

/** Most pairs of a mentee and a mentor in a group of these sizes. */
function mostPairs({ isCircle, people, mentees, mentors }: Shape): number {
  return isCircle ? people[1] * (people[1] - 1) : mentees[1] * mentors[1];
}

/** The input with a capacity of at most 1 each; minimum loads are refused. Bad input is left as it is, for the match to refuse. */
function withSinglePlaces(input: MatchInput): MatchInput {
  const limited = <Entry extends { readonly capacity?: number | undefined; readonly minimumLoad?: number | undefined }>(
    entries: readonly Entry[],
    side: string,
  ): readonly Entry[] => {
    const given: unknown = entries;
    if (!Array.isArray(given)) return entries;
    return entries.map((entry, place) => {
      const one: unknown = entry;
      if (typeof one !== "object" || one === null) return entry;
      if ((entry.minimumLoad ?? 0) > 0) {
        throw problem(
          "OPTION_CONFLICT",
          `/${side}/${String(place)}/minimumLoad`,
          "expected no minimum load: groups do not know it.",
        );
      }
      return Number.isInteger(entry.capacity) && (entry.capacity ?? 0) > 1 ? { ...entry, capacity: 1 } : entry;
    });
  };
  const given: unknown = input;
  if (typeof given !== "object" || given === null) return input;
  return {
    ...input,
    mentors: limited(input.mentors, "mentors"),
    mentees: limited(input.mentees, "mentees"),
  };
}

function tooMany(most: number): Error {
  return problem(
    "LIMIT_ITEMS",
    "/limits/columns",
    `expected at most ${String(most)} possible groups, got more. Ask for smaller groups, split the programme, or raise limits.columns.`,
  );
}
