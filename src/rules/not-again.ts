import { asPublic } from "../base/public.ts";
import { counted } from "../base/figures.ts";
import { ruleEntry } from "./rule-entry.ts";
import { pairIndex } from "../base/pair-index.ts";
import { problem, throwIssues, type TersineIssue } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { dayOfDate, monthsAfter } from "../base/time/dates.ts";
import { describeValue } from "../model/schema/describe.ts";
import { normalId } from "../model/people/ids.ts";
import type { Program } from "../model/program.ts";
import type { Warning } from "../model/warning.ts";
import { pairFields, type PairOfIds } from "./ban.ts";
import type { Sentence } from "../base/sentence.ts";
import type { PairRule } from "./rule.ts";
import { checkRuleOptions } from "./settings.ts";

/** A pair of an earlier round. */
export interface PastPair extends PairOfIds {
  /** When the pair ended, `YYYY-MM-DD`; without it, the pair counts as just ended. */
  readonly date?: string;
}

export interface NotAgainOptions {
  /** Months that must have passed since the pair's date; a whole number from 1 to 1,200. @default a pair never meets again */
  readonly cooldown?: number;
  /** The day to count to, `YYYY-MM-DD`. @default the start of the programme's period */
  readonly on?: string;
}

const MOST_MONTHS = 1_200;

/**
 * Refuses two people who were a pair before, in either role, unless `cooldown` months have passed from the pair's date to
 * `on`: a pair of 31 August may meet again on 28 February after 6 months. People of the history who are not in the input
 * are no error, as people leave; a warning counts their pairs, as it may be that the history knows people by other ids.
 * Its soft sibling is a custom criterion.
 *
 * @throws TersineError LIST_EXPECTED, ID_TYPE, DATE_FORMAT for the history; NUMBER_RANGE, FIELD_UNKNOWN; when prepared,
 *   PERIOD_MISSING with `cooldown` but neither `on` nor a period
 */
export function notAgain(given: readonly PastPair[], options: NotAgainOptions = {}): PairRule {
  return asPublic("notAgain", () => {
    checkRuleOptions(options, ["cooldown", "on"]);
    throwIssues([...historyIssues(given), ...optionIssues(options)]);
    // a copy that later changes of the caller's list do not reach
    const history = given.map((pair) => ({ ...pair }));
    const { cooldown, on } = options;
    return {
      kind: "pair",
      dependsOn: "pair",
      between: "anyTwo",
      name: "notAgain",
      maker: "notAgain",
      waivable: false,
      settings: { history, ...options },
      because: because(cooldown),
      prepare: (program, path) => {
        const today = on ?? program.period?.start;
        if (cooldown !== undefined && today === undefined) {
          const hint = "Give `on`, or the programme a period.";
          throw problem("PERIOD_MISSING", path, "notAgain: expected a day to count to, got nothing.", { hint });
        }
        const { keyOf } = pairIndex(program.mentees.length, program.mentors.length);
        const met = metPairs(history, program, keyOf, ({ date }) => {
          if (cooldown === undefined || date === undefined || today === undefined) return true;
          return monthsAfter(date, cooldown) > today;
        });
        return {
          refuses: (mentee, mentor) => met.has(keyOf(mentee, mentor)),
          warnings: unknownWarnings(history, program),
        };
      },
    };
  });
}

function because(cooldown: number | undefined): Sentence {
  if (cooldown === undefined) return { en: "the two were a pair before", tr: "ikisi daha önce eşleşmişti" };
  return {
    en: `the two were a pair less than ${counted(cooldown, "month")} ago`,
    tr: `ikisi son ${cooldown} ay içinde eşleşmişti`,
  };
}

/** Keys of the pairs of this programme that the history holds in either role. */
function metPairs(
  history: readonly PastPair[],
  { mentors, mentees }: Program,
  keyOf: (mentee: number, mentor: number) => number,
  counts: (pair: PastPair) => boolean,
): ReadonlySet<number> {
  const mentorIndex = new Map(mentors.map(({ id }, index) => [id, index]));
  const menteeIndex = new Map(mentees.map(({ id }, index) => [id, index]));
  const met = new Set<number>();
  for (const pair of history) {
    if (!counts(pair)) continue;
    const [a, b] = [normalId(pair.mentorId), normalId(pair.menteeId)];
    for (const [mentorId, menteeId] of [
      [a, b],
      [b, a],
    ] as const) {
      const mentor = mentorIndex.get(mentorId);
      const mentee = menteeIndex.get(menteeId);
      if (mentor !== undefined && mentee !== undefined) met.add(keyOf(mentee, mentor));
    }
  }
  return met;
}

/** A doubt about pairs of the history that name somebody who is not in the input. */
function unknownWarnings(history: readonly PastPair[], { people }: Program): readonly Warning[] {
  const known = new Set(people.map(({ id }) => id));
  const isKnown = (id: string): boolean => known.has(normalId(id));
  const unknown = history.filter(({ mentorId, menteeId }) => !isKnown(mentorId) || !isKnown(menteeId));
  if (unknown.length === 0) return [];
  const ids = [...new Set(unknown.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]))];
  return [
    {
      code: "HISTORY_UNKNOWN",
      en: `${unknown.length} of ${counted(history.length, "past pair")} ${unknown.length === 1 ? "names" : "name"} somebody who is not in the input and ${unknown.length === 1 ? "rules" : "rule"} out nothing. Name people by the ids of the input.`,
      tr: `Geçmişteki ${history.length} eşleşmeden ${unknown.length} tanesinde, verilerde olmayan biri geçiyor; bunlar hiçbir eşleşmeyi engellemez. Kişileri verilerdeki kimlikleriyle yazın.`,
      ids: ids.filter((id) => !isKnown(id)).sort(compareText),
    },
  ];
}

function historyIssues(history: unknown): readonly TersineIssue[] {
  if (!Array.isArray(history)) {
    return [{ code: "LIST_EXPECTED", path: "/history", message: `expected a list, got ${describeValue(history)}.` }];
  }
  return Array.from<unknown>(history).flatMap((pair, position) => {
    const read = (field: string): unknown =>
      typeof pair === "object" && pair !== null ? Reflect.get(pair, field) : undefined;
    const issues = ["mentorId", "menteeId"].flatMap((field): TersineIssue[] => {
      if (typeof read(field) === "string") return [];
      const message = `notAgain: expected an id as text, got ${describeValue(read(field))}.`;
      return [{ code: "ID_TYPE", path: `/history/${position}/${field}`, message }];
    });
    return [...issues, ...dateIssues(read("date"), `/history/${position}/date`)];
  });
}

function optionIssues({ cooldown, on }: NotAgainOptions): readonly TersineIssue[] {
  const issues = dateIssues(on, "/on");
  if (cooldown === undefined || (Number.isInteger(cooldown) && cooldown >= 1 && cooldown <= MOST_MONTHS)) return issues;
  const message = `expected a whole number of months from 1 to ${MOST_MONTHS}.`;
  return [...issues, { code: "NUMBER_RANGE", path: "/cooldown", message }];
}

function dateIssues(date: unknown, path: string): readonly TersineIssue[] {
  if (date === undefined || (typeof date === "string" && dayOfDate(date) !== undefined)) return [];
  return [{ code: "DATE_FORMAT", path, message: "expected a date of the calendar as YYYY-MM-DD." }];
}

export const notAgainEntry = ruleEntry({
  name: "notAgain",
  title: { en: "no pair again", tr: "tekrar eşleşmeme" },
  options: (z) => ({
    history: z.array(z.strictObject({ ...pairFields(z), date: z.string().exactOptional() })),
    cooldown: z.number().exactOptional(),
    on: z.string().exactOptional(),
  }),
  make: ({ history, ...rest }) => notAgain(history, rest),
});
