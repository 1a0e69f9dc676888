import { ruleEntry } from "./rule-entry.ts";
import { problem } from "../base/error.ts";
import { counted, figureText } from "../base/figures.ts";
import { DAY_MINUTES, dateOfDay, timeText, WEEK_MINUTES } from "../base/time/dates.ts";
import { WEEKDAYS } from "../base/time/weekday.ts";
import { readWeekHours, type WeekHoursSource } from "../base/time/week-hours.ts";
import { prepareCommonTime } from "../score/availability/common-time.ts";
import type { PairRule } from "./rule.ts";
import { readRuleOptions } from "./settings.ts";
import { checkUnknown, lacksData, unknownData, unknownField, type UnknownPolicy } from "./unknown-data.ts";

const TITLE = { en: "time to meet", tr: "görüşme zamanı" };

/** Hours of every day, on the clock of each person. */
export interface LocalHours {
  /** HH:MM, from 00:00. */
  readonly from: string;
  /** HH:MM, after `from`, to 24:00. */
  readonly to: string;
}

export interface MeetingTimeOptions {
  /** Common minutes that a week needs; a whole number from 1 to 10,080. */
  readonly minutes: number;
  /** Share of the programme's whole weeks that need them, above 0 and at most 1; 1 rules on the worst week. @default 1 */
  readonly inAtLeast?: number;
  /** Shortest stretch of common time that counts, in minutes; 1 to 1,440. @default 30 */
  readonly minimumBlock?: number;
  /**
   * Local hours of both sides within which common time counts, such as `{ from: "08:00", to: "18:00" }`, so that nobody meets
   * early in the morning or late in the evening for the sake of the other's clock. @default all day
   */
  readonly within?: LocalHours;
  /** What happens to pairs of whom one states no windows. @default "reject" */
  readonly unknown?: UnknownPolicy;
}

/**
 * Refuses pairs that have less than `minutes` in common in too many of the programme's whole weeks: with 26 weeks and
 * `inAtLeast: 0.9`, in more than two. Real weeks count, with daylight saving and days away. Its soft sibling is the
 * criterion `availability`.
 *
 * Costs some microseconds a pair for half a year.
 *
 * @throws TersineError NUMBER_RANGE, FIELD_UNKNOWN, VALUE_UNKNOWN; when prepared, the errors of `availability`
 */
export function meetingTime(asked: MeetingTimeOptions): PairRule {
  const options = readRuleOptions(asked, ["minutes", "inAtLeast", "minimumBlock", "within", "unknown"]);
  const { minutes, inAtLeast = 1, minimumBlock = 30, within, unknown = "reject" } = options;
  const hours = within === undefined ? undefined : readHours(within);
  checkUnknown(unknown);
  if (!(Number.isInteger(minutes) && minutes >= 1 && minutes <= WEEK_MINUTES)) {
    throw problem("NUMBER_RANGE", "/minutes", `expected a whole number of minutes from 1 to ${WEEK_MINUTES}.`);
  }
  if (!(inAtLeast > 0 && inAtLeast <= 1)) {
    throw problem("NUMBER_RANGE", "/inAtLeast", "expected a share of the weeks above 0, at most 1.");
  }
  const percent = figureText(100 * inAtLeast, 4);
  const weeks =
    inAtLeast === 1
      ? { en: "every week", tr: "her hafta" }
      : { en: `at least ${percent.en}% of the weeks`, tr: `haftaların en az %${percent.tr} kadarında` };
  return {
    kind: "pair",
    dependsOn: "pair",
    between: "anyTwo",
    name: "meetingTime",
    maker: "meetingTime",
    settings: { ...options },
    because: {
      en: `they do not have ${counted(minutes, "minute")} in common in ${weeks.en}${hours === undefined ? "" : `, from ${within?.from} to ${within?.to} on the clocks of both`}`,
      tr: `${hours === undefined ? "" : `iki tarafın yerel saatiyle ${within?.from}–${within?.to} arasında `}ortak zaman ${weeks.tr} ${figureText(minutes).tr} dakikayı bulmuyor`,
    },
    prepare: (program) => {
      const { mentors, mentees, period } = program;
      const context = period === undefined ? {} : { period };
      const clip = <Profile extends WeekHoursSource>(profile: Profile): Profile =>
        hours === undefined ? profile : clipped(profile, hours);
      const pool = { mentors: mentors.map(clip), mentees: mentees.map(clip), context };
      const { weeks, weeksWithAtLeast } = prepareCommonTime(pool, { minimumBlock });
      // a share such as 0.9 of 10 weeks is 9.000000000000002 in doubles
      const needed = Math.ceil(inAtLeast * weeks - 1e-9);
      const refusesUnknown = unknown === "reject";
      const isKnown = {
        mentor: statesWindows(mentors),
        mentee: statesWindows(mentees),
      };
      return {
        refuses: (mentee, mentor) => {
          const good = weeksWithAtLeast(mentee, mentor, minutes);
          if (good !== undefined) return good < needed;
          // who states windows, but none within the hours, has no time in common with anybody
          return refusesUnknown || (isKnown.mentor(mentor) && isKnown.mentee(mentee));
        },
        ...unknownData(TITLE, program, isKnown, unknown, NO_WINDOWS),
      };
    },
  };
}

/** Minutes of the day. */
interface Hours {
  readonly from: number;
  readonly to: number;
}

function readHours(within: LocalHours): Hours {
  const given = readRuleOptions(within, ["from", "to"]);
  const from = minuteOf(given.from, "/within/from");
  const to = minuteOf(given.to, "/within/to");
  if (from < to) return { from, to };
  throw problem("WINDOW_ORDER", "/within/to", "expected a time after `from`.");
}

function minuteOf(time: unknown, path: string): number {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/u.exec(typeof time === "string" ? time : "") ?? [];
  const minutes = 60 * Number(hour) + Number(minute);
  if (Number(minute) < 60 && minutes <= DAY_MINUTES) return minutes;
  throw problem("WINDOW_FORMAT", path, "expected a time of day as HH:MM, from 00:00 to 24:00.");
}

/** The person with windows within the hours of each day only; without any if none is. */
function clipped<Profile extends WeekHoursSource>(profile: Profile, { from, to }: Hours): Profile {
  const { hours } = readWeekHours(profile, "");
  if (hours === undefined) return profile;
  const { weekly, zone, away } = hours;
  const windows = WEEKDAYS.flatMap((day, index) => {
    const start = index * DAY_MINUTES;
    return Array.from({ length: weekly.length / 2 }, (_, place) => ({
      first: Math.max(weekly[2 * place]!, start + from),
      last: Math.min(weekly[2 * place + 1]!, start + to),
    }))
      .filter(({ first, last }) => first < last)
      .map(({ first, last }) => ({ day, start: timeText(first - start), end: timeText(last - start) }));
  });
  const days = Array.from({ length: away.length / 2 }, (_, place) => ({
    start: dateOfDay(away[2 * place]! / DAY_MINUTES),
    end: dateOfDay(away[2 * place + 1]! / DAY_MINUTES - 1),
  }));
  return { ...profile, availability: { windows, timeZone: zone.name, away: days } };
}

/** Whether a person of a list states any window. */
function statesWindows(profiles: readonly WeekHoursSource[]): (index: number) => boolean {
  const states = profiles.map((profile) => readWeekHours(profile, "").hours !== undefined);
  return (index) => states[index]!;
}

const NO_WINDOWS = lacksData({ en: "free time", tr: "uygun zamanı" }, "availability");

export const meetingTimeEntry = ruleEntry({
  name: "meetingTime",
  title: TITLE,
  options: (z) => ({
    minutes: z.number(),
    inAtLeast: z.number().exactOptional(),
    minimumBlock: z.number().exactOptional(),
    within: z.strictObject({ from: z.string(), to: z.string() }).exactOptional(),
    unknown: unknownField(z),
  }),
  make: (options) => meetingTime(options),
});
