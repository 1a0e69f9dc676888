import type { MatchInput } from "../index.ts";

/** Names by id, in NFC as results have ids; people without a name are absent. */
export type Names = ReadonlyMap<string, string>;

export function namesOf(input: MatchInput | undefined): Names {
  const names = new Map<string, string>();
  for (const people of [input?.people ?? [], input?.mentors ?? [], input?.mentees ?? []])
    for (const { id, name } of people) if (name !== undefined) names.set(id.normalize("NFC"), name);
  return names;
}
