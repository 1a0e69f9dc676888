import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  audienceOf,
  availability,
  choices,
  createMatcher,
  criterion,
  generation,
  goals,
  hierarchy,
  letters,
  type MatchInput,
  matchPairs,
  noReportingLine,
  type Pair,
  reasonsFor,
  topics,
  waiting,
} from "../../src/index.ts";
import { expectMatched } from "../support/expect-matched.ts";
import { programmes } from "../support/programmes.ts";
import { renamed } from "../support/reordered.ts";
import { runs, shareOf } from "../support/runs.ts";

const criteria = [
  topics(),
  goals(),
  availability(),
  hierarchy(),
  generation({ by: "birthYear" }),
  choices(),
  waiting(),
  criterion("secret", () => 0.123457),
];

/** Programmes whose people have names and ids that no other word holds, with wishes against and for people. */
const cases = programmes({ largest: 5 }).map((drawn): MatchInput => {
  const input = renamed(drawn, (id) => `<${id}>`);
  return { ...input, people: (input.people ?? []).map((person) => ({ ...person, name: `Name of ${person.id}` })) };
});

describe("letters", () => {
  it("n: hold the reader and their own partners, and no other id, rule, criterion or score", () => {
    let met = 0;
    fc.assert(
      fc.property(cases, fc.constantFrom("en", "tr"), (input, language) => {
        const result = expectMatched(matchPairs(input, { criteria, rules: [noReportingLine()] }));
        const sent = letters(result, input, { language });
        const registered = new Set([...input.mentors, ...input.mentees].map(({ id }) => id));
        expect(sent.map(({ id }) => id)).toEqual([...registered].sort());
        for (const { id, partners, text } of sent) {
          const own = result.pairs.filter((pair) => pair.mentorId === id || pair.menteeId === id);
          const known = new Set(own.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId]).concat(id));
          expect(new Set(partners.map((partner) => partner.id).concat(id))).toEqual(known);
          const others = (input.people ?? []).filter((person) => !known.has(person.id));
          expect(others.filter((person) => text.includes(person.id))).toEqual([]);
          for (const partner of partners) expect(text).toContain(`Name of ${partner.id}`);
          for (const word of ["noReportingLine", "avoid", "secret", "notSelf", "choices", "waiting"])
            expect(text).not.toContain(word);
          for (const year of (input.people ?? []).flatMap(({ birthYear }) => birthYear ?? []))
            expect(text).not.toContain(String(year));
          expect(scoresIn(result.pairs).filter((score) => text.includes(score))).toEqual([]);
          met += partners.length;
        }
      }),
      runs(60),
    );
    expect(met).toBeGreaterThan(shareOf(50));
  });

  it("n: tell why, what to talk about first, and when, on the reader's clock", () => {
    const input: MatchInput = {
      mentors: [
        {
          id: "ece",
          name: "Ece Kaya",
          teaches: ["AI", "Podcasting"],
          availability: "Mon 10:00-12:00",
          timeZone: "Europe/Istanbul",
        },
      ],
      mentees: [
        {
          id: "ali",
          name: "Ali Er",
          learns: [
            { topic: "Podcasting", priority: 2 },
            { topic: "AI", priority: 1 },
          ],
          availability: "Mon 08:00-10:00",
          timeZone: "Europe/London",
        },
        { id: "can", learns: ["SQL"], avoid: ["ece"] },
      ],
      period: { start: "2027-04-05", end: "2027-05-02" },
    };
    const [ali, can, ece] = letters(matchPairs(input, { rules: [] }), input);
    expect(ali?.text.split("\n").slice(0, 3)).toEqual(["Dear Ali Er,", "", "Your mentor in this round is Ece Kaya."]);
    expect(ali?.partners[0]).toMatchObject({ topics: ["AI", "Podcasting"], times: ["Monday 08:00–10:00"] });
    expect(ece?.partners[0]).toMatchObject({ name: "Ali Er", role: "mentee", times: ["Monday 10:00–12:00"] });
    expect(ali?.text).not.toContain("points");
    expect(can?.text).toContain("There is no pair for you in this round.");
    expect(letters(matchPairs(input, { rules: [] }), input, { language: "tr" })[2]?.text).toContain(
      "Bu turdaki mentee'niz: Ali Er.",
    );
  });

  it("n: why two are not paired is one neutral sentence for participants, whichever rule refuses", () => {
    const input: MatchInput = {
      people: [{ id: "a", managerId: "c" }],
      mentors: [{ id: "a", teaches: ["x"] }],
      mentees: [
        { id: "b", learns: ["x"], avoid: ["a"] },
        { id: "c", learns: ["x"] },
      ],
    };
    const { explain } = createMatcher(input, { rules: [noReportingLine()] });
    const told = ["b", "c"].map((menteeId) => reasonsFor("participant", explain("a", menteeId).reasons));
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).toMatchObject([
      { en: "The two cannot be paired in this round.", tr: "Bu tur eşleştirilemiyorlar." },
    ]);
    expect(reasonsFor("organiser", explain("a", "b").reasons)[0]?.en).toContain("avoid");
  });

  it("n: fields say who may read them", () => {
    expect(audienceOf("/pairs/0/meetings/1/weeks")).toBe("participant");
    expect(audienceOf("/totals/pairs")).toBe("public");
    for (const path of [
      "/unmatched/0/reasons/0/en",
      "/totals/refusals/0",
      "/warnings/0/ids",
      "/pairs/0/score",
      "/proof",
      "/else",
    ]) {
      expect(audienceOf(path)).toBe("organiser");
    }
  });
});

/** Scores and points as any text could show them. */
function scoresIn(pairs: readonly Pair[]): readonly string[] {
  const all = pairs.flatMap(({ score, contributions }) => [score, ...contributions.map(({ points }) => points)]);
  return all.filter((points) => points >= 10_000).map(String);
}
