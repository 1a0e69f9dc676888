import { asPublic } from "../base/public.ts";
import { problem } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import { normalId } from "../model/people/ids.ts";
import type { Program } from "../model/program.ts";
import { pairIndex } from "../base/pair-index.ts";
import type { Criterion } from "../score/criterion.ts";
import type { Exempt, PersonOfSide, Rule } from "./rule.ts";

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

/** Reads a person or a pair. */
function readExempt(given: unknown): Exempt {
  const fields = typeof given === "object" && given !== null ? given : {};
  const mentorId: unknown = Reflect.get(fields, "mentorId");
  const menteeId: unknown = Reflect.get(fields, "menteeId");
  return typeof mentorId === "string" && typeof menteeId === "string" ? { mentorId, menteeId } : readPerson(given);
}

/**
 * The same rule, but not for one person, no pair of whom on that side is refused by it; or, with both ids, not for one
 * pair. For others use it again.
 *
 * @throws TersineError ID_TYPE for anything but a mentor's or a mentee's id, or both; when matching, ID_UNKNOWN for one
 *   who is not registered on that side
 *
 * @example
 * matchPairs(input, { rules: [exceptFor(noReportingLine(), { menteeId: "m7" }), reverse()] });
 */
export function exceptFor<Kind extends Rule>(rule: Kind, exempt: Exempt): Kind;
export function exceptFor(rule: Rule, given: Exempt): Rule {
  return asPublic("exceptFor", () => {
    const exempt = readExempt(given);
    if (rule.kind === "score") return { ...rule, except: [...(rule.except ?? []), exempt] };
    const known: unknown = rule.settings?.["except"];
    const { judgingBy } = rule;
    const except = [...(Array.isArray(known) ? Array.from<unknown>(known) : []), exempt];
    return {
      ...rule,
      settings: { ...rule.settings, except },
      ...(judgingBy === undefined
        ? {}
        : { judgingBy: (criteria: readonly Criterion[]) => exceptFor(judgingBy(criteria), exempt) }),
      prepare: (program, path) => {
        const prepared = rule.prepare(program, path);
        const isExempt = exemption(program, [exempt], path);
        return {
          ...prepared,
          refuses: (mentee, mentor) => !isExempt(mentee, mentor) && prepared.refuses(mentee, mentor),
        };
      },
    };
  });
}

/** Whether a pair, by indices, is one of somebody in a list. */
export function exemption(
  { mentors, mentees }: Program,
  exempt: readonly Exempt[],
  path: string,
): (mentee: number, mentor: number) => boolean {
  const isMentor = new Uint8Array(mentors.length);
  const isMentee = new Uint8Array(mentees.length);
  const { keyOf } = pairIndex(mentees.length, mentors.length);
  const pairs = new Set<number>();
  for (const each of exempt) {
    const mentor = "mentorId" in each ? placeOf(mentors, each.mentorId, "mentor", path) : undefined;
    const mentee = "menteeId" in each ? placeOf(mentees, each.menteeId, "mentee", path) : undefined;
    if (mentor !== undefined && mentee !== undefined) pairs.add(keyOf(mentee, mentor));
    else if (mentor !== undefined) isMentor[mentor] = 1;
    else if (mentee !== undefined) isMentee[mentee] = 1;
  }
  return (mentee, mentor) =>
    isMentor[mentor] === 1 || isMentee[mentee] === 1 || (pairs.size > 0 && pairs.has(keyOf(mentee, mentor)));
}

function placeOf(people: readonly { readonly id: string }[], id: string, side: string, path: string): number {
  const index = people.findIndex((each) => each.id === normalId(id));
  if (index >= 0) return index;
  throw problem("ID_UNKNOWN", `${path}/except`, `expected the id of a registered ${side}, got another.`);
}
