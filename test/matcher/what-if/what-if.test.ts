import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compareResults,
  createMatcher,
  type MatchInput,
  type Matcher,
  type MatchOptions,
  reverse,
  TersineError,
  type WhatIf,
} from "../../../src/index.ts";
import type { Change } from "../../../src/matcher/what-if/change.ts";
import { moves, settings, type Given } from "../../support/changes.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs, shareOf } from "../../support/runs.ts";

type Outcome<Value> = { readonly value: Value } | { readonly issues: TersineError["issues"] };

function outcomeOf<Value>(run: () => Value): Outcome<Value> {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof TersineError) return { issues: error.issues };
    throw error;
  }
}

/** A matcher of the programme, if it is one. */
function matcherOf({ input, options }: Given): Matcher | undefined {
  const made = outcomeOf(() => {
    const matcher = createMatcher(input, options);
    matcher.match();
    return matcher;
  });
  return "value" in made ? made.value : undefined;
}

describe("whatIf", () => {
  it("C20: gives the bytes, or the errors, of a new matcher of the changed programme, through any changes", () => {
    let compared = 0;
    fc.assert(
      fc.property(
        programmes({ minima: true, largest: 6 }),
        settings,
        fc.array(moves, { minLength: 1, maxLength: 5 }),
        (input, options, list) => {
          let given: Given = { input, options };
          let matcher = matcherOf(given);
          for (const move of list) {
            if (matcher === undefined) return;
            const before: Matcher = matcher;
            const { change, changed } = move(given);
            const fresh = outcomeOf(() => createMatcher(changed.input, changed.options).match());
            const answer: Outcome<WhatIf> = outcomeOf(() => before.whatIf(change));
            if ("issues" in fresh || "issues" in answer) {
              expect(answer).toEqual(fresh);
              continue;
            }
            expect(JSON.stringify(answer.value.result)).toBe(JSON.stringify(fresh.value));
            const [plan, result] = [before.match(), fresh.value];
            const isBothMatched = plan.status !== "infeasible" && result.status !== "infeasible";
            expect(answer.value.comparison).toEqual(isBothMatched ? compareResults(plan, result) : undefined);
            compared += 1;
            given = changed;
            matcher = answer.value.matcher;
          }
        },
      ),
      runs(200),
    );
    expect(compared).toBeGreaterThan(shareOf(200));
  });

  it("C20: gives the bytes of a new matcher of larger programmes with many ties, through any changes", () => {
    let moved = 0;
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.constantFrom<MatchOptions>({}, { rules: [] }, { rules: [], objective: "score" }, { objective: "fair" }),
        fc.array(moves, { minLength: 2, maxLength: 4 }),
        (seed, options, list) => {
          let given: Given = { input: crowd(seed), options };
          let matcher = createMatcher(given.input, given.options);
          for (const move of list) {
            const { change, changed } = move(given);
            const fresh = outcomeOf(() => createMatcher(changed.input, changed.options).match());
            const answer = outcomeOf(() => matcher.whatIf(change));
            if ("issues" in fresh || "issues" in answer) {
              expect(answer).toEqual(fresh);
              continue;
            }
            expect(JSON.stringify(answer.value.result)).toBe(JSON.stringify(fresh.value));
            moved += answer.value.comparison?.gained.length ?? 0;
            given = changed;
            matcher = answer.value.matcher;
          }
        },
      ),
      runs(15),
    );
    expect(moved).toBeGreaterThan(shareOf(30));
  });

  it("R1: no change changes nothing, and nothing that is asked changes the matcher", () => {
    fc.assert(
      fc.property(programmes({ minima: true }), settings, moves, (input, options, move) => {
        const given = { input, options };
        const matcher = matcherOf(given);
        if (matcher === undefined) return;
        const before = JSON.stringify(matcher.match());
        outcomeOf(() => matcher.whatIf(move(given).change));
        const { result, comparison } = matcher.whatIf({});
        expect(JSON.stringify(result)).toBe(before);
        expect(JSON.stringify(matcher.match())).toBe(before);
        if (comparison !== undefined) expect(comparison).toMatchObject({ lost: [], gained: [], people: [] });
      }),
      runs(40),
    );
  });

  it("moves a pair, says who gains and who loses, and goes on from there", () => {
    const matcher = createMatcher(PROGRAMME, { rules: [] });
    const swapped = [
      { id: "ada", teaches: ["SQL"] },
      { id: "bo", teaches: ["AI"] },
    ];
    const { result, comparison, matcher: next } = matcher.whatIf({ mentors: { set: swapped } });
    expect(result).toEqual(createMatcher({ ...PROGRAMME, mentors: swapped }, { rules: [] }).match());
    expect(comparison?.people.map(({ id, side, change }) => `${side} ${id} ${change}`)).toEqual([
      "mentee cem moved",
      "mentee dia moved",
      "mentor ada moved",
      "mentor bo moved",
    ]);
    expect(next.match()).toBe(result);
    const back = next.whatIf({ mentors: { set: PROGRAMME.mentors } });
    expect(back.result).toEqual(matcher.match());
    expect(next.explain("ada", "cem").status).toBe("chosen");
  });

  it("somebody outside the chart gets a place in it by the first report who joins", () => {
    const input: MatchInput = {
      people: [{ id: "top" }, { id: "boss" }],
      mentors: [{ id: "ada", managerId: "top", teaches: ["AI"] }],
      mentees: [{ id: "boss", learns: ["AI"] }],
    };
    const options = { rules: [reverse()] };
    const joining = { id: "new", managerId: "boss", teaches: [] };
    const { result } = createMatcher(input, options).whatIf({ mentors: { add: [joining] } });
    expect(result).toEqual(createMatcher({ ...input, mentors: [...input.mentors, joining] }, options).match());
    expect(result.status === "optimal" && result.pairs.map(({ mentorId }) => mentorId)).toEqual(["ada"]);
  });

  it("later changes of the input and of the options are not seen", () => {
    const input = structuredClone(PROGRAMME) as { mentors: { id: string; teaches: string[] }[] } & MatchInput;
    const pins = [{ mentorId: "ada", menteeId: "dia" }];
    const matcher = createMatcher(input, { rules: [], pins });
    const before = JSON.stringify(matcher.match());
    pins.pop();
    input.mentors[0]!.teaches.length = 0;
    input.mentors.pop();
    expect(JSON.stringify(matcher.whatIf({}).result)).toBe(before);
  });

  it.each<readonly [name: string, change: object | null, issues: readonly string[]]>([
    ["nothing", null, ["INPUT_TYPE "]],
    ["an unknown key", { mentor: {} }, ["FIELD_UNKNOWN /mentor"]],
    ["an unknown key of a list", { mentors: { added: [] } }, ["FIELD_UNKNOWN /mentors/added"]],
    ["no list of changes", { mentees: [] }, ["FIELD_TYPE /mentees"]],
    ["no list", { mentees: { remove: "ada" } }, ["LIST_EXPECTED /mentees/remove"]],
    ["no ids", { mentees: { remove: [7], set: [{}] } }, ["ID_TYPE /mentees/remove/0", "ID_TYPE /mentees/set/0/id"]],
    [
      "ids of nobody there",
      { mentors: { remove: ["zed", "ada"], set: [{ id: "ada", capacity: 2 }] } },
      ["ID_UNKNOWN /mentors/remove/0", "ID_UNKNOWN /mentors/set/0/id"],
    ],
    [
      "ids that are there",
      {
        mentors: {
          add: [
            { id: "bo", teaches: [] },
            { id: "new", teaches: [] },
            { id: "new", teaches: [] },
          ],
        },
      },
      ["ID_DUPLICATE /mentors/add/0/id", "ID_DUPLICATE /mentors/add/2/id"],
    ],
    ["no pairs", { pin: {}, ban: [{ mentorId: "ada" }] }, ["LIST_EXPECTED /pin", "ID_TYPE /ban/0/menteeId"]],
    ["pins of strangers", { pin: [{ mentorId: "zed", menteeId: "cem" }] }, ["ID_UNKNOWN /pins/0/mentorId"]],
    ["a bad field", { mentors: { set: [{ id: "bo", capasity: 2 }] } }, ["FIELD_UNKNOWN /mentors/1/capasity"]],
    ["a bad option", { options: { weihgts: {} } }, ["FIELD_UNKNOWN /weihgts"]],
    ["bad pins", { options: { pins: 5 }, pin: [{ mentorId: "ada", menteeId: "cem" }] }, ["LIST_EXPECTED /pins"]],
  ])("V1: refuses %s", (_, change, issues) => {
    const matcher = createMatcher(PROGRAMME, { rules: [] });
    const error = thrownBy(() => matcher.whatIf(change as Change));
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual(issues);
  });

  it("V1: tells the nearest known name, and no value", () => {
    const matcher = createMatcher(PROGRAMME, { rules: [] });
    const { issues } = thrownBy(() => matcher.whatIf({ mentros: {} } as Change));
    expect(issues[0]?.hint).toBe("Did you mean mentors?");
    const unknown = thrownBy(() => matcher.whatIf({ mentors: { remove: ["secret"] } }));
    expect(unknown.message).not.toContain("secret");
  });

  it("cures a programme that cannot be matched as it is", () => {
    const input: MatchInput = {
      mentors: [{ id: "a", teaches: ["AI"], minimumLoad: 1 }],
      mentees: [{ id: "b", learns: ["AI"] }],
    };
    const matcher = createMatcher(input, { rules: [], objective: "stable" });
    expect(outcomeOf(() => matcher.match())).toMatchObject({ issues: [{ code: "OPTION_CONFLICT" }] });
    const { result, comparison } = matcher.whatIf({ options: { objective: "coverage" } });
    expect(result).toEqual(createMatcher(input, { rules: [], objective: "coverage" }).match());
    expect(comparison).toBeUndefined();
  });
});

/** Up to 50 people a side who share few topics and hours, so that most of their pairs are tied with others. */
function crowd(seed: number): MatchInput {
  const pick = (place: number, below: number): number => (((seed + 7) * (place + 3) * 31) % 101) % below;
  const topic = (place: number): string => ["AI", "SQL", "Law", "Art"][pick(place, 4)] ?? "AI";
  const [mentors, mentees] = [30 + (seed % 20), 30 + (seed % 17)];
  const entry = (place: number) => ({
    goals: pick(place + 1, 3) === 0 ? [] : ["growth"],
    capacity: pick(place + 2, 3),
    ...(pick(place + 4, 3) === 0 ? { timeZone: "Europe/Istanbul", availability: "Mon 09:00-12:00" } : {}),
  });
  return {
    period: { start: "2027-03-01", end: "2027-03-28" },
    people: [{ id: "top" }],
    mentors: Array.from({ length: mentors }, (_, place) => ({
      id: `m${place}`,
      managerId: "top",
      birthYear: 1990 + pick(place, 20),
      teaches: [topic(place), topic(place + 5)],
      ...entry(place),
    })),
    mentees: Array.from({ length: mentees }, (_, place) => ({
      id: `n${place}`,
      birthYear: 1955 + pick(place, 30),
      level: 2 + pick(place, 3),
      learns: [topic(place + 9)],
      ...entry(place + 11),
    })),
  };
}

const PROGRAMME: MatchInput = {
  mentors: [
    { id: "ada", teaches: ["AI"] },
    { id: "bo", teaches: ["SQL"] },
  ],
  mentees: [
    { id: "cem", learns: ["SQL"] },
    { id: "dia", learns: ["AI"] },
  ],
};
