import { type Comparison, type MatchedResult, type MatchResult, type Pair, type Unmatched } from "../../index.ts";
import type { Sentence } from "../../base/sentence.ts";
import { type TimeOfWeek, timeOfWeekText } from "../../base/time/weekday.ts";
import type { Conflict, Difference, ShownPair, ShownPlan, ShownUnmatched } from "../protocol.ts";

/** A result as the page shows it. */
export function shownPlan(result: MatchResult): Omit<ShownPlan, "milliseconds" | "difference"> {
  const unmatched = result.unmatched.map(shownUnmatched);
  const warnings = result.warnings.map(sentenceOf);
  if (result.status === "infeasible") {
    const { mentors, mentees } = result.manifest.input;
    return {
      ...{ status: result.status, pairs: [], unmatched, warnings, score: 0, counts: { mentors, mentees } },
      placed: { mentors: 0, mentees: 0 },
      conflicts: [{ ...sentenceOf(result.witness), people: [] }, ...result.conflicts.map(conflictOf)],
    };
  }
  return { ...shownMatched(result), unmatched, warnings, conflicts: [] };
}

function shownMatched({
  status,
  pairs,
  totals,
}: MatchedResult): Pick<ShownPlan, "status" | "pairs" | "placed" | "counts" | "score"> {
  return {
    status,
    pairs: pairs.map(shownPair),
    placed: { mentors: totals.placedMentors, mentees: totals.placedMentees },
    counts: { mentors: totals.mentors, mentees: totals.mentees },
    score: totals.score,
  };
}

function shownPair({ mentorId, menteeId, score, contributions, reasons, meetings, lacks = [] }: Pair): ShownPair {
  const most = contributions.reduce(
    (best, { points }, place) => (points > (contributions[best]?.points ?? 0) ? place : best),
    0,
  );
  const [meeting] = meetings;
  return {
    ...{ mentorId, menteeId, score, lacks },
    why: sentenceOf(reasons[most] ?? { en: "", tr: "" }),
    ...(meeting === undefined ? {} : { meeting: meetingText(meeting) }),
  };
}

/** A time on the clocks of the two: one text where both agree, else the mentor's and the mentee's. */
export function meetingText({
  mentor,
  mentee,
}: {
  readonly mentor: TimeOfWeek;
  readonly mentee: TimeOfWeek;
}): Sentence {
  const text = (language: "en" | "tr"): string => {
    const [own, other] = [timeOfWeekText(mentor, language), timeOfWeekText(mentee, language)];
    return own === other ? own : `${own} / ${other}`;
  };
  return { en: text("en"), tr: text("tr") };
}

function conflictOf(demand: Demand): Conflict {
  const people = (): Conflict["people"] => {
    switch (demand.demand) {
      case "pin":
        return [
          { side: "mentee", id: demand.menteeId },
          { side: "mentor", id: demand.mentorId },
        ];
      case "minimumLoad":
        return [{ side: demand.side, id: demand.id }];
      case "quota":
        return [];
    }
  };
  return { ...sentenceOf(demand), people: people() };
}

type Demand = Extract<MatchResult, { readonly status: "infeasible" }>["conflicts"][number];

function shownUnmatched({ id, side, code, reasons }: Unmatched): ShownUnmatched {
  return { id, side, code, reasons: reasons.map(sentenceOf) };
}

export function differenceOf({ kept, lost, gained, difference }: Comparison): Difference {
  const ids = ({ mentorId, menteeId }: { readonly mentorId: string; readonly menteeId: string }) => ({
    mentorId,
    menteeId,
  });
  return {
    pairs: difference.pairs,
    people: difference.placedMentors + difference.placedMentees,
    score: difference.score,
    gained: gained.map(ids),
    lost: lost.map(ids),
    kept: kept.length,
  };
}

export function sentenceOf({ en, tr }: Sentence): Sentence {
  return { en, tr };
}
