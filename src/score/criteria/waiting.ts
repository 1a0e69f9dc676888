import { asPublic } from "../../base/public.ts";
import { counted, figureText } from "../../base/figures.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { dayOfDate } from "../../base/time/dates.ts";
import { problem } from "../../base/error.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { NO_INFORMATION } from "../criterion-of.ts";
import { rampPoints } from "../micro-points.ts";
import { checkNumber, type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

export interface WaitingOptions extends CriterionOptions {
  /** Days of waiting from which the value is 1. @default 180 */
  readonly fullDays?: number;
  /** Day up to which waiting is counted, `YYYY-MM-DD`. @default the first day of the programme's period */
  readonly until?: string;
}

export interface WaitingFacts {
  readonly kind: "waiting";
  readonly missing?: MissingSide;
  readonly mentorDays?: number;
  readonly menteeDays?: number;
}

/**
 * How long the two have been waiting for a partner: the mean of what the mentor's and the mentee's days since
 * `waitingSince` make of `fullDays`. 0: both came today. 0.5: both have waited half of `fullDays`, or one of them all of
 * it and the other not at all. 1: both have waited `fullDays` or longer. As a sum over people it favours whom to place,
 * not who goes with whom.
 *
 * If only one states a date, that one alone counts; if neither does, there is no information, and by default the other
 * criteria share the weight.
 *
 * Errors: `NUMBER_RANGE` unless `fullDays` is positive; when compiled, `DATE_FORMAT`, and `PERIOD_MISSING` if somebody
 * states a date and neither `until` nor a period says up to when it counts.
 * @default weight 1, missing "skip"
 */
export function waiting(options: WaitingOptions = {}): CriterionOf<WaitingFacts> {
  return asPublic("waiting", () => {
    const settings = settle({ maker: "waiting", name: "waiting", weight: 1, missing: "skip" }, options, [
      "fullDays",
      "until",
    ]);
    const { fullDays = 180, until } = options;
    checkNumber(fullDays, "/fullDays", 1, 36_500);
    if (until !== undefined) readDay(until, "/until");
    const prepare = (pool: ScorePool): PreparedCriterionOf<WaitingFacts> => prepareWaiting(pool, fullDays, until);
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

function prepareWaiting(
  pool: ScorePool,
  fullDays: number,
  until: string | undefined,
): PreparedCriterionOf<WaitingFacts> {
  const mentorDays = waitingDays(pool.mentors, pool, until, "/mentors");
  const menteeDays = waitingDays(pool.mentees, pool, until, "/mentees");
  const counted = (days: number): number => Math.min(days, fullDays);
  const own = (days: number): number => (Number.isNaN(days) ? NO_INFORMATION : rampPoints(days, 0, fullDays));
  return {
    points: (mentee, mentor) => {
      const [ofMentor, ofMentee] = [mentorDays[mentor]!, menteeDays[mentee]!];
      if (Number.isNaN(ofMentor)) return own(ofMentee);
      if (Number.isNaN(ofMentee)) return own(ofMentor);
      return rampPoints(counted(ofMentor) + counted(ofMentee), 0, 2 * fullDays);
    },
    facts: (mentee, mentor) => {
      const [ofMentor, ofMentee] = [mentorDays[mentor]!, menteeDays[mentee]!];
      const silent = silentSide(!Number.isNaN(ofMentee), !Number.isNaN(ofMentor));
      return {
        kind: "waiting",
        ...missingEntry(silent === "both" ? silent : undefined),
        ...(Number.isNaN(ofMentor) ? {} : { mentorDays: ofMentor }),
        ...(Number.isNaN(ofMentee) ? {} : { menteeDays: ofMentee }),
      };
    },
  };
}

/** Days that each has waited, at least 0; NaN where no date is stated. */
function waitingDays(
  profiles: readonly (MentorProfile | MenteeProfile)[],
  { context }: ScorePool,
  until: string | undefined,
  path: string,
): Float64Array {
  const end = until ?? context.period?.start;
  return Float64Array.from(profiles, ({ waitingSince }, index) => {
    if (waitingSince === undefined) return Number.NaN;
    if (end === undefined) {
      throw problem("PERIOD_MISSING", "/period", "expected a period, or `until` in the options of the criterion.");
    }
    return Math.max(0, readDay(end, "/period/start") - readDay(waitingSince, `${path}/${index}/waitingSince`));
  });
}

function readDay(date: string, path: string): number {
  const day = dayOfDate(date);
  if (day === undefined) throw problem("DATE_FORMAT", path, "expected a date of the calendar, YYYY-MM-DD.");
  return day;
}

export const waitingEntry = /* @__PURE__ */ criterionEntry({
  name: "waiting",
  title: { en: "waiting time", tr: "bekleme süresi" },
  facts: "waiting",
  options: (z) => ({ fullDays: z.number().exactOptional(), until: z.string().exactOptional() }),
  make: waiting,
  lacking: { en: "waiting time is", tr: "bekleme süresi" },
  sentences: {
    en: ({ mentorDays, menteeDays }: WaitingFacts) => {
      const told = (side: string, days: number | undefined): string =>
        days === undefined
          ? `the ${side}'s waiting time is not known`
          : `the ${side} has waited ${counted(days, "day")}`;
      return `T${told("mentor", mentorDays).slice(1)}, ${told("mentee", menteeDays)}.`;
    },
    tr: ({ mentorDays, menteeDays }) => {
      const told = (days: number | undefined): string =>
        days === undefined ? "bilinmiyor" : `${figureText(days).tr} gün`;
      return `Bekleme süresi: mentor ${told(mentorDays)}, mentee ${told(menteeDays)}.`;
    },
  },
});
