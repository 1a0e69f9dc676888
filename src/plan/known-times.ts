import { oncePer } from "../base/memo.ts";
import { forPeople, type Steps } from "../base/steps.ts";
import { readWeekHours, type Intervals, type WeekHours } from "../base/time/week-hours.ts";
import { type ProgrammeScale, trueRuns } from "../base/time/week-runs.ts";
import type { Program } from "../model/program.ts";
import type { KeepRead, KnownTimes, MenteeProfile, MentorProfile } from "../score/criterion.ts";

const readOnce = oncePer((profile: MentorProfile | MenteeProfile) => readWeekHours(profile, ""));

const readersOf = new WeakMap<object, unknown>();

/** What criteria read of entries of a programme, which never change: each is read once. */
export const keepRead: KeepRead = <Profile extends object, Read>(read: (profile: Profile) => Read) => {
  const kept = readersOf.get(read) ?? oncePer(read);
  readersOf.set(read, kept);
  // each function is kept beside its own reader, which a map cannot say
  return kept as typeof read;
};

/** The last true time of each; nearly always the same scale is asked for again. */
const lastRunsOf = new WeakMap<WeekHours, { readonly scale: ProgrammeScale; readonly runs: Intervals }>();

/** Reads the windows of all entries beforehand. Can be paused every few people. */
export function readTimes({ mentors, mentees }: Pick<Program, "mentors" | "mentees">): Steps<void> {
  const people: readonly (MentorProfile | MenteeProfile)[] = [...mentors, ...mentees];
  return forPeople(people, readOnce);
}

/** Times of entries of a programme, which never change: each is read once. */
export const knownTimes: KnownTimes = {
  hoursOf: (profile) => {
    const reading = readOnce(profile);
    // issues name a place, which the entry alone does not know
    return reading.issues.length === 0 ? reading : undefined;
  },
  runsOf: (hours, scale) => {
    const known = lastRunsOf.get(hours);
    if (known?.scale.origin === scale.origin && known.scale.end === scale.end) return known.runs;
    const runs = trueRuns(hours, scale);
    lastRunsOf.set(hours, { scale, runs });
    return runs;
  },
};
