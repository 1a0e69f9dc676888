import { END_REASONS, type EndReason } from "./end-reasons.ts";
import { throwIssues } from "../../base/error.ts";
import { pairKey } from "../../base/ids.ts";
import { isRecord, issue, unknownFields } from "../../base/given.ts";
import type { TersineIssue } from "../../index.ts";
import type { Side } from "../sentence.ts";

/** What one side of a pair tells, or what the organiser knows of the pair. All but the ids may be absent: unknown, never 0. */
export interface Outcome {
  readonly mentorId: string;
  readonly menteeId: string;
  /** Who tells it. Absent: it is told of the pair as a whole. */
  readonly by?: Side | undefined;
  /** Which meeting or occasion it is about: a date, a number, a name such as "30 days". One side tells once for each. */
  readonly at?: string | undefined;
  /** When the answer was given. It tells answers of one side apart where `at` is absent, and is no occasion. */
  readonly answeredAt?: string | undefined;
  /** How useful the meetings are, 1 (not at all) to 5 (very). */
  readonly rating?: number | undefined;
  /** Whether the meeting of this occasion took place. */
  readonly met?: boolean | undefined;
  /** How often the two met in all, up to this occasion. */
  readonly metTimes?: number | undefined;
  /** Whether they still meet. */
  readonly continued?: boolean | undefined;
  /** Weeks from the start of the programme to the end of the pair, or to this answer if they still meet. */
  readonly weeks?: number | undefined;
  /** Why they stopped; says that they did. */
  readonly endedBecause?: EndReason | undefined;
}

/** Two people who were paired. */
export interface PairedPeople {
  readonly mentorId: string;
  readonly menteeId: string;
}

/** All that is known of one pair. */
export interface PairOutcome<Pair extends PairedPeople = PairedPeople> {
  readonly pair: Pair;
  /** Whether anybody told anything. */
  readonly answered: boolean;
  /** Mean of each side's ratings; `undefined` without any. */
  readonly ratings: Readonly<Record<Side, number | undefined>>;
  /** Mean of the sides that answered, or of ratings without a side. */
  readonly rating: number | undefined;
  /** `undefined`: nobody told. A rating counts as a meeting unless they say that there was none. */
  readonly metTimes: number | undefined;
  readonly met: boolean;
  /** `undefined`: nobody told. */
  readonly ended: boolean | undefined;
  readonly endedBecause: EndReason | undefined;
  /** Weeks until it ended or was last heard of. */
  readonly weeks: number | undefined;
}

const FIELDS = [
  "mentorId",
  "menteeId",
  "by",
  "at",
  "answeredAt",
  "rating",
  "met",
  "metTimes",
  "continued",
  "weeks",
  "endedBecause",
];
/** More weeks or meetings than a programme has. */
const MOST_TIMES = 10_000;

/**
 * Joins outcomes to pairs, in the order of the pairs.
 *
 * @throws TersineError all together, with paths into the outcomes: FIELD_TYPE, FIELD_UNKNOWN, ID_TYPE, NUMBER_RANGE,
 *   VALUE_UNKNOWN; PAIR_UNKNOWN for people who were never paired; PAIR_DUPLICATE where one side tells of a pair twice on one
 *   occasion; FIELD_CONFLICT for a pair that goes on and has ended in the same answer
 */
export function joinOutcomes<Pair extends PairedPeople>(
  pairs: readonly Pair[],
  outcomes: readonly Outcome[],
  path = "/outcomes",
): readonly PairOutcome<Pair>[] {
  if (!Array.isArray(outcomes)) throwIssues([issue("LIST_EXPECTED", path, "expected a list of outcomes.")]);
  const told = new Map(pairs.map((pair) => [pairKey(pair), [] as Outcome[]]));
  const issues: TersineIssue[] = [];
  const seen = new Map<string, number>();
  outcomes.forEach((outcome, place) => {
    const at = `${path}/${place}`;
    const wrong = outcomeIssues(outcome, at);
    issues.push(...wrong);
    if (wrong.length > 0) return;
    const list = told.get(pairKey(outcome));
    if (list === undefined) {
      issues.push(issue("PAIR_UNKNOWN", at, "expected two people who are a pair of the plan, got two who are not."));
      return;
    }
    const answer = [occasionOf(outcome) ?? null, outcome.at ?? outcome.answeredAt ?? null];
    const occasion = JSON.stringify([pairKey(outcome), outcome.by ?? "", ...answer]);
    const first = seen.get(occasion);
    if (first !== undefined) {
      const message = `expected one answer of a side for each occasion, got the same as in ${path}/${first} again.`;
      issues.push(issue("PAIR_DUPLICATE", at, message));
    }
    seen.set(occasion, first ?? place);
    list.push(outcome);
  });
  throwIssues(issues);
  return pairs.map((pair) => summary(pair, told.get(pairKey(pair)) ?? []));
}

function outcomeIssues(outcome: unknown, at: string): readonly TersineIssue[] {
  if (!isRecord(outcome)) return [issue("FIELD_TYPE", at, "expected an object with what is told of a pair.")];
  const issues = unknownFields(outcome, FIELDS).map((each) => ({ ...each, path: `${at}${each.path}` }));
  for (const field of ["mentorId", "menteeId"] as const) {
    if (typeof outcome[field] === "string") continue;
    issues.push(issue("ID_TYPE", `${at}/${field}`, "expected an id as text."));
  }
  const check = (
    field: string,
    isFine: (value: unknown) => boolean,
    code: TersineIssue["code"],
    what: string,
  ): void => {
    const value = outcome[field];
    if (value !== undefined && !isFine(value)) issues.push(issue(code, `${at}/${field}`, `expected ${what}.`));
  };
  const isTimes = (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST_TIMES;
  const isReason = (value: unknown): boolean => END_REASONS.some((reason) => reason === value);
  check("by", (value) => value === "mentor" || value === "mentee", "VALUE_UNKNOWN", "mentor or mentee");
  check("at", (value) => typeof value === "string", "FIELD_TYPE", "a date or the name of an occasion as text");
  check("answeredAt", (value) => typeof value === "string", "FIELD_TYPE", "a time as text");
  check(
    "rating",
    (value) => typeof value === "number" && value >= 1 && value <= 5,
    "NUMBER_RANGE",
    "a number from 1 to 5",
  );
  check("met", (value) => typeof value === "boolean", "FIELD_TYPE", "true or false");
  check("continued", (value) => typeof value === "boolean", "FIELD_TYPE", "true or false");
  check("metTimes", isTimes, "NUMBER_RANGE", `a whole number from 0 to ${MOST_TIMES}`);
  check("weeks", isTimes, "NUMBER_RANGE", `a whole number from 0 to ${MOST_TIMES}`);
  check("endedBecause", isReason, "VALUE_UNKNOWN", `one of ${END_REASONS.join(", ")}`);
  if (outcome["continued"] === true && outcome["endedBecause"] !== undefined) {
    issues.push(
      issue("FIELD_CONFLICT", `${at}/endedBecause`, "expected no reason for the end of a pair that goes on."),
    );
  }
  return issues;
}

function summary<Pair extends PairedPeople>(pair: Pair, told: readonly Outcome[]): PairOutcome<Pair> {
  const of = (side: Side | undefined): number | undefined =>
    mean(told.flatMap(({ by, rating }) => (by === side && rating !== undefined ? [rating] : [])));
  const ratings = { mentor: of("mentor"), mentee: of("mentee") };
  const sided = [ratings.mentor, ratings.mentee].flatMap((each) => each ?? []);
  const rating = mean(sided) ?? of(undefined);
  const metTimes = timesMet(told);
  const endings = told.filter(({ continued, endedBecause }) => continued === false || endedBecause !== undefined);
  const isTold = endings.length > 0 || told.some(({ continued }) => continued === true);
  const last = (answers: readonly Outcome[]): number | undefined =>
    answers.reduce<number | undefined>(
      (most, { weeks }) => (weeks === undefined ? most : Math.max(most ?? 0, weeks)),
      undefined,
    );
  return {
    pair,
    answered: told.length > 0,
    ratings,
    rating,
    metTimes,
    met: metTimes === undefined ? rating !== undefined : metTimes > 0,
    ended: isTold ? endings.length > 0 : undefined,
    endedBecause: endings.find(({ endedBecause }) => endedBecause !== undefined)?.endedBecause,
    weeks: last(endings) ?? last(told),
  };
}

/**
 * Occasions count once, whichever side tells of them. Where it is not told which one an answer is about, each side counts its
 * own, and the larger number counts. A total that is told counts if it is larger.
 */
function timesMet(told: readonly Outcome[]): number | undefined {
  const meetings = told.filter(({ met }) => met === true);
  const occasions = new Set(meetings.flatMap((each) => occasionOf(each) ?? []));
  const unnamed = (["mentor", "mentee", undefined] as const).map(
    (side) => meetings.filter((each) => each.by === side && occasionOf(each) === undefined).length,
  );
  const totals = told.flatMap(({ metTimes }) => metTimes ?? []);
  if (totals.length === 0 && told.every(({ met }) => met === undefined)) return undefined;
  const counted = occasions.size + unnamed.reduce((most, times) => Math.max(most, times), 0);
  return totals.reduce((most, times) => Math.max(most, times), counted);
}

/** A day with a time of it, as forms stamp answers. */
const TIME_STAMP = /\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T ,]+\d{1,2}[:.]\d{2}/u;

/** Which occasion an answer is about, if it tells: the two sides answer at different times of the same one. */
function occasionOf({ at }: Outcome): string | undefined {
  const text = at?.trim() ?? "";
  return text === "" || TIME_STAMP.test(text) ? undefined : text;
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}
