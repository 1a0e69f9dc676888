import { problem } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import { normalId } from "../model/people/ids.ts";
import type { Program } from "../model/program.ts";
import type { PersonOfSide, Rule } from "./rule.ts";

/**
 * Reads whom a caller means.
 *
 * @throws TersineError ID_TYPE for anything but a mentor's or a mentee's id; FIELD_CONFLICT for both, because it is not a pair
 */
export function readPerson(given: unknown): PersonOfSide {
  const fields = typeof given === "object" && given !== null ? given : {};
  const mentorId: unknown = Reflect.get(fields, "mentorId");
  const menteeId: unknown = Reflect.get(fields, "menteeId");
  if (mentorId !== undefined && menteeId !== undefined) {
    throw problem("FIELD_CONFLICT", "/person", "expected the id of a mentor or of a mentee, got both.");
  }
  if (typeof mentorId === "string") return { mentorId };
  if (typeof menteeId === "string") return { menteeId };
  const id = mentorId ?? menteeId;
  throw problem("ID_TYPE", "/person", `expected an id as text, got ${describeValue(id)}.`);
}

/**
 * The same rule, but not for one person: no pair of theirs on that side is refused by it. For others use it again.
 *
 * @throws TersineError ID_TYPE for anything but a mentor's or a mentee's id; FIELD_CONFLICT for both; when matching,
 *   ID_UNKNOWN for one who is not registered on that side
 *
 * @example
 * matchPairs(input, { rules: [exceptFor(noReportingLine(), { menteeId: "m7" }), reverse()] });
 */
export function exceptFor<Kind extends Rule>(rule: Kind, person: PersonOfSide): Kind;
export function exceptFor(rule: Rule, given: PersonOfSide): Rule {
  const person = readPerson(given);
  if (rule.kind === "score") return { ...rule, except: [...(rule.except ?? []), person] };
  const known: unknown = rule.settings?.["except"];
  const except = [...(Array.isArray(known) ? Array.from<unknown>(known) : []), person];
  return {
    ...rule,
    settings: { ...rule.settings, except },
    prepare: (program, path) => {
      const prepared = rule.prepare(program, path);
      const isExempt = exemption(program, [person], path);
      return {
        ...prepared,
        refuses: (mentee, mentor) => !isExempt(mentee, mentor) && prepared.refuses(mentee, mentor),
      };
    },
  };
}

/** Whether a pair, by indices, is one of somebody in a list. */
export function exemption(
  { mentors, mentees }: Program,
  people: readonly PersonOfSide[],
  path: string,
): (mentee: number, mentor: number) => boolean {
  const isMentor = new Uint8Array(mentors.length);
  const isMentee = new Uint8Array(mentees.length);
  for (const person of people) {
    const [side, id, list, marks] =
      "mentorId" in person
        ? (["mentor", person.mentorId, mentors, isMentor] as const)
        : (["mentee", person.menteeId, mentees, isMentee] as const);
    const index = list.findIndex((each) => each.id === normalId(id));
    if (index < 0) {
      throw problem("ID_UNKNOWN", `${path}/except`, `expected the id of a registered ${side}, got another.`);
    }
    marks[index] = 1;
  }
  return (mentee, mentor) => isMentor[mentor] === 1 || isMentee[mentee] === 1;
}
