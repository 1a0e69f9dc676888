import { normalId } from "../base/ids.ts";
import { isRecord } from "../base/given.ts";
import { compareText } from "../base/text.ts";
import type { MatchInput } from "../index.ts";
import { isWhole } from "./issues.ts";
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
    .map(({ id }) => normalId(id))
    .sort(compareText);
}

/**
 * The input with numbers of talks in place of capacities and minimum loads. Lists and entries that are not sound stay as they
 * are, so that reading them tells what is wrong.
 */
export function withTalks(input: MatchInput, asked: ReadTalks, floors?: Floors): MatchInput {
  const loaded = <Own extends Entry>(entries: readonly Own[], side: TalkSide): readonly Own[] => {
    const [fewest, most] = asked[side];
    return entries.map((entry) => {
      if (!isSound(entry)) return entry;
      if (entry.capacity === 0) return { ...entry, minimumLoad: 0 };
      const minimumLoad = floors === undefined ? fewest : (floors[side].get(normalId(entry.id)) ?? 0);
      return { ...entry, capacity: most, minimumLoad };
    });
  };
  const isSoundInput = isRecord(input) && [input.mentors, input.mentees].every((list: unknown) => Array.isArray(list));
  if (!isSoundInput) return input;
  return { ...input, mentors: [...loaded(input.mentors, "mentors")], mentees: [...loaded(input.mentees, "mentees")] };
}

/** Whether the loads of an entry can be read, so that nothing wrong is lost when they are replaced. */
function isSound(entry: unknown): boolean {
  if (!isRecord(entry) || typeof entry["id"] !== "string") return false;
  const { capacity = 1, minimumLoad = 0 } = entry;
  return isWhole(capacity, 0, MOST_CAPACITY) && isWhole(minimumLoad, 0, capacity);
}

/** More places than the data may state for one person are refused where the data are read. */
const MOST_CAPACITY = 10_000;

/** Floors of at most `most` talks each. */
export function loweredTo(most: number, { mentees, mentors }: Floors): Floors {
  const lowered = (floors: ReadonlyMap<string, number>): Map<string, number> =>
    new Map([...floors].map(([id, floor]) => [id, Math.min(floor, most)]));
  return { mentees: lowered(mentees), mentors: lowered(mentors) };
}
