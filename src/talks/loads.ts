import type { MatchInput } from "../index.ts";
import { byText, idKey } from "./issues.ts";
import type { ReadTalks } from "./options.ts";

type TalkSide = "mentees" | "mentors";

/** How many talks everybody is sure to have, by id; 0 for those who are not listed. */
export interface Floors {
  readonly mentees: ReadonlyMap<string, number>;
  readonly mentors: ReadonlyMap<string, number>;
}

type Entry = MatchInput["mentors"][number] | MatchInput["mentees"][number];

/** Ids of those who do not sit the round out, ascending. */
export function participants(entries: readonly Entry[]): readonly string[] {
  return entries
    .filter(({ capacity }) => capacity !== 0)
    .map(({ id }) => idKey(id))
    .sort(byText);
}

/** The input with numbers of talks in place of capacities and minimum loads. */
export function withTalks(input: MatchInput, asked: ReadTalks, floors?: Floors): MatchInput {
  const loaded = <Own extends Entry>(entries: readonly Own[], side: TalkSide): readonly Own[] => {
    const [fewest, most] = asked[side];
    return entries.map((entry) => {
      if (entry.capacity === 0) return { ...entry, minimumLoad: 0 };
      const minimumLoad = floors === undefined ? fewest : (floors[side].get(idKey(entry.id)) ?? 0);
      return { ...entry, capacity: most, minimumLoad };
    });
  };
  return { ...input, mentors: [...loaded(input.mentors, "mentors")], mentees: [...loaded(input.mentees, "mentees")] };
}

/** Floors of at most `most` talks each. */
export function loweredTo(most: number, { mentees, mentors }: Floors): Floors {
  const lowered = (floors: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...floors].map(([id, floor]) => [id, Math.min(floor, most)]));
  return { mentees: lowered(mentees), mentors: lowered(mentors) };
}
