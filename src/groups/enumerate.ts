import type { Seats } from "./seats.ts";
import type { Shape } from "./shape.ts";

/** Takes a group: the first `count` entries of `seats`, ascending, which change afterwards. False ends the walk. */
export type TakeGroup = (seats: Int32Array, count: number) => boolean;

/**
 * Walks through all groups that the rules and the shape allow, in the order of their seats. False if `take` ended it.
 */
export function forGroups({ all, isAllowed }: Seats, shape: Shape, take: TakeGroup): boolean {
  const { people, mentees, mentors } = shape;
  const isMentee = Uint8Array.from(all, ({ mentee }) => (mentee >= 0 ? 1 : 0));
  const isMentor = Uint8Array.from(all, ({ mentor }) => (mentor >= 0 ? 1 : 0));
  // whether a seat from this one on is of a side
  const lastMentee = isMentee.lastIndexOf(1);
  const lastMentor = isMentor.lastIndexOf(1);
  const seats = new Int32Array(people[1]);
  const walk = (count: number, menteeCount: number, mentorCount: number, candidates: Int32Array): boolean => {
    const isFit =
      count >= people[0] &&
      menteeCount >= mentees[0] &&
      menteeCount <= mentees[1] &&
      mentorCount >= mentors[0] &&
      mentorCount <= mentors[1];
    if (isFit && !take(seats, count)) return false;
    if (count === people[1]) return true;
    for (let place = 0; place < candidates.length; place += 1) {
      const seat = candidates[place]!;
      const nextMentees = menteeCount + isMentee[seat]!;
      const nextMentors = mentorCount + isMentor[seat]!;
      if (nextMentees > mentees[1] || nextMentors > mentors[1]) continue;
      // those of a side that are missing come later, or never
      if (menteeCount < mentees[0] && seat > lastMentee) break;
      if (mentorCount < mentors[0] && seat > lastMentor) break;
      seats[count] = seat;
      const rest = candidates.subarray(place + 1).filter((other) => isAllowed(seat, other));
      if (count + 1 + rest.length < people[0]) continue;
      if (!walk(count + 1, nextMentees, nextMentors, rest)) return false;
    }
    return true;
  };
  return walk(
    0,
    0,
    0,
    Int32Array.from(all, (_, seat) => seat),
  );
}
