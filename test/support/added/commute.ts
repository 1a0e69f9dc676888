import { criterionEntry } from "../../../src/score/criterion-entry.ts";
import type { CriterionOf, MenteeProfile, MentorProfile, ScorePool } from "../../../src/score/criterion-of.ts";
import { FULL_SCORE, type MissingSide, NO_INFORMATION } from "../../../src/score/criterion-of.ts";
import {
  checkNumber,
  type CriterionOptions,
  missingEntry,
  pairValue,
  settle,
  silentSide,
} from "../../../src/score/settings.ts";

/* The one file of a criterion that the library does not have; `test/matcher/record/added.test.ts` adds its line. */

export interface CommuteOptions extends CriterionOptions {
  /** Minutes from which the value is 0. @default 60 */
  readonly tooFar?: number;
}

export interface CommuteFacts {
  readonly kind: "commute";
  readonly missing?: MissingSide;
  /** Minutes between the two. */
  readonly minutes?: number;
}

/** How near the two live: 1 at the same stop, 0 from `tooFar` minutes on. Without a stop there is no information. */
export function commute(options: CommuteOptions = {}): CriterionOf<CommuteFacts> {
  const settings = settle({ name: "commute", weight: 1, missing: "skip" }, options, ["tooFar"]);
  const { tooFar = 60 } = options;
  checkNumber(tooFar, "/tooFar", 1, 1_000);
  const prepare = ({ mentees, mentors }: ScorePool) => {
    const stopOfMentee = Float64Array.from(mentees, stopOf);
    const stopOfMentor = Float64Array.from(mentors, stopOf);
    const minutesOf = (mentee: number, mentor: number) => Math.abs(stopOfMentee[mentee]! - stopOfMentor[mentor]!);
    return {
      points: (mentee: number, mentor: number) => {
        const minutes = minutesOf(mentee, mentor);
        return Number.isNaN(minutes) ? NO_INFORMATION : Math.round(Math.max(0, 1 - minutes / tooFar) * FULL_SCORE);
      },
      facts: (mentee: number, mentor: number): CommuteFacts => {
        const minutes = minutesOf(mentee, mentor);
        const silent = silentSide(!Number.isNaN(stopOfMentee[mentee]), !Number.isNaN(stopOfMentor[mentor]));
        return { kind: "commute", ...missingEntry(silent), ...(Number.isNaN(minutes) ? {} : { minutes }) };
      },
    };
  };
  return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
}

function stopOf({ attributes = {} }: MenteeProfile | MentorProfile): number {
  return typeof attributes["stop"] === "number" ? attributes["stop"] : Number.NaN;
}

export const commuteEntry = /* @__PURE__ */ criterionEntry({
  name: "commute",
  title: { en: "way to work", tr: "işe gidiş" },
  facts: "commute",
  options: (z) => ({ tooFar: z.number().exactOptional() }),
  make: commute,
  lacking: { en: "way to work is", tr: "işe geliş yolu" },
  sentences: {
    en: ({ minutes = 0 }: CommuteFacts) => `They live ${minutes} minutes apart.`,
    tr: ({ minutes = 0 }) => `Aralarında ${minutes} dakika yol var.`,
  },
});
