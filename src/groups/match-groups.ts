import { asPublic } from "../base/public.ts";
import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { compareText } from "../base/text.ts";
import { type MatchInput, type PreparedProgramme, prepareProgramme, type Warning } from "../index.ts";
import { type Packing, type PackingCase, solvePacking } from "../solve/index.ts";
import { allColumns, mostPlaced, packingProblem } from "./columns.ts";
import { groupsInWords } from "./groups-in-words.ts";
import { type FullGroupOptions, type GroupOptions, readGroupOptions } from "./options.ts";
import type { GroupResult } from "./result.ts";
import { type GroupScore, groupScore } from "./score.ts";
import { pairSeats, type Seats, seatsOf } from "./seats.ts";
import type { Shape } from "./shape.ts";
import { unmatchedMembers } from "./unmatched.ts";
import { type Counted, proofText } from "./words.ts";

/**
 * Finds the best groups: some mentors around each mentee, judged together, or circles.
 *
 * Everybody is in one group at most (somebody on both sides, in one for each side; in circles in one), so a capacity above 1
 * counts as 1. Every mentee and mentor of a group are a pair that all rules allow; two members of a circle who are on both sides
 * need to be one in one direction, and count as a pair in those that are allowed. Between members of one side the rules hold
 * that make sense between any two people: reporting lines, `avoid`, bans, earlier pairs, different fields, languages, time
 * zones, meeting times, and custom rules with `between: "anyTwo"`; not those on generations, levels and topics. The score of a
 * group is the mean of its pairs' scores and the joint criteria, by weight.
 *
 * All groups are scored, then chosen by an exact search: `optimal` is proved, and so is the gap of `feasible`. Groups of one mentor and
 * one mentee without joint criteria are the pairs of `matchPairs` where everybody has one place. The same input gives the same groups, whatever its order.
 *
 * @throws TersineError with every problem of the options, or of the input, at once; OPTION_CONFLICT for minimum loads;
 *   LIMIT_ITEMS if there are more possible groups than `limits.columns`; LIMIT_WEIGHTS; CRITERION_THREW, CRITERION_RESULT
 * @example
 * matchGroups(input, { of: { mentors: 2 }, joint: [coveredBy("any"), commonTime(), different("department", { among: "mentors" })] });
 */
export function matchGroups(input: MatchInput, options: GroupOptions): GroupResult {
  return asPublic("matchGroups", () => {
    const read = readGroupOptions(options);
    const programme = prepareProgramme(input, read.match);
    refuseMinimumLoads(programme, input);
    const seats = read.isPairs ? pairSeats(programme) : seatsOf(programme, read.shape);
    const score = groupScore(programme, seats, read.joint, read.hasPairs, mostPairs(read.shape));
    const ground = { programme, read, seats, score };
    return resultOf(ground, read.isPairs ? asPairs(ground) : solve(ground));
  });
}

interface Ground {
  readonly programme: PreparedProgramme;
  readonly read: FullGroupOptions;
  readonly seats: Seats;
  readonly score: GroupScore;
}

/** Chosen groups by their seats, with what is proved. */
interface Solved {
  readonly chosen: readonly (readonly number[])[];
  readonly result: Pick<GroupResult, "status" | "gap" | "proof">;
  /** Possible groups, and those of each seat. */
  readonly possible: number;
  readonly possibleOf: Int32Array;
}

function solve({ programme, read, seats, score }: Ground): Solved {
  const columns = allColumns(seats, read.shape, score, read.columns);
  if (!columns.isAll) throw tooMany(read.columns);
  const counts = countsOf(programme);
  const most = counts === "nobody" ? 0 : mostPlaced(seats, read.shape, counts);
  const packing = solvePacking(
    packingProblem(seats, columns, counts, most),
    read.work === undefined ? {} : { work: read.work },
  );
  const { columnStart, rowAt, scoreAt } = columns;
  const chosen = Array.from(packing.chosen, (column) =>
    Array.from(rowAt.subarray(columnStart[column], columnStart[column + 1])),
  );
  const possibleOf = new Int32Array(seats.all.length);
  for (const seat of rowAt) possibleOf[seat]! += 1;
  return { chosen, result: provedBy(packing, counts), possible: scoreAt.length, possibleOf };
}

/** People of which side the objective counts. */
function countsOf({ objective, coverage }: PreparedProgramme): Counted {
  return objective === "coverage" ? coverage : "nobody";
}

function provedBy(
  { status, proof: { counted, total: bound }, total, counted: placed }: Packing,
  counts: Counted,
): Solved["result"] {
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
      ...proofText(status === "optimal", share, cases, counts),
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

/** Groups of two without joint criteria: the pairs of a match in which everybody has one place. */
function asPairs({ programme, seats, score }: Ground): Solved {
  const result = programme.match({ places: 1 });
  if (result.status === "infeasible") throw problem("INTERNAL", "", "pairs without demands cannot be infeasible.");
  const mentees = new Map(seats.all.flatMap(({ id, mentee }, seat) => (mentee < 0 ? [] : [[id, seat] as const])));
  const mentors = new Map(seats.all.flatMap(({ id, mentor }, seat) => (mentor < 0 ? [] : [[id, seat] as const])));
  const chosen = result.pairs.map(({ menteeId, mentorId }) => [mentees.get(menteeId)!, mentors.get(mentorId)!]);
  const worth = chosen.reduce((sum, members) => sum + 2 * score.of(members, 2), 0);
  const counts = countsOf(programme);
  const people = counts === "nobody" ? {} : { people: chosen.length * (counts === "both" ? 2 : 1) };
  const possibleOf = new Int32Array(seats.all.length);
  let possible = 0;
  for (const mentee of mentees.values()) {
    for (const mentor of mentors.values()) {
      if (!seats.isAllowed(mentee, mentor)) continue;
      possible += 1;
      possibleOf[mentee]! += 1;
      possibleOf[mentor]! += 1;
    }
  }
  return {
    chosen,
    result: {
      status: "optimal",
      proof: { kind: "prices", ...people, worth, cases: 1, ...proofText(true, 0, 1, counts) },
    },
    possible,
    possibleOf,
  };
}

function resultOf({ programme, read, seats, score }: Ground, solved: Solved): GroupResult {
  const { result, possible, possibleOf } = solved;
  const chosen = inOrder(programme, seats, solved.chosen);
  const isPlaced = new Uint8Array(seats.all.length);
  for (const members of chosen) for (const seat of members) isPlaced[seat] = 1;
  const groups = groupsInWords(programme, seats, score, chosen);
  const placed = seats.all.filter((_, seat) => isPlaced[seat] === 1);
  const worth = chosen.reduce((sum, members, at) => sum + members.length * groups.scores[at]!, 0);
  return {
    status: result.status,
    groups: groups.told,
    unmatched: unmatchedMembers(programme, seats, read.shape, possibleOf, isPlaced),
    totals: {
      groups: chosen.length,
      mentees: programme.mentees.length,
      mentors: programme.mentors.length,
      placedMentees: placed.filter(({ mentee }) => mentee >= 0).length,
      placedMentors: placed.filter(({ mentor }) => mentor >= 0).length,
      people: placed.length,
      score: groups.scores.reduce((sum, each) => sum + each, 0),
      worth,
      possible,
    },
    ...(result.gap === undefined ? {} : { gap: result.gap }),
    proof: result.proof,
    warnings: [...programme.warnings, ...unusedPlaces(programme)],
    manifest: { ...programme.manifest, groups: read.record },
  };
}

/** Groups by the first mentee of each: places among the mentees are in the order of their ids. */
function inOrder(
  { mentees }: PreparedProgramme,
  { all }: Seats,
  chosen: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const firstOf = (members: readonly number[]): number =>
    members.reduce((first, seat) => {
      const { mentee } = all[seat]!;
      return mentee < 0 ? first : Math.min(first, mentee);
    }, mentees.length);
  return [...chosen].sort((a, b) => firstOf(a) - firstOf(b));
}

/** Capacities that say more than groups can honour. */
function unusedPlaces({ mentees, mentors }: PreparedProgramme): readonly Warning[] {
  const stating = [...mentees, ...mentors].filter(({ capacity }) => capacity > 1);
  const ids = [...new Set(stating.map(({ id }) => id))].sort(compareText);
  if (ids.length === 0) return [];
  return [
    {
      code: "WISH_UNUSED",
      en: `${counted(ids.length, "participant")} stated a capacity above 1, which counts as 1: everybody is in one group at most.`,
      tr: `${figureText(ids.length).tr} katılımcı 1'den büyük kapasite belirtti; herkes en çok bir grupta yer aldığı için bu 1 sayılır.`,
      ids,
    },
  ];
}

/** Most pairs of a mentee and a mentor in a group of these sizes. */
function mostPairs({ isCircle, people, mentees, mentors }: Shape): number {
  return isCircle ? people[1] * (people[1] - 1) : mentees[1] * mentors[1];
}

/** Refuses all minimum loads at once: a group that must be cannot be promised. */
function refuseMinimumLoads({ mentees, mentors }: PreparedProgramme, input: MatchInput): void {
  const issuesOf = (
    side: "mentors" | "mentees",
    people: readonly { readonly id: string; readonly minimumLoad: number }[],
  ): readonly TersineIssue[] =>
    people.flatMap(({ id, minimumLoad }): readonly TersineIssue[] => {
      if (minimumLoad === 0) return [];
      const place = input[side].findIndex((entry) => entry.id.normalize("NFC") === id);
      const message = "expected no minimum load: groups do not know it.";
      return [{ code: "OPTION_CONFLICT", path: `/${side}/${String(place)}/minimumLoad`, message }];
    });
  throwIssues([...issuesOf("mentors", mentors), ...issuesOf("mentees", mentees)]);
}

function tooMany(most: number): Error {
  return problem(
    "LIMIT_ITEMS",
    "/limits/columns",
    `expected at most ${String(most)} possible groups, got more. Ask for smaller groups, split the programme, or raise limits.columns.`,
  );
}
