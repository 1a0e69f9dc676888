import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossGeneration, matchPairs, type MatchResult, noReportingLine, notAgain } from "../../../src/index.ts";
import { readMatchInput } from "../../../src/io/index.ts";
import {
  byIds,
  type Organisation,
  organisations,
  type Registered,
  type Writing,
  writings,
  writtenFiles,
} from "../../support/organisation-files.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** Codes of errors that say that a text means several people. */
const AMBIGUITIES = new Set(["PERSON_AMBIGUOUS", "REFERENCE_AMBIGUOUS", "KEYS_CONFLICT"]);

/** The result of files, or the codes of their errors. */
function resultOf(organisation: Organisation, writing: Writing): MatchResult | readonly string[] {
  const { sources, history } = writtenFiles(organisation, writing);
  const { input, issues, find } = readMatchInput(sources);
  if (input === undefined) return issues.flatMap(({ code, severity }) => (severity === "error" ? [code] : []));
  const found = history.map(({ mentorId, menteeId }) => [find(mentorId), find(menteeId)] as const);
  if (found.some((ids) => ids.some(({ length }) => length > 1))) return ["REFERENCE_AMBIGUOUS"];
  const met = found.map(([[mentorId = ""], [menteeId = ""]]) => ({ mentorId, menteeId }));
  return matchPairs(input, { rules: [noReportingLine(), crossGeneration(), notAgain(met)] });
}

/** Why two people may not be a pair, from the raw facts alone. */
function broken({ people, met }: Organisation, mentor: Registered, mentee: Registered): readonly string[] {
  const [a, b] = [mentor.person, mentee.person];
  const above = (start: number): Set<number> => {
    const seen = new Set<number>();
    const open = [start];
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      const { manager, dotted } = people[each]!;
      for (const next of manager === undefined ? dotted : [manager, ...dotted]) {
        if (!seen.has(next)) open.push(next);
        seen.add(next);
      }
    }
    return seen;
  };
  const band = (index: number): number =>
    [1945, 1964, 1980, 1996].filter((last) => people[index]!.birthYear > last).length;
  const laws = {
    self: a === b,
    line: above(a).has(b) || above(b).has(a),
    avoid: mentor.avoid.includes(b) || mentee.avoid.includes(a),
    met: met.some(([x, y]) => (x === a && y === b) || (x === b && y === a)),
    band: band(a) === band(b),
  };
  return Object.entries(laws).flatMap(([law, isBroken]) => (isBroken ? [law] : []));
}

/** Breaches of hard rules in a result, by the raw facts. */
function breaches(organisation: Organisation, result: MatchResult): readonly string[] {
  if (result.status === "infeasible") return ["infeasible"];
  const { people, mentors, mentees } = organisation;
  const registered = (side: readonly Registered[], id: string): Registered => {
    const found = side.find(({ person }) => people[person]!.id === id);
    if (found === undefined) throw new Error("a result names somebody who did not register");
    return found;
  };
  return result.pairs.flatMap(({ mentorId, menteeId }) =>
    broken(organisation, registered(mentors, mentorId), registered(mentees, menteeId)),
  );
}

function isErrors(result: MatchResult | readonly string[]): result is readonly string[] {
  return Array.isArray(result);
}

describe("one person is one person", () => {
  it("whatever key, letter case, order, delimiter and format names people, the result is that of ids, or an error", () => {
    const count = { same: 0, ambiguous: 0, pairs: 0 };
    fc.assert(
      fc.property(organisations, writings, (organisation, writing) => {
        const plain = resultOf(organisation, byIds);
        const varied = resultOf(organisation, writing);
        if (isErrors(varied) || isErrors(plain)) {
          expect(organisation.isAmbiguous).toBe(true);
          const codes = [plain, varied].flatMap((each) => (isErrors(each) ? each : []));
          expect(codes.filter((code) => !AMBIGUITIES.has(code))).toEqual([]);
          count.ambiguous += 1;
          if (isErrors(varied)) return;
          expect(breaches(organisation, varied)).toEqual([]);
          return;
        }
        expect(breaches(organisation, varied)).toEqual([]);
        expect(varied).toEqual(plain);
        expect(JSON.stringify(varied)).toBe(JSON.stringify(plain));
        count.same += 1;
        count.pairs += varied.status === "infeasible" ? 0 : varied.pairs.length;
      }),
      runs(300),
    );
    expect(count.same).toBeGreaterThan(shareOf(100));
    expect(count.ambiguous).toBeGreaterThan(shareOf(10));
    expect(count.pairs).toBeGreaterThan(count.same);
  });
});
