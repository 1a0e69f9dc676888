import { expect, it } from "vitest";
import { createMatcher, type MatchInput, namedFix } from "../../src/index.ts";

/** Two mentors with a place each, three mentees: one of them is left out, and comes in by a place more. */
const input: MatchInput = {
  mentors: [
    { id: "m1", teaches: ["AI"], level: 1 },
    { id: "m2", teaches: ["AI"], level: 1 },
  ],
  mentees: ["e1", "e2", "e3"].map((id) => ({ id, learns: ["AI"], level: 4 })),
};
const matcher = createMatcher(input, { rules: [] });
const [left] = matcher.match().unmatched;
const fix = matcher.fix({ menteeId: left?.id ?? "" });
const names = new Map([
  ["m1", "Mina Kara"],
  ["m2", "Nil Koç"],
  ["e1", "Ada Ak"],
  ["e2", "Ben Er"],
  ["e3", "Can Su"],
]);

it("named fix: without names the sentences are those of the fix", () => {
  expect(fix.kind).toBe("onePlace");
  expect(namedFix(fix, new Map())).toEqual(fix);
});

it("named fix: the sentences name people, and the data keep the ids", () => {
  const { en, tr, ...data } = namedFix(fix, names);
  const own = { ...fix, en: undefined, tr: undefined };
  expect(data).toEqual(own);
  for (const text of [en, tr]) {
    expect(text).toMatch(/Mina Kara|Nil Koç/u);
    expect(text).toContain(names.get(left?.id ?? ""));
    expect(text).not.toMatch(/\b[me][123]\b/u);
  }
});

it("named fix: what is no fix stays as it is", () => {
  const none = matcher.fix({ menteeId: input.mentees.find(({ id }) => id !== left?.id)?.id ?? "" });
  expect(none.kind).toBe("none");
  expect(namedFix(none, names)).toBe(none);
});
