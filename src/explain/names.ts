import { asPublic } from "../base/public.ts";
import type { MatchInput } from "../model/input.ts";
import { normalId } from "../model/people/ids.ts";

/**
 * Names by id, as results write ids, in NFC. A name of spaces alone is none; whoever has none is absent.
 *
 * @example
 * const names = namesOf(input);
 * for (const { mentorId, menteeId } of result.pairs) print(names.get(mentorId) ?? mentorId, names.get(menteeId) ?? menteeId);
 */
export function namesOf(input: MatchInput): ReadonlyMap<string, string> {
  return asPublic("namesOf", () => {
    const { people = [], mentors, mentees } = input;
    const names = new Map<string, string>();
    for (const list of [people, mentors, mentees]) {
      for (const { id, name = "" } of list) if (name.trim() !== "") names.set(normalId(id), name.trim());
    }
    return names;
  });
}
