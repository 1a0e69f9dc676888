import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drain } from "../../../src/base/steps.ts";
import { changedInputHash } from "../../../src/matcher/what-if/reused-hash.ts";
import { inputHash } from "../../../src/plan/input-hash.ts";
import type { Program } from "../../../src/model/program.ts";
import { readProgramme } from "../../../src/model/read-input.ts";
import type { MatchInput } from "../../../src/model/schema/schema.ts";
import { runs, shareOf } from "../../support/runs.ts";

const LISTS = ["mentors", "mentees", "people"] as const;
const ZONES = ["Europe/Istanbul", "Asia/Kathmandu", "America/New_York"];

/** Some people more than are hashed at a time. */
function programmeOf(mentors: number, mentees: number, people: number): Program {
  const entry = (id: string, place: number) => ({
    id,
    timeZone: ZONES[place % 2] ?? "UTC",
    ...(place % 3 === 0 ? { availability: "Mon 09:00-10:00" } : {}),
  });
  const list = <Item>(count: number, make: (place: number) => Item): Item[] =>
    Array.from({ length: count }, (_, place) => make(place));
  const input: MatchInput = {
    people: list(people, (place) => ({ id: `p${place}` })),
    mentors: list(mentors, (place) => ({ ...entry(`a${place}`, place), teaches: ["AI"] })),
    mentees: list(mentees, (place) => ({ ...entry(`b${place}`, place), learns: ["AI"] })),
    period: { start: "2027-03-01", end: "2027-03-28" },
  };
  return readProgramme(input).program;
}

interface Edit {
  readonly list: (typeof LISTS)[number];
  readonly place: number;
  readonly what: "remove" | "copy" | "zone" | "add";
}

const edits: fc.Arbitrary<Edit> = fc.record({
  list: fc.constantFrom(...LISTS),
  place: fc.nat(1_000),
  what: fc.constantFrom("remove", "copy", "zone", "add"),
});

/** A programme that shares all other entries with the one it is made from, as those of changes do. */
function edited(program: Program, { list, place, what }: Edit): Program {
  const entries: object[] = [...program[list]];
  const at = place % Math.max(1, entries.length);
  const entry = { ...entries[at] };
  if (what === "add") entries.splice(at, 0, { ...entry, id: `new ${place}` });
  else if (entries.length > 0 && what === "remove") entries.splice(at, 1);
  else if (entries.length > 0) entries[at] = what === "copy" ? entry : { ...entry, timeZone: ZONES[place % 3] };
  return { ...program, [list]: entries };
}

describe("the hash of a changed programme", () => {
  it("X6: is that of the same programme hashed from its beginning, after any changes", () => {
    const sizes = fc.tuple(fc.nat(90), fc.nat(150), fc.nat(70));
    let changed = 0;
    fc.assert(
      fc.property(sizes, fc.array(edits, { minLength: 1, maxLength: 5 }), ([mentors, mentees, people], list) => {
        let program = programmeOf(mentors, mentees, people);
        drain(inputHash(program));
        for (const edit of list) {
          const next = edited(program, edit);
          const fresh = drain(inputHash(structuredCloneOf(next)));
          expect(changedInputHash(program, next)).toBe(fresh);
          expect(drain(inputHash(next))).toBe(fresh);
          if (fresh !== drain(inputHash(program))) changed += 1;
          program = next;
        }
      }),
      runs(150),
    );
    expect(changed).toBeGreaterThan(shareOf(100));
  });

  it("X6: does not depend on whether the programme before was hashed", () => {
    const before = programmeOf(70, 70, 70);
    const after = edited(before, { list: "mentees", place: 69, what: "remove" });
    expect(changedInputHash(before, after)).toBe(drain(inputHash(structuredCloneOf(after))));
  });
});

/** The same programme as other objects, of which nothing is known. */
function structuredCloneOf(program: Program): Program {
  const { mentors, mentees, people } = structuredClone({
    mentors: program.mentors,
    mentees: program.mentees,
    people: program.people,
  });
  return { ...program, mentors, mentees, people };
}
