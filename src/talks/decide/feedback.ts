import { normalId, pairKey } from "../../base/ids.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, issue, unknownFields } from "../../base/given.ts";
import type { MatchInput, PairOfIds, TersineIssue } from "../../index.ts";
import { isWhole } from "../issues.ts";
import { talkIssues } from "../rounds/graph.ts";

/** What one of the two says after a talk. All but the ids and the side may be absent: silence is no "no". */
export interface TalkFeedback extends PairOfIds {
  /** Who says it. */
  readonly by: "mentor" | "mentee";
  /** 1 (not at all) to 5 (very much). */
  readonly rating?: 1 | 2 | 3 | 4 | 5 | undefined;
  /** Place among the person's talks, 1 for the favourite; counts where there is no rating. */
  readonly rank?: number | undefined;
  /** Whether the person does not want to be paired with the other. Whose it is appears in no result. */
  readonly veto?: boolean | undefined;
}

/** How the values of two sides become one. */
export type BothSides = "lower" | "mean" | "menteeFirst";

/** What was said of the talks. */
export interface ReadFeedback {
  /** Pairs that one of the two does not want. */
  readonly vetoed: ReadonlySet<string>;
  /** What each side said of a pair, from 0 to 1; pairs of which nothing was said are absent. */
  readonly saidOf: ReadonlyMap<string, Said>;
}

export interface Said {
  readonly mentee?: number;
  readonly mentor?: number;
}

const FIELDS = ["mentorId", "menteeId", "by", "rating", "rank", "veto"];

/** The keys of the talks of a list. */
export function readList(list: { readonly pairs: readonly PairOfIds[] }, input: MatchInput): ReadonlySet<string> {
  if (!isRecord(list)) throwIssues([issue("FIELD_TYPE", "/list", "expected a list of talks: { pairs }.")]);
  throwIssues(talkIssues(list.pairs, "/list/pairs"));
  throwIssues(list.pairs.flatMap((pair, at) => unknownIds(pair, `/list/pairs/${at}`, input)));
  return new Set(list.pairs.map(pairKey));
}

/**
 * Reads what was said after the talks.
 *
 * @throws TersineError all together, with paths into the feedback: LIST_EXPECTED, FIELD_TYPE, FIELD_UNKNOWN, ID_TYPE,
 *   ID_UNKNOWN, VALUE_UNKNOWN, NUMBER_RANGE; PAIR_UNKNOWN for two who are not on the list; PAIR_DUPLICATE where one side says
 *   something of a talk twice; FIELD_CONFLICT where somebody gives one rank twice
 */
export function readFeedback(
  feedback: readonly TalkFeedback[],
  talked: ReadonlySet<string>,
  input: MatchInput,
): ReadFeedback {
  if (!Array.isArray(feedback)) throwIssues([issue("LIST_EXPECTED", "/feedback", "expected a list of what was said.")]);
  const counts = talkCounts(talked);
  const seen = new Map<string, string>();
  throwIssues(
    feedback.flatMap((each: unknown, place): readonly TersineIssue[] => {
      const at = `/feedback/${place}`;
      const wrong = shapeIssues(each, at);
      if (wrong.length > 0) return wrong;
      const said = each as TalkFeedback;
      const unknown = unknownIds(said, at, input);
      if (unknown.length > 0) return unknown;
      if (!talked.has(pairKey(said)))
        return [issue("PAIR_UNKNOWN", at, "expected two people who talk on the list, got two who do not.")];
      return [...againIssues(said, at, seen), ...rankIssues(said, at, counts, seen)];
    }),
  );
  const vetoed = new Set(feedback.filter(({ veto }) => veto === true).map(pairKey));
  const saidOf = new Map<string, Said>();
  for (const each of feedback) {
    const value = valueOf(each, counts);
    if (value !== undefined) saidOf.set(pairKey(each), { ...saidOf.get(pairKey(each)), [each.by]: value });
  }
  return { vetoed, saidOf };
}

/** The value of a pair after its talk, from 0 to 1; none without a word of either side. */
export function valueOfBoth({ mentee, mentor }: Said, both: BothSides): number | undefined {
  if (mentee === undefined || mentor === undefined) return mentee ?? mentor;
  if (both === "menteeFirst") return mentee;
  return both === "lower" ? Math.min(mentee, mentor) : (mentee + mentor) / 2;
}

/** A rating of 1 is 0 and one of 5 is 1; the first of n ranks is 1 and the last 1 ÷ n, since the last of a list is no "no". */
function valueOf(said: TalkFeedback, counts: ReadonlyMap<string, number>): number | undefined {
  const { rating, rank } = said;
  if (rating !== undefined) return (rating - 1) / 4;
  if (rank === undefined) return undefined;
  const talks = counts.get(speakerOf(said)) ?? 1;
  return (talks - rank + 1) / talks;
}

/** Talks of everybody, by side and id. */
function talkCounts(talked: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of talked) {
    const [menteeId, mentorId] = JSON.parse(key) as [string, string];
    for (const by of ["mentor", "mentee"] as const) {
      const speaker = speakerOf({ by, mentorId, menteeId });
      counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
  }
  return counts;
}

function speakerOf({ by, mentorId, menteeId }: Pick<TalkFeedback, "by" | "mentorId" | "menteeId">): string {
  return `${by} ${normalId(by === "mentor" ? mentorId : menteeId)}`;
}

function shapeIssues(said: unknown, at: string): readonly TersineIssue[] {
  if (!isRecord(said)) return [issue("FIELD_TYPE", at, "expected an object with what was said of a talk.")];
  const { by, rating, rank, veto } = said;
  const issues = [...unknownFields(said, FIELDS, at)];
  for (const field of ["mentorId", "menteeId"] as const)
    if (typeof said[field] !== "string") issues.push(issue("ID_TYPE", `${at}/${field}`, "expected an id as text."));
  if (by !== "mentor" && by !== "mentee") issues.push(issue("VALUE_UNKNOWN", `${at}/by`, "expected mentor or mentee."));
  if (rating !== undefined && !isWhole(rating, 1, 5))
    issues.push(issue("NUMBER_RANGE", `${at}/rating`, "expected a whole number from 1 to 5."));
  if (rank !== undefined && !isWhole(rank, 1, Number.MAX_SAFE_INTEGER))
    issues.push(issue("NUMBER_RANGE", `${at}/rank`, "expected a whole number of at least 1."));
  if (veto !== undefined && typeof veto !== "boolean")
    issues.push(issue("FIELD_TYPE", `${at}/veto`, "expected true or false."));
  return issues;
}

function unknownIds({ mentorId, menteeId }: PairOfIds, at: string, input: MatchInput): readonly TersineIssue[] {
  const isOf = (entries: readonly { readonly id: string }[], id: string): boolean =>
    entries.some((entry) => normalId(entry.id) === normalId(id));
  const told = (side: string): TersineIssue =>
    issue("ID_UNKNOWN", `${at}/${side}Id`, `expected the id of a registered ${side}, got another.`);
  return [
    ...(isOf(input.mentors, mentorId) ? [] : [told("mentor")]),
    ...(isOf(input.mentees, menteeId) ? [] : [told("mentee")]),
  ];
}

function againIssues(said: TalkFeedback, at: string, seen: Map<string, string>): readonly TersineIssue[] {
  const key = `${said.by} ${pairKey(said)}`;
  const first = seen.get(key);
  seen.set(key, first ?? at);
  if (first === undefined) return [];
  return [issue("PAIR_DUPLICATE", at, `expected one word of a side on each talk, got the same as in ${first} again.`)];
}

function rankIssues(
  said: TalkFeedback,
  at: string,
  counts: ReadonlyMap<string, number>,
  seen: Map<string, string>,
): readonly TersineIssue[] {
  const { rank } = said;
  if (rank === undefined) return [];
  const speaker = speakerOf(said);
  const talks = counts.get(speaker) ?? 0;
  if (rank > talks)
    return [issue("NUMBER_RANGE", `${at}/rank`, `expected a place among the ${talks} talks of the person.`)];
  const key = `rank ${rank} of ${speaker}`;
  const first = seen.get(key);
  seen.set(key, first ?? at);
  if (first === undefined) return [];
  return [issue("FIELD_CONFLICT", `${at}/rank`, `expected another rank than in ${first}, got the same.`)];
}
