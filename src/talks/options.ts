import { throwIssues } from "../base/error.ts";
import { isRecord, issue, unknownFields } from "../base/given.ts";
import { type MatchOptions, partnerLimit, type Quota, type TersineIssue } from "../index.ts";
import { isWhole } from "./issues.ts";

/** How many talks: exactly so many, or from the fewest to the most. */
export type TalkRange = number | readonly [fewest: number, most: number];

/** How many talks everybody of each side is to have. */
export interface TalkCounts {
  /** @default 3 */
  readonly mentees?: TalkRange;
  /** @default [2, 4] */
  readonly mentors?: TalkRange;
  /**
   * Whether the fewest are a condition: then a list that cannot give them to everybody is `infeasible`, with what conflicts.
   * Otherwise they give way where they must, as little as can be, and `fewer` says for whom and why.
   * @default false
   */
  readonly hard?: boolean;
}

/** Options of the match count too; `limits.work` is 50,000,000 by default. */
export interface ShortlistOptions extends Omit<MatchOptions, "furtherPartners" | "fixes"> {
  /** @default mentees 3, mentors 2 to 4 */
  readonly talks?: TalkCounts;
  /**
   * Whether one talk of each mentee is to be with a mentor of their `choices`, where a rule allows one. Numbers of talks come
   * before it. @default false
   */
  readonly favourite?: boolean;
  /**
   * Most partners of one department that anybody has on the list, at least 1: an integer programme, searched within
   * `limits.work`. @default no limit
   */
  readonly spread?: number;
}

/** The options read, with all defaults. */
export interface ReadTalks {
  readonly match: MatchOptions;
  readonly mentees: readonly [fewest: number, most: number];
  readonly mentors: readonly [fewest: number, most: number];
  readonly isHard: boolean;
  readonly favourite: boolean;
}

/** Most talks of one person in a round. */
const MOST_TALKS = 100;

/**
 * Steps of a search under quotas, unless the caller says otherwise: a list may take several searches, one for each number of
 * talks that has to give way.
 */
const WORK = 50_000_000;

/**
 * Reads what is asked of a list. Options of the match are checked where they are used.
 *
 * @throws TersineError FIELD_TYPE, FIELD_UNKNOWN, NUMBER_RANGE, LOAD_RANGE, OPTION_CONFLICT
 */
export function readTalks(options: ShortlistOptions): ReadTalks {
  if (!isRecord(options)) throwIssues([issue("FIELD_TYPE", "", "expected an object of options.")]);
  const { talks = {}, favourite = false, spread, ...match } = options;
  const issues = [
    ...(isRecord(talks) ? [] : [issue("FIELD_TYPE", "/talks", "expected { mentees, mentors }.")]),
    ...unknownFields(isRecord(talks) ? talks : {}, ["mentees", "mentors", "hard"], "/talks"),
    ...rangeIssues(talks.mentees, "/talks/mentees"),
    ...rangeIssues(talks.mentors, "/talks/mentors"),
    ...booleanIssues(talks.hard, "/talks/hard"),
    ...booleanIssues(favourite, "/favourite"),
    ...(spread === undefined || isWhole(spread, 1, MOST_TALKS)
      ? []
      : [issue("NUMBER_RANGE", "/spread", `expected a whole number from 1 to ${MOST_TALKS}.`)]),
    ...objectiveIssues(match),
  ];
  throwIssues(issues);
  const { quotas = [], limits = {} } = match;
  const all = spread === undefined ? quotas : [...quotas, ...spreadLimits(spread)];
  return {
    match: all.length === 0 ? match : { ...match, quotas: all, limits: { work: WORK, ...limits } },
    mentees: rangeOf(talks.mentees, [3, 3]),
    mentors: rangeOf(talks.mentors, [2, 4]),
    isHard: talks.hard ?? false,
    favourite,
  };
}

function rangeOf(
  given: TalkRange | undefined,
  otherwise: readonly [number, number],
): readonly [fewest: number, most: number] {
  if (given === undefined) return otherwise;
  return typeof given === "number" ? [given, given] : [given[0], given[1]];
}

function rangeIssues(given: unknown, path: string): readonly TersineIssue[] {
  if (given === undefined || isWhole(given, 1, MOST_TALKS)) return [];
  const expected = `expected a whole number from 1 to ${MOST_TALKS}, or [fewest, most]`;
  if (!Array.isArray(given) || given.length !== 2) return [issue("NUMBER_RANGE", path, `${expected}.`)];
  const [fewest, most] = Array.from<unknown>(given);
  const wrong = [
    ...(isWhole(fewest, 0, MOST_TALKS) ? [] : [issue("NUMBER_RANGE", `${path}/0`, `${expected}, got another.`)]),
    ...(isWhole(most, 1, MOST_TALKS) ? [] : [issue("NUMBER_RANGE", `${path}/1`, `${expected}, got another.`)]),
  ];
  if (wrong.length > 0 || Number(fewest) <= Number(most)) return wrong;
  return [issue("LOAD_RANGE", path, "expected the fewest before the most, got more than that.")];
}

function booleanIssues(given: unknown, path: string): readonly TersineIssue[] {
  return given === undefined || typeof given === "boolean"
    ? []
    : [issue("FIELD_TYPE", path, "expected true or false.")];
}

function objectiveIssues(match: object): readonly TersineIssue[] {
  const objective: unknown = Reflect.get(match, "objective");
  const issues = ["furtherPartners", "fixes"]
    .filter((key) => Reflect.get(match, key) !== undefined)
    .map((key) => issue("OPTION_CONFLICT", `/${key}`, "expected no such option for a list of talks."));
  if (objective === undefined || objective === "coverage" || objective === "score") return issues;
  const message = "expected the objective coverage or score: others promise no number of talks.";
  return [...issues, issue("OPTION_CONFLICT", "/objective", message)];
}

/** At most so many partners of one department, for everybody. */
function spreadLimits(max: number): readonly Quota[] {
  return [
    partnerLimit("a mentee's talks in one department", { of: "mentee", by: "department", max }),
    partnerLimit("a mentor's talks in one department", { of: "mentor", by: "department", max }),
  ];
}
