import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  matchPairs,
  partnerLimit,
  quota,
  readConfig,
  replay,
  topicCatalogue,
  topics,
  type MatchInput,
} from "../../src/index.ts";
import { runs } from "../support/runs.ts";

const catalogue = topicCatalogue([], { aliases: { "yapay zeka": "AI" } });
const subject = fc.constantFrom("AI", "Yapay Zeka", "SQL", "TikTok");
const goal = fc.constantFrom("Growth", "growth ", "voice");

const inputs: fc.Arbitrary<MatchInput> = fc
  .tuple(
    fc.array(
      fc.record({
        teaches: fc.uniqueArray(subject),
        goals: fc.uniqueArray(goal),
        capacity: fc.integer({ min: 1, max: 2 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    fc.array(
      fc.record({
        learns: fc.uniqueArray(subject),
        goals: fc.uniqueArray(goal),
        capacity: fc.integer({ min: 1, max: 3 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  )
  .map(([mentors, mentees]) => ({
    mentors: mentors.map((each, at) => ({ id: `m${at}`, ...each })),
    mentees: mentees.map((each, at) => ({ id: `s${at}`, ...each })),
  }));

const written = (topic: string | { readonly topic: string }): string =>
  typeof topic === "string" ? topic : topic.topic;

/** A topic by any of its names. */
const nameOf = (text: string): string => (text === "Yapay Zeka" ? "AI" : text);

describe("quotas of topics, goals and lessons", () => {
  it("count the pairs in which the two share them, under every name of the catalogue", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const options = {
          criteria: [topics({ catalogue })],
          rules: [],
          quotas: [
            quota("AI", { topic: "yapay zeka" }, { min: 0 }),
            quota("growth", { goal: ["GROWTH"] }, { min: 0 }),
            quota("offers AI", { mentor: { topic: "AI" }, mentee: { goal: "voice" } }, { min: 0 }),
          ],
        };
        const result = matchPairs(input, options);
        if (result.status === "infeasible") throw new Error("expected pairs");
        const counts = [0, 0, 0];
        for (const { mentorId, menteeId } of result.pairs) {
          const mentor = input.mentors.find(({ id }) => id === mentorId)!;
          const mentee = input.mentees.find(({ id }) => id === menteeId)!;
          const holds = (list: readonly unknown[], wanted: string) =>
            list.some((each) => nameOf(String(each)) === wanted);
          const states = ({ goals = [] }: typeof mentor | typeof mentee, wanted: string) =>
            goals.some((each) => each.trim().toLowerCase() === wanted);
          if (holds(mentor.teaches, "AI") && holds(mentee.learns, "AI")) counts[0]! += 1;
          if (states(mentor, "growth") && states(mentee, "growth")) counts[1]! += 1;
          if (holds(mentor.teaches, "AI") && states(mentee, "voice")) counts[2]! += 1;
        }
        expect(result.quotas?.map(({ pairs }) => pairs)).toEqual(counts);
      }),
      runs(60),
    );
  });

  it("two partners of one senior bring different lessons, and a function of the pair does the same", () => {
    const lesson = (mentor: MatchInput["mentors"][number], mentee: MatchInput["mentees"][number]) =>
      mentee.learns
        .map(written)
        .sort()
        .map(nameOf)
        .find((wish) => mentor.teaches.some((offer) => nameOf(written(offer)) === wish));
    fc.assert(
      fc.property(inputs, (input) => {
        const base = { criteria: [topics({ catalogue })], rules: [] };
        const ready = { ...base, quotas: [partnerLimit("lessons", { of: "mentee", by: "topic", max: 1 })] };
        const result = matchPairs(input, ready);
        if (result.status === "infeasible") throw new Error("expected pairs");
        for (const mentee of input.mentees) {
          const lessons = result.pairs
            .filter(({ menteeId }) => menteeId === mentee.id)
            .flatMap(
              ({ mentorId }) =>
                lesson(
                  input.mentors.find(({ id }) => id === mentorId)!,
                  mentee,
                ) ?? [],
            );
          expect(new Set(lessons).size).toBe(lessons.length);
        }
        const own = matchPairs(input, {
          ...base,
          quotas: [partnerLimit("lessons", { of: "mentee", by: lesson, max: 1 })],
        });
        if (own.status === "infeasible") throw new Error("expected pairs");
        expect(own.totals).toEqual(result.totals);
      }),
      runs(40),
    );
  });

  it("stand in configurations and manifests", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", teaches: ["AI"], goals: ["voice"] },
        { id: "b", teaches: ["SQL"] },
      ],
      mentees: [
        { id: "p", learns: ["AI", "SQL"], goals: ["Voice"], capacity: 2 },
        { id: "q", learns: ["SQL"] },
      ],
    };
    const { match } = readConfig({
      match: {
        rules: [],
        quotas: [
          { name: "AI", where: { topic: "ai", goal: "VOICE" }, min: 1 },
          { name: "lessons", of: "mentee", by: "topic", max: 1 },
        ],
      },
    });
    const result = matchPairs(input, match);
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.quotas?.[0]).toEqual({ name: "AI", pairs: 1, minimum: 1 });
    expect(replay(input, result.manifest)).toEqual(result);
  });
});
