import { describe, expect, it } from "vitest";
import { expectMatched } from "../support/expect-matched.ts";
import {
  choices,
  createMatcher,
  type Criterion,
  generation,
  goalsByText,
  goalsByVector,
  type MatchInput,
  matchPairs,
  type MenteeEntry,
  type MentorEntry,
  topicCatalogue,
  topics,
  waiting,
} from "../../src/index.ts";

/** What is told of a pair by one criterion. */
function told(
  criterion: Criterion,
  mentor: Omit<MentorEntry, "id" | "teaches"> & { readonly teaches?: MentorEntry["teaches"] },
  mentee: Omit<MenteeEntry, "id" | "learns"> & { readonly learns?: MenteeEntry["learns"] },
): readonly [en: string, tr: string] {
  const input: MatchInput = {
    mentors: [{ id: "a", teaches: ["x"], ...mentor }],
    mentees: [{ id: "b", learns: ["x"], ...mentee }],
    period: { start: "2027-03-01", end: "2027-03-28" },
  };
  const [pair] = expectMatched(matchPairs(input, { rules: [], criteria: [criterion] })).pairs;
  const reason = pair?.reasons[0];
  if (reason === undefined) throw new Error("expected a pair");
  return [reason.en, reason.tr];
}

describe("what is partly so is told as part", () => {
  it("j: a level below the one wanted", () => {
    const [en, tr] = told(
      topics(),
      { teaches: [{ topic: "x", level: 1 }] },
      { learns: [{ topic: "x", level: 5 }, "y"] },
    );
    expect(en).toContain("Covers 0 of 2 topics asked for; in part: x (level 1 of 5).");
    expect(tr).toContain("İstenen 2 konudan karşılanan: 0; kısmen: x (düzey 1/5).");
  });

  it("j: a related topic, with its level", () => {
    const catalogue = topicCatalogue([], { broader: { "short video": "Social media" }, closeness: [0.5] });
    const related = told(topics({ catalogue }), { teaches: ["short video"] }, { learns: ["Social media"] });
    expect(related[0]).toContain("in part: Social media through short video (half).");
    const third = topicCatalogue([], { broader: { "short video": "Social media" }, closeness: [0.3] });
    const low = told(
      topics({ catalogue: third }),
      { teaches: [{ topic: "short video", level: 2 }] },
      { learns: [{ topic: "Social media", level: 4 }] },
    );
    expect(low[0]).toContain("in part: Social media through short video (30 of 100) (level 2 of 4).");
    expect(low[1]).toContain("kısmen: Social media, short video üzerinden (30/100) (düzey 2/4).");
  });

  it("j: choices of which neither is the other, or one", () => {
    expect(told(choices(), { choices: ["b"] }, {})[0]).toMatch(
      /^The mentor named the mentee as choice 1; the mentee did not/u,
    );
    expect(told(choices(), {}, {})[0]).toMatch(/^Neither named the other\./u);
    expect(told(choices({ leftOutCountsZero: true }), {}, {})[1]).toMatch(
      /^İkisi de tercih listesine diğerini yazmamış\./u,
    );
  });

  it("j: goals by vector and by text are near or far, not counted", () => {
    const vectorOf = ({ goals }: { readonly goals?: readonly string[] | undefined }) => goals?.map(Number);
    const near = told(goalsByVector({ vectorOf }), { goals: ["1", "0"] }, { goals: ["1", "1"] });
    expect(near[0]).toMatch(/^Their goals are near each other by 71 of 100\./u);
    const words = told(goalsByText(), { goals: ["grow as leader"] }, { goals: ["leader of teams"] });
    expect(words[0]).toContain("near each other by 33 of 100; 1 shared word: leader.");
  });

  it("j: generation says of what the years are, and how many bands lie between", () => {
    const bands = ["X", "Y", "Z"];
    expect(told(generation({ by: "birthYear" }), { birthYear: 1999 }, { birthYear: 1970 })[0]).toMatch(
      /^Their birth years are 29 years apart/u,
    );
    expect(
      told(generation({ by: "careerStartYear" }), { careerStartYear: 2020 }, { careerStartYear: 2019 })[0],
    ).toMatch(/^They started work 1 year apart/u);
    expect(told(generation({ by: "band", bands }), { generation: "X" }, { generation: "Z" })[0]).toMatch(
      /^Between their generations lies 1 other\./u,
    );
    expect(told(generation({ by: "band", bands }), { generation: "X" }, { generation: "Y" })[0]).toContain(
      "none lies between",
    );
    expect(told(generation({ by: "band", bands }), { generation: "X" }, { generation: "X" })[0]).toContain(
      "of one generation",
    );
  });

  it("j: whoever states no date has not waited 0 days", () => {
    expect(told(waiting(), { waitingSince: "2027-02-01" }, {})[0]).toMatch(
      /^The mentor has waited 28 days, the mentee's waiting time is not known\./u,
    );
  });

  it("j: forcing tells no negative figure and nothing that does not change", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", teaches: ["x"] },
        { id: "b", teaches: ["x"], avoid: ["d"] },
      ],
      mentees: [
        { id: "c", learns: ["y"] },
        { id: "d", learns: ["x"] },
      ],
    };
    const explained = createMatcher(input, { rules: [], objective: "coverage" }).explain("a", "c");
    if (explained.status !== "possible" || explained.forcing.status !== "possible") throw new Error("expected a cost");
    expect(explained.forcing.reasons[0]?.en).not.toMatch(/-|\b0\b/u);
    expect(explained.forcing.reasons[0]?.en).toBe(
      "This pair instead would cost 100 points in total; 2 people fewer would have a place.",
    );
  });
});
