import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  type MatchInput,
  matchPairs,
  type MenteeEntry,
  type MentorEntry,
  type PairWorth,
  quota,
  replay,
  reverse,
} from "../../src/index.ts";
import { expectMatched } from "../support/expect-matched.ts";
import { byId, graphOf } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { runs } from "../support/runs.ts";
import { thrownBy } from "../support/thrown-by.ts";

const inputs = programmes({ largest: 4, mostCapacity: 2 });
const rules = [reverse({ unknown: "allow", minimumGap: 0.5 })];

/** A worth that goes up and down with the ids. */
const worthOf = (points: readonly number[]): PairWorth => ({
  name: "made up",
  of: ({ id: mentor }, { id: mentee }) => points[(mentor.length * 3 + mentee.length * 5) % points.length] ?? 0,
});

interface Best {
  readonly people: number;
  readonly worth: number;
}

/** The best of all sets of allowed pairs within the capacities: people first if they count, then score and worth. */
function bestByTrying(input: MatchInput, { of }: PairWorth, countsPeople: boolean): Best {
  const { program, graph } = graphOf(input, { rules });
  const edges = byId(input.mentees).flatMap((_, row) =>
    Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column, at) => {
      const score = graph.scoreAt[graph.rowStart[row]! + at]!;
      return { row, column, worth: score + of(program.mentors[column]!, program.mentees[row]!) };
    }),
  );
  const capacityOf = (list: readonly (MentorEntry | MenteeEntry)[]): readonly number[] =>
    byId(list).map(({ capacity = 1 }) => capacity);
  const [rowCapacity, columnCapacity] = [capacityOf(input.mentees), capacityOf(input.mentors)];
  const loads = { row: rowCapacity.map(() => 0), column: columnCapacity.map(() => 0) };
  let best: Best = { people: 0, worth: 0 };
  const visit = (place: number, people: number, worth: number): void => {
    const counted = countsPeople ? people : 0;
    if (counted > best.people || (counted === best.people && worth > best.worth)) best = { people: counted, worth };
    const edge = edges[place];
    if (edge === undefined) return;
    visit(place + 1, people, worth);
    const { row, column } = edge;
    if (loads.row[row]! >= rowCapacity[row]! || loads.column[column]! >= columnCapacity[column]!) return;
    const placed = Number(loads.row[row] === 0) + Number(loads.column[column] === 0);
    loads.row[row]! += 1;
    loads.column[column]! += 1;
    visit(place + 1, people + placed, worth + edge.worth);
    loads.row[row]! -= 1;
    loads.column[column]! -= 1;
  };
  visit(0, 0, 0);
  return best;
}

const pointLists = fc.array(fc.integer({ min: -900_000, max: 900_000 }), { minLength: 1, maxLength: 7 });

describe("worth beside the score", () => {
  it("is the best of all sets of pairs by score and worth, and tells the two apart", () => {
    fc.assert(
      fc.property(inputs, pointLists, fc.boolean(), fc.boolean(), (input, points, isCoverage, isUnderQuota) => {
        fc.pre(graphOf(input, { rules }).graph.columnAt.length <= 11);
        const worth = worthOf(points);
        const options = {
          rules,
          worth,
          objective: isCoverage ? ("coverage" as const) : ("score" as const),
          ...(isUnderQuota ? { quotas: [quota("all", {}, { min: 0, max: 11 })] } : {}),
        };
        const result = expectMatched(matchPairs(input, options));
        const { proof, totals } = result;
        if (proof.kind !== "prices" && proof.kind !== "bound") throw new Error("expected prices or a bound");
        const { added } = proof.worth ?? {};
        expect(added?.name).toBe("made up");
        const best = bestByTrying(input, worth, isCoverage);
        const people = isCoverage ? totals.placedMentees + totals.placedMentors : 0;
        expect({ people, worth: totals.score + (added?.total ?? 0) }).toEqual(best);
        // scores are those of a plain match: what is added reaches no pair
        const matcher = createMatcher(input, { rules });
        const { mentees, mentors, rowStart, columnAt, scoreAt } = matcher.candidateTable();
        for (const { menteeId, mentorId, score } of result.pairs) {
          const [row, column] = [mentees.indexOf(menteeId), mentors.indexOf(mentorId)];
          expect(scoreAt[columnAt.indexOf(column, rowStart[row])]).toBe(score);
        }
        expect(replay(input, result.manifest, { rules: [], worth, quotas: options.quotas ?? [] })).toEqual(result);
      }),
      runs(30),
    );
  });

  it("a worth of 0, and one that is the same for all under coverage of one-to-one, change no pair", () => {
    fc.assert(
      fc.property(programmes({ largest: 5, mostCapacity: 1 }), fc.constantFrom(0, 70_000), (input, added) => {
        const plain = expectMatched(matchPairs(input, { rules }));
        const weighed = expectMatched(matchPairs(input, { rules, worth: { name: "same", of: () => added } }));
        expect(weighed.pairs).toEqual(plain.pairs);
      }),
      runs(20),
    );
  });

  it("is refused where nothing honours it, and where it is no number", () => {
    const input: MatchInput = {
      mentors: ["m", "n"].map((id) => ({ id, teaches: ["AI"] })),
      mentees: ["s", "t"].map((id) => ({ id, learns: ["AI"] })),
    };
    const worth: PairWorth = { name: "wait", of: () => 1 };
    const codeOf = (call: () => unknown): string => {
      const { code, issues } = thrownBy(call);
      return `${code} ${issues[0]?.path}`;
    };
    expect(codeOf(() => matchPairs(input, { rules: [], worth, objective: "fair" }))).toBe("OPTION_CONFLICT /worth");
    expect(codeOf(() => matchPairs(input, { rules: [], worth, fixes: true }))).toBe("OPTION_CONFLICT /fixes");
    const matcher = createMatcher(input, { rules: [], worth });
    for (const ask of [
      () => matcher.fix({ mentorId: "m" }),
      () => matcher.rematch({ pairs: [] }),
      () => matcher.placeValues("mentor"),
      () => matcher.explain("m", "s"),
    ]) {
      expect(codeOf(ask)).toBe("OPTION_CONFLICT /worth");
    }
    for (const bad of [0.5, Number.NaN, Infinity, 2e12]) {
      const asked = { rules: [], worth: { name: "bad", of: () => bad } };
      expect(codeOf(() => matchPairs(input, asked))).toBe("CRITERION_RESULT /worth");
    }
    const throws = (): number => {
      throw new Error("no data");
    };
    expect(codeOf(() => matchPairs(input, { rules: [], worth: { name: "bad", of: throws } }))).toBe(
      "CRITERION_THREW /worth",
    );
    const { manifest } = matchPairs(input, { rules: [], worth });
    expect(codeOf(() => replay(input, manifest))).toBe("MANIFEST_FUNCTIONS /options/worth");
  });
});
