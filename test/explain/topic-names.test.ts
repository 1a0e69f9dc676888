import { describe, expect, it } from "vitest";
import { expectMatched } from "../support/expect-matched.ts";
import { bestSpellings } from "../../src/explain/topic-names.ts";
import { createMatcher, type MatchInput, matchPairs, topicCatalogue, topics } from "../../src/index.ts";

describe("a topic is shown in its best spelling", () => {
  it.each([
    [["  Büyük  veri", "büyük veri", "Büyük veri", "Büyük veri "], "Büyük veri"],
    [["JAVASCRIPT", "JavaScript"], "JavaScript"],
    [["JAVASCRIPT", "javascript"], "javascript"],
    [["JAVASCRIPT", "javascript", "JavaScript", "JavaScript"], "JavaScript"],
    [["ai", "AI"], "AI"],
    [["Machine Learning", "Machine learning"], "Machine learning"],
    [["podcasting", "podcasting", "Podcasting"], "podcasting"],
  ])("k: of %j", (texts, best) => {
    expect([...new Set(bestSpellings(texts).values())]).toEqual([best]);
    expect([...new Set(bestSpellings(texts.toReversed()).values())]).toEqual([best]);
  });

  const input: MatchInput = {
    mentors: [
      { id: "a", teaches: ["  Büyük  veri", "JAVASCRIPT"] },
      { id: "b", teaches: ["Büyük veri", "JavaScript"] },
    ],
    mentees: [
      { id: "c", learns: ["  Büyük  veri", "JAVASCRIPT"] },
      { id: "d", learns: ["büyük veri", "JavaScript"] },
      { id: "e", learns: ["Büyük veri"] },
    ],
  };

  it("k: in pairs, topics and fixes, whoever wrote it how", () => {
    const matcher = createMatcher(input, { rules: [] });
    const text = JSON.stringify([matcher.match(), matcher.topicValues(), matcher.offerValues()]);
    expect(text).toContain("Büyük veri");
    expect(text).not.toMatch(/ {2}Büyük|JAVASCRIPT|büyük veri/u);
  });

  it("k: by the catalogue's label, in the language of the sentence", () => {
    const catalogue = topicCatalogue([
      { id: "big-data", labels: { en: "Big data", tr: "Büyük veri" }, aliases: ["veri yığını"] },
    ]);
    const wishes = { ...input, mentees: [{ id: "c", learns: ["VERİ YIĞINI", "büyük VERİ"] }] };
    const { pairs, demand } = expectMatched(matchPairs(wishes, { rules: [], criteria: [topics({ catalogue })] }));
    expect(pairs[0]?.reasons[0]?.en).toContain("Covers 1 of 1 topic asked for: Big data.");
    expect(pairs[0]?.reasons[0]?.tr).toContain("karşılanan: 1 (Büyük veri).");
    expect(demand.map(({ topic }) => topic)).toContain("Büyük veri");
  });

  it("k: a what-if in which another spelling wins tells the same as a match of its own", () => {
    const matcher = createMatcher(input, { rules: [] });
    const learns = ["BIG", "javascript", "büyük veri"];
    const changed = matcher.whatIf({ mentees: { set: [{ id: "e", learns: [...learns, "x"] }] } });
    const mentees = input.mentees.map((entry) => (entry.id === "e" ? { ...entry, learns: [...learns, "x"] } : entry));
    expect(changed.result).toEqual(matchPairs({ ...input, mentees }, { rules: [] }));
  });
});
