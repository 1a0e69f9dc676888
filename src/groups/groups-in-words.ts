import { type PreparedProgramme, type Reason, TersineError } from "../index.ts";
import type { Group, Member } from "./result.ts";
import { type GroupScore, pairsOf, placesOf } from "./score.ts";
import type { Seats } from "./seats.ts";
import { sideOf } from "./unmatched.ts";
import { addsReason, contributionReasons } from "./words.ts";

/** Groups in the words of people, and their scores in the same order. */
export interface ToldGroups {
  readonly told: readonly Group[];
  readonly scores: readonly number[];
}

export function groupsInWords(
  programme: PreparedProgramme,
  seats: Seats,
  score: GroupScore,
  chosen: readonly (readonly number[])[],
): ToldGroups {
  const told = chosen.map((members) => groupOf(programme, seats, score, members));
  return { told, scores: told.map(({ score: points }) => points) };
}

function groupOf(programme: PreparedProgramme, seats: Seats, score: GroupScore, members: readonly number[]): Group {
  const places = placesOf(seats, members, members.length);
  const points = score.of(members, members.length);
  const contributions = score.explain(members);
  const pairs = pairsOf(programme, seats, members);
  const byId = [...members].sort((a, b) => (seats.all[a]!.id < seats.all[b]!.id ? -1 : 1));
  return {
    menteeIds: places.mentees.map((mentee) => programme.mentees[mentee]!.id),
    mentorIds: places.mentors.map((mentor) => programme.mentors[mentor]!.id),
    score: points,
    contributions,
    reasons: contributionReasons(contributions, places, pairs.length, score),
    members: byId.map((seat) => memberOf(seats, score, members, seat)),
    pairs: pairs.map(({ menteeId, mentorId, score: of }) => ({ menteeId, mentorId, score: of })),
  };
}

function memberOf(seats: Seats, score: GroupScore, members: readonly number[], seat: number): Member {
  const { id, mentee, mentor } = seats.all[seat]!;
  const points = score.of(members, members.length);
  const others = members.filter((other) => other !== seat);
  const rest = placesOf(seats, others, others.length);
  const isGroup = others.length > 1 && rest.mentees.length > 0 && rest.mentors.length > 0;
  const without = isGroup ? scoreWithout(score, others) : null;
  const places = placesOf(seats, members, members.length);
  const brought = score.parts.flatMap(({ criterion, prepared }): Reason[] => {
    const sentence = mentor < 0 ? undefined : prepared.brings?.(places, mentor);
    return sentence === undefined ? [] : [{ about: criterion.name, audience: "participant", ...sentence }];
  });
  return {
    id,
    side: sideOf({ mentee, mentor }),
    adds: typeof without === "number" ? points - without : null,
    reasons: [...brought, addsReason(points, without)],
  };
}

/** The score of what is left of a group; `undefined` where a criterion of the caller's cannot judge that. */
function scoreWithout(score: GroupScore, others: readonly number[]): number | undefined {
  try {
    return score.of(others, others.length);
  } catch (error) {
    if (error instanceof TersineError && ["CRITERION_THREW", "CRITERION_RESULT"].includes(error.code)) return undefined;
    throw error;
  }
}
