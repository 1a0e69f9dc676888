import { counted, figureText } from "../base/figures.ts";
import { at } from "../base/at.ts";
import { reasonOf } from "../explain/reasons.ts";
import { compareText } from "../base/text.ts";
import type { Pair, PairLack, Warning } from "../explain/result.ts";
import type { Contribution } from "../score/pair-score.ts";
import type { Mentee, Mentor } from "../model/program.ts";
import type { PreparedScore } from "../score/weighted.ts";
import type { Pin } from "./pins.ts";
import type { Pool } from "./pool.ts";
import type { Matching } from "./solve.ts";
import type { MatchSteps } from "./steps.ts";

/** The pairs of an assignment, each with its score taken apart and put into words. Can be paused after each pair. */
export function* explainPairs(pool: Pool, { rowOf, columnOf }: Matching): MatchSteps<readonly Pair[]> {
  const { program, score, pins } = pool;
  const isPinned = pinnedPairs(pins);
  const pairs: Pair[] = [];
  for (const [index, row] of rowOf.entries()) {
    const column = at(columnOf, index);
    const pair = pairOf(at(program.mentees, row), at(program.mentors, column), score.explainPair(row, column));
    pairs.push(markPin(pair, isPinned(row, column)));
    yield { phase: "explaining", done: pairs.length, total: rowOf.length };
  }
  return pairs;
}

/** Whether a pair of a mentee and a mentor, by index, is pinned. */
export function pinnedPairs(pins: readonly Pin[]): (row: number, column: number) => boolean {
  const columnsOf = new Map<number, Set<number>>();
  for (const { row, column } of pins) columnsOf.set(row, (columnsOf.get(row) ?? new Set()).add(column));
  return (row, column) => columnsOf.get(row)?.has(column) === true;
}

/** The pair, marked or not; the same object where nothing changes. */
export function markPin(pair: Pair, isPinned: boolean): Pair {
  if ((pair.pinned ?? false) === isPinned) return pair;
  const { mentorId, menteeId, score, informed, contributions, reasons, meetings, lacks } = pair;
  const unmarked = {
    ...{ mentorId, menteeId, score, informed, contributions, reasons, meetings },
    ...(lacks === undefined ? {} : { lacks }),
  };
  return isPinned ? { ...unmarked, pinned: true } : unmarked;
}

/** A pair with its score taken apart and put into words. */
export function pairOf(
  mentee: Mentee,
  mentor: Mentor,
  { score, informed, contributions }: ReturnType<PreparedScore["explainPair"]>,
): Pair {
  const meetings = contributions.flatMap(({ facts }) => (facts.kind === "availability" ? facts.meetings : []));
  return {
    mentorId: mentor.id,
    menteeId: mentee.id,
    score,
    informed,
    contributions,
    reasons: contributions.map(reasonOf),
    meetings,
    ...lacksOf(contributions),
  };
}

/** The `lacks` entry of a pair, or no entry. */
function lacksOf(contributions: readonly Contribution[]): Pick<Pair, "lacks"> {
  const isWithout = (lack: PairLack): boolean =>
    contributions.some(({ facts }) => {
      if (lack === "topic") return facts.kind === "topics" && facts.shared.length === 0;
      return facts.kind === "availability" && facts.missing === undefined && facts.meetings.length === 0;
    });
  const lacks = LACKS.filter(isWithout);
  return lacks.length === 0 ? {} : { lacks };
}

const LACKS: readonly PairLack[] = ["time", "topic"];

/** Counts the pairs that lack something, and names their people. */
export function lackWarnings(pairs: readonly Pair[]): readonly Warning[] {
  return LACKS.flatMap((lack): readonly Warning[] => {
    const lacking = pairs.filter(({ lacks = [] }) => lacks.includes(lack));
    if (lacking.length === 0) return [];
    const ids = new Set(lacking.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]));
    return [{ ...LACK_WORDS[lack](lacking.length, pairs.length), ids: [...ids].sort(compareText) }];
  });
}

const LACK_WORDS: Readonly<Record<PairLack, (lacking: number, pairs: number) => Omit<Warning, "ids">>> = {
  time: (lacking, pairs) => ({
    code: "PAIRS_WITHOUT_TIME",
    en: `${figureText(lacking).en} of ${counted(pairs, "pair")} ${lacking === 1 ? "has" : "have"} no common time in what the two state: ask them for more times, or refuse such pairs by a rule on meeting times.`,
    tr: `${figureText(pairs).tr} eşleşmenin ${figureText(lacking).tr} tanesinde iki kişinin belirttiği saatler hiç örtüşmüyor: başka saatler sorun ya da bu tür eşleşmeleri buluşma saati kuralıyla engelleyin.`,
  }),
  topic: (lacking, pairs) => ({
    code: "PAIRS_WITHOUT_TOPIC",
    en: `In ${figureText(lacking).en} of ${counted(pairs, "pair")} the mentor offers nothing that the mentee wants to learn.`,
    tr: `${figureText(pairs).tr} eşleşmenin ${figureText(lacking).tr} tanesinde mentor, mentee'nin öğrenmek istediği hiçbir konuyu sunmuyor.`,
  }),
};
