import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createMatcher,
  matchPairs,
  type MatchInput,
  type MatchOptions,
  type PairOfIds,
  partnerLimit,
  type Quota,
  quota,
  reverse,
} from "../../src/index.ts";
import { graphOf, pairText } from "../support/graph-of.ts";
import { programmes } from "../support/programmes.ts";
import { thrownBy } from "../support/thrown-by.ts";
import { runs, shareOf } from "../support/runs.ts";

/** A demand in the oracle's own words: which of these pairs, how few, how many. */
interface Count {
  readonly pairs: ReadonlySet<string>;
  readonly min: number;
  readonly max: number;
}

interface Choice {
  readonly placed: number;
  readonly total: number;
}

interface Demands {
  readonly counts: readonly Count[];
  readonly minimumOf: (id: string, side: "mentor" | "mentee") => number;
  readonly pins: ReadonlySet<string>;
}

/** The best of all choices that meet the demands, by trying all. */
function bestUnder(input: MatchInput, objective: "coverage" | "score", demands: Demands): Choice | undefined {
  const { program, graph } = graphOf(input, { rules: [] });
  const edges = program.mentees.flatMap((mentee, row) =>
    Array.from({ length: graph.rowStart[row + 1]! - graph.rowStart[row]! }, (_, place) => {
      const edge = graph.rowStart[row]! + place;
      const mentor = program.mentors[graph.columnAt[edge]!]!;
      return { mentor, mentee, score: graph.scoreAt[edge]!, text: pairText(mentor.id, mentee.id) };
    }),
  );
  const load = new Map<object, number>();
  const loadOf = (person: object): number => load.get(person) ?? 0;
  const taken = new Set<string>();
  let best: Choice | undefined;
  const isMet = (): boolean =>
    program.mentors.every((mentor) => loadOf(mentor) >= demands.minimumOf(mentor.id, "mentor")) &&
    program.mentees.every((mentee) => loadOf(mentee) >= demands.minimumOf(mentee.id, "mentee")) &&
    [...demands.pins].every((pin) => taken.has(pin)) &&
    demands.counts.every(({ pairs, min, max }) => {
      const count = [...taken].filter((text) => pairs.has(text)).length;
      return count >= min && count <= max;
    });
  const decide = (at: number, total: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      if (!isMet()) return;
      const all = [...program.mentors, ...program.mentees];
      const placed = objective === "score" ? 0 : all.filter((person) => loadOf(person) > 0).length;
      if (best === undefined || placed > best.placed || (placed === best.placed && total > best.total)) {
        best = { placed, total };
      }
      return;
    }
    const { mentor, mentee } = edge;
    if (loadOf(mentor) < mentor.capacity && loadOf(mentee) < mentee.capacity) {
      load.set(mentor, loadOf(mentor) + 1);
      load.set(mentee, loadOf(mentee) + 1);
      taken.add(edge.text);
      decide(at + 1, total + edge.score);
      taken.delete(edge.text);
      load.set(mentor, loadOf(mentor) - 1);
      load.set(mentee, loadOf(mentee) - 1);
    }
    decide(at + 1, total);
  };
  decide(0, 0);
  return best;
}

/** A quota over pairs that a fixed arithmetic of the ids picks, once for the library and once for the oracle. */
interface Draw {
  readonly salt: number;
  readonly min: number;
  readonly more: number;
}

function picks(salt: number, mentorId: string, menteeId: string): boolean {
  const text = `${salt} ${mentorId} ${menteeId}`;
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)!) % 1_009;
  return sum % 5 < 2;
}

const draws = fc.array(fc.record({ salt: fc.nat(50), min: fc.constantFrom(0, 0, 1, 1, 2), more: fc.nat(2) }), {
  minLength: 1,
  maxLength: 3,
});

function quotaOf({ salt, min, more }: Draw, place: number): Quota {
  return quota(`Q${place}`, (mentor, mentee) => picks(salt, mentor.id, mentee.id), { min, max: min + more });
}

function countOf(input: MatchInput, { salt, min, more }: Draw): Count {
  const all = input.mentors.flatMap((mentor) =>
    input.mentees.flatMap((mentee) => (picks(salt, mentor.id, mentee.id) ? [pairText(mentor.id, mentee.id)] : [])),
  );
  return { pairs: new Set(all), min, max: min + more };
}

const minimumIn =
  (input: MatchInput) =>
  (id: string, side: "mentor" | "mentee"): number =>
    input[side === "mentor" ? "mentors" : "mentees"].find((each) => each.id === id)?.minimumLoad ?? 0;

const small = programmes({ largest: 3, minima: true, mostCapacity: 2 });

describe("quotas", () => {
  it("L2: the result is the best of all choices that meet the quotas; infeasible means that there is none", () => {
    const seen = { optimal: 0, feasible: 0, infeasible: 0 };
    fc.assert(
      fc.property(small, draws, fc.constantFrom("coverage", "score"), (input, given, objective) => {
        const quotas = given.map(quotaOf);
        const result = matchPairs(input, { rules: [], objective, quotas });
        seen[result.status] += 1;
        const counts = given.map((draw) => countOf(input, draw));
        const best = bestUnder(input, objective, { counts, minimumOf: minimumIn(input), pins: new Set() });
        expect(result.status).toBe(best === undefined ? "infeasible" : "optimal");
        if (result.status === "infeasible" || best === undefined) return;
        expect(result.totals.score).toBe(best.total);
        if (objective === "coverage") {
          expect(result.totals.placedMentors + result.totals.placedMentees).toBe(best.placed);
        }
        result.quotas?.forEach((met, place) => {
          const count = result.pairs.filter(({ mentorId, menteeId }) =>
            counts[place]!.pairs.has(pairText(mentorId, menteeId)),
          );
          expect(met).toMatchObject({ name: `Q${place}`, pairs: count.length });
          expect(count.length).toBeGreaterThanOrEqual(counts[place]!.min);
          expect(count.length).toBeLessThanOrEqual(counts[place]!.max);
        });
      }),
      runs(500),
    );
    expect(seen.optimal).toBeGreaterThan(shareOf(40));
    expect(seen.infeasible).toBeGreaterThan(shareOf(50));
    expect(seen.feasible).toBe(0);
  });

  it("D7: of the demands that conflict any one can be dropped, and what the witness counts is true", () => {
    let withQuotas = 0;
    fc.assert(
      fc.property(small, draws, (input, given) => {
        const result = matchPairs(input, { rules: [], quotas: given.map(quotaOf) });
        if (result.status !== "infeasible") return;
        expect(result.isIrreducible).toBe(true);
        const isMetBy = (conflicts: typeof result.conflicts): boolean => {
          const counts = conflicts.flatMap((each) =>
            each.demand === "quota" ? [countOf(input, given[Number(each.name.slice(1))]!)] : [],
          );
          const minimumOf = (id: string, side: "mentor" | "mentee"): number =>
            conflicts.reduce(
              (most, each) =>
                each.demand === "minimumLoad" && each.id === id && each.side === side
                  ? Math.max(most, each.minimum)
                  : most,
              0,
            );
          return bestUnder(input, "score", { counts, minimumOf, pins: new Set() }) !== undefined;
        };
        expect(isMetBy(result.conflicts)).toBe(false);
        for (const dropped of result.conflicts) {
          expect(isMetBy(result.conflicts.filter((each) => each !== dropped))).toBe(true);
        }
        expect(result.witness.available).toBeLessThan(result.witness.needed);
        if (result.conflicts.some(({ demand }) => demand === "quota")) withQuotas += 1;
      }),
      runs(200),
    );
    expect(withQuotas).toBeGreaterThan(shareOf(20));
  });

  it("D7: tells of a count that no choice has, between counts that some have", () => {
    const input: MatchInput = {
      mentors: [
        { id: "a", teaches: [] },
        { id: "b", teaches: [], minimumLoad: 1 },
      ],
      mentees: [
        { id: "a", learns: [] },
        { id: "c", learns: [], minimumLoad: 1 },
      ],
    };
    const both = quota("both or none", ({ id }, { id: other }) => `${id}${other}` !== "bc", { min: 1, max: 1 });
    const result = matchPairs(input, { rules: [], quotas: [both] });
    expect(result).toMatchObject({ status: "infeasible", witness: { needed: 2, available: 1 } });
  });

  it("E4: what a pair would cost under quotas is the difference of two best choices", () => {
    let asked = 0;
    fc.assert(
      fc.property(small, draws, (input, given) => {
        const matcher = createMatcher(input, { rules: [], quotas: given.map(quotaOf) });
        const result = matcher.match();
        fc.pre(result.status === "optimal");
        const counts = given.map((draw) => countOf(input, draw));
        const bestWith = (pins: readonly string[]): Choice | undefined =>
          bestUnder(input, "coverage", { counts, minimumOf: minimumIn(input), pins: new Set(pins) });
        const best = bestWith([])!;
        for (const mentor of input.mentors) {
          for (const mentee of input.mentees) {
            const found = matcher.explain(mentor.id, mentee.id);
            if (found.status === "refused") continue;
            asked += 1;
            const forced = bestWith([pairText(mentor.id, mentee.id)]);
            expect(found.forcing.status).toBe(forced === undefined ? "impossible" : "possible");
            if (found.forcing.status !== "possible" || forced === undefined) continue;
            expect(found.forcing.people).toBe(best.placed - forced.placed);
            expect(found.forcing.score).toBe(best.total - forced.total);
          }
        }
      }),
      runs(60),
    );
    expect(asked).toBeGreaterThan(shareOf(40));
  });

  it("X2: the order of the input changes nothing", () => {
    fc.assert(
      fc.property(small, draws, (input, given) => {
        const options: MatchOptions = { rules: [], quotas: given.map(quotaOf) };
        const turned = { ...input, mentors: input.mentors.toReversed(), mentees: input.mentees.toReversed() };
        expect(matchPairs(turned, options)).toEqual(matchPairs(input, options));
      }),
      runs(60),
    );
  });

  const people = (side: "teaches" | "learns", names: readonly string[], department: string) =>
    names.map((id) => ({ id, department, level: side === "teaches" ? 1 : 5, [side]: ["AI"] }));

  const company = {
    mentors: [...people("teaches", ["m1", "m2"], "Finance"), ...people("teaches", ["m3", "m4"], "IT")],
    mentees: [...people("learns", ["e1", "e2"], "Finance"), ...people("learns", ["e3", "e4"], "IT")],
  } as unknown as MatchInput;

  const pairsOf = (input: MatchInput, options: MatchOptions): readonly string[] => {
    const result = matchPairs(input, { rules: [], ...options });
    if (result.status === "infeasible") throw new Error(result.witness.en);
    return result.pairs.map(({ mentorId, menteeId }) => `${mentorId} ${menteeId}`);
  };

  it("counts by fields, folded, lists meaning any of them", () => {
    const inside = quota(
      "inside",
      { mentor: { department: " finance" }, mentee: { department: ["FINANCE"] } },
      { min: 2 },
    );
    expect(pairsOf(company, { quotas: [inside] }).filter((pair) => /m[12] e[12]/u.test(pair))).toHaveLength(2);
    const none = quota("none", { mentor: { department: ["Finance", "IT"], level: 1 } }, { max: 0 });
    expect(pairsOf(company, { quotas: [none] })).toEqual([]);
  });

  it("tells how each quota is met, at what price, and what the proof shows", () => {
    const across = quota(
      "across",
      { mentor: { department: "IT" }, mentee: { department: "Finance" } },
      { min: 1, max: 1 },
    );
    const result = matchPairs(company, { rules: [], quotas: [across] });
    if (result.status === "infeasible" || result.proof.kind !== "bound") throw new Error("expected a bound");
    expect(result.quotas).toEqual([{ name: "across", pairs: 1, minimum: 1, maximum: 1 }]);
    expect(result.proof).toMatchObject({ people: 8, score: result.totals.score });
    expect(result.proof.quotas.map(({ name }) => name)).toEqual(["across"]);
    const points = String(Math.round(result.totals.score / 10_000));
    expect(result.proof.en).toContain(`totals more than ${points} points`);
    expect(result.proof.tr).toContain(`toplamı ${points} puan üstüne`);
    expect(result.manifest.options.quotas?.[0]).toMatchObject({ name: "across", settings: { min: 1, max: 1 } });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it("A1: says what a quota needs and what the rules leave for it", () => {
    const few = { ...company, mentors: company.mentors.map((one) => (one.id === "m1" ? { ...one, level: 9 } : one)) };
    const finance = quota("Finance teaches", { mentor: { department: "Finance" } }, { min: 2 });
    const result = matchPairs(few, { rules: [reverse()], quotas: [finance] });
    if (result.status !== "infeasible") throw new Error("expected a conflict");
    expect(result.conflicts).toMatchObject([{ demand: "quota", name: "Finance teaches", minimum: 2 }]);
    expect(result.witness).toMatchObject({ quota: "Finance teaches", side: "mentor", ids: ["m1", "m2"] });
    expect(result.witness.en).toBe(
      '"Finance teaches" needs 2 pairs; at most 1 is possible under the rule "mentor below the mentee".',
    );
    expect(result.witness.tr).toBe(
      '"Finance teaches" kotası 2 eşleşme istiyor; en çok 1 mümkün ("mentor alt kademede" kuralı nedeniyle).',
    );
  });

  it("A5: holds pins beside quotas, and names both where they conflict", () => {
    const pins: readonly PairOfIds[] = [
      { mentorId: "m1", menteeId: "e3" },
      { mentorId: "m2", menteeId: "e4" },
    ];
    const across = (max: number): Quota =>
      quota("across", { mentor: { department: "Finance" }, mentee: { department: "IT" } }, { min: 1, max });
    expect(pairsOf(company, { pins, quotas: [across(2)] })).toEqual(expect.arrayContaining(["m1 e3", "m2 e4"]));
    const result = matchPairs(company, { rules: [], pins, quotas: [across(1)] });
    if (result.status !== "infeasible") throw new Error("expected a conflict");
    expect(result.conflicts.map(({ demand }) => demand)).toEqual(["pin", "pin", "quota"]);
    expect(result.witness.en).toBe('"across" allows 1 pair; the other demands need at least 2.');
  });

  it("limits the partners of a kind that one person has", () => {
    const wide = { ...company, mentors: company.mentors.slice(0, 1).map((one) => ({ ...one, capacity: 4 })) };
    const kinds = (pairs: readonly string[]) => pairs.map((pair) => (/e[12]/u.test(pair) ? "Finance" : "IT")).sort();
    expect(kinds(pairsOf(wide, {}))).toEqual(["Finance", "Finance", "IT", "IT"]);
    const own = partnerLimit("own", { of: "mentor", where: (a, b) => a.department === b.department, max: 1 });
    expect(kinds(pairsOf(wide, { quotas: [own] }))).toEqual(["Finance", "IT", "IT"]);
    const each = partnerLimit("each", { of: "mentor", by: "department", max: 1 });
    expect(kinds(pairsOf(wide, { quotas: [each] }))).toEqual(["Finance", "IT"]);
  });

  it("X3: quotas that no choice can break leave the canonical optimum", () => {
    const idle = [quota("all", {}, { max: 99 }), partnerLimit("one", { of: "mentee", max: 1 })];
    const result = matchPairs(company, { rules: [], quotas: idle });
    if (result.status === "infeasible") throw new Error("expected pairs");
    expect(result.proof.kind).toBe("prices");
    expect(result.quotas).toMatchObject([{ pairs: 4 }, { pairs: 4 }]);
    expect(result.pairs).toEqual((matchPairs(company, { rules: [] }) as unknown as { pairs: unknown }).pairs);
  });

  it.each([
    ["FIELD_CONFLICT", "/quotas/1/name", { quotas: [quota("a", {}, { min: 1 }), quota("a", {}, { max: 1 })] }],
    ["OPTION_CONFLICT", "/quotas", { objective: "fair", quotas: [quota("a", {}, { min: 1 })] }],
    ["OPTION_CONFLICT", "/quotas", { objective: "stable", quotas: [quota("a", {}, { min: 1 })] }],
    ["FIELD_TYPE", "/quotas/0", { quotas: [{ name: "a", min: 1 }] }],
    ["LIST_EXPECTED", "/quotas", { quotas: {} }],
    ["NUMBER_RANGE", "/limits/work", { limits: { work: -1 } }],
    [
      "RULE_THREW",
      "/quotas/0",
      {
        quotas: [
          quota(
            "a",
            () => {
              throw new Error("no");
            },
            { min: 1 },
          ),
        ],
      },
    ],
    ["RULE_RESULT", "/quotas/0", { quotas: [quota("a", () => 1 as unknown as boolean, { min: 1 })] }],
  ])("%s at %s", (code, path, options) => {
    const error = thrownBy(() => matchPairs(company, { rules: [], ...options } as unknown as MatchOptions));
    expect(error.issues[0]).toMatchObject({ code, path });
  });

  it.each([
    ["TEXT_EMPTY", () => quota(" ", {}, { min: 1 })],
    ["NUMBER_RANGE", () => quota("a", {}, { min: 1.5 })],
    ["LOAD_RANGE", () => quota("a", {}, { min: 2, max: 1 })],
    ["FIELD_UNKNOWN", () => quota("a", { mentor: { departmnt: "x" } as never }, { min: 1 })],
    ["FIELD_TYPE", () => quota("a", "all" as never, { min: 1 })],
    ["VALUE_UNKNOWN", () => partnerLimit("a", { of: "both" as never, max: 1 })],
    ["NUMBER_RANGE", () => partnerLimit("a", { of: "mentor" } as never)],
  ])("%s when a quota is made", (code, make) => {
    expect(thrownBy(make).code).toBe(code);
  });

  it("K4: without enough work there is a gap or an error, never an unproved optimum", () => {
    const across = quota(
      "across",
      { mentor: { department: "IT" }, mentee: { department: "Finance" } },
      { min: 1, max: 1 },
    );
    const error = thrownBy(() => matchPairs(company, { rules: [], quotas: [across], limits: { work: 0 } }));
    expect(error.issues[0]).toMatchObject({ code: "LIMIT_WORK", path: "/limits/work" });
  });
});
