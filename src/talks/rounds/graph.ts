import { normalId, pairKey } from "../../base/ids.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, issue } from "../../base/given.ts";
import { compareText } from "../../base/text.ts";
import type { PairOfIds, TersineIssue } from "../../index.ts";

/** Talks as a graph: people are nodes, talks are edges. */
export interface TalkGraph {
  /** By mentee id, then mentor id; each once. */
  readonly talks: readonly PairOfIds[];
  /** Ids of the people, ascending. Somebody on both sides is one person, who cannot talk twice at once. */
  readonly people: readonly string[];
  /** Index of the mentee of each talk. */
  readonly menteeAt: Int32Array;
  /** Index of the mentor of each talk. */
  readonly mentorAt: Int32Array;
  /** Places of the talks of each person. */
  readonly talksOf: readonly (readonly number[])[];
}

/**
 * Reads talks by ids.
 *
 * @throws TersineError all together: LIST_EXPECTED, ID_TYPE, PAIR_CONFLICT for somebody with themselves, PAIR_DUPLICATE
 */
export function talkGraph(pairs: readonly PairOfIds[]): TalkGraph {
  throwIssues(talkIssues(pairs, "/pairs"));
  const talks = pairs
    .map(({ mentorId, menteeId }) => ({ mentorId: normalId(mentorId), menteeId: normalId(menteeId) }))
    .sort((a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId));
  const people = [...new Set(talks.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))].sort(compareText);
  const indexOf = new Map(people.map((id, index) => [id, index]));
  const menteeAt = Int32Array.from(talks, ({ menteeId }) => indexOf.get(menteeId) ?? -1);
  const mentorAt = Int32Array.from(talks, ({ mentorId }) => indexOf.get(mentorId) ?? -1);
  const talksOf: number[][] = people.map(() => []);
  talks.forEach((_, talk) => {
    talksOf[menteeAt[talk] ?? -1]?.push(talk);
    talksOf[mentorAt[talk] ?? -1]?.push(talk);
  });
  return { talks, people, menteeAt, mentorAt, talksOf };
}

/** What is wrong with a list of talks. */
export function talkIssues(pairs: unknown, path: string): readonly TersineIssue[] {
  if (!Array.isArray(pairs)) return [issue("LIST_EXPECTED", path, "expected a list of { mentorId, menteeId }.")];
  const seen = new Map<string, number>();
  return Array.from<unknown>(pairs).flatMap((pair, place): readonly TersineIssue[] => {
    const at = `${path}/${place}`;
    const { mentorId, menteeId } = isRecord(pair) ? pair : {};
    if (typeof mentorId !== "string" || typeof menteeId !== "string")
      return [issue("ID_TYPE", at, "expected the ids mentorId and menteeId as text.")];
    if (normalId(mentorId) === normalId(menteeId))
      return [issue("PAIR_CONFLICT", at, "expected two people, got one with themselves.")];
    const key = pairKey({ mentorId, menteeId });
    const first = seen.get(key);
    if (first === undefined) seen.set(key, place);
    else return [issue("PAIR_DUPLICATE", at, `expected each talk once, got the same as in ${path}/${first} again.`)];
    return [];
  });
}

/** Most talks of one person. */
export function mostTalks({ talksOf }: TalkGraph): number {
  return talksOf.reduce((most, talks) => Math.max(most, talks.length), 0);
}
