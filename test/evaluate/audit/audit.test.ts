import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit, type AuditRow, type Groups } from "../../../src/evaluate/index.ts";
import { matchPairs, quota, TersineError, type MatchedResult, type MatchInput } from "../../../src/index.ts";
import { drawer } from "../../support/enumerate-fast.ts";
import { madeResult } from "../../support/made-results.ts";
import { valuesThatFit } from "../../support/funnel-tables.ts";
import { programmes } from "../../support/programmes.ts";
import { thrownBy } from "../../support/thrown-by.ts";
import { runs } from "../../support/runs.ts";

/** Everybody's id of a result, mentees first. */
const menteesOf = ({ pairs, unmatched }: MatchedResult): readonly string[] => [
  ...pairs.map(({ menteeId }) => menteeId),
  ...unmatched.map(({ id }) => id),
];

function rowsOf(found: ReturnType<typeof audit>, side: "mentor" | "mentee", stage: string): readonly AuditRow[] {
  const rows = found.sides.find((each) => each.side === side)?.stages.find((each) => each.stage === stage)?.rows;
  if (rows === undefined) throw new Error(`expected ${side} ${stage}`);
  return rows;
}

/** Labels for all, `sizes[k]` of them the k-th letter, in an order that is drawn. */
function shuffled(ids: readonly string[], sizes: readonly number[], draw: (below: number) => number) {
  const labels = sizes.flatMap((size, place) => Array.from({ length: size }, () => "ABC"[place] ?? "?"));
  for (let place = labels.length - 1; place > 0; place -= 1) {
    const other = draw(place + 1);
    [labels[place], labels[other]] = [labels[other] ?? "", labels[place] ?? ""];
  }
  return Object.fromEntries(ids.map((id, place) => [id, labels[place] === "?" ? null : (labels[place] ?? null)]));
}

/** Mentees of groups `g0`, `g1` …, of whom so many have a candidate, a partner, met and rated. */
function funnelResult(groups: readonly { readonly n: number; readonly chain: readonly number[] }[]) {
  const people = groups.flatMap(({ n, chain: [open = 0, placed = 0, met = 0, rated = 0] }, at) =>
    Array.from({ length: n }, (_, place) => ({
      label: `g${at}`,
      isOpen: place < open,
      isPlaced: place < placed,
      isMet: place < met,
      isRated: place < rated,
    })),
  );
  const ordered = [...people.filter(({ isPlaced }) => isPlaced), ...people.filter(({ isPlaced }) => !isPlaced)];
  const placed = ordered.filter(({ isPlaced }) => isPlaced).length;
  const result = madeResult(placed, people.length - placed, (place) => (ordered[placed + place]?.isOpen ? 1 : 0));
  const labels = Object.fromEntries(menteesOf(result).map((id, at) => [id, ordered[at]?.label ?? null]));
  const outcomes = result.pairs.flatMap(({ mentorId, menteeId }, at) =>
    ordered[at]?.isMet
      ? [{ mentorId, menteeId, by: "mentee" as const, metTimes: 2, ...(ordered[at].isRated ? { rating: 4 } : {}) }]
      : [],
  );
  return { result, labels, outcomes };
}

describe("audit", () => {
  it("counts by stage, with intervals and tests as published", () => {
    const result = madeResult(60, 30, (place) => (place < 18 ? 1 : 0));
    // A: 60 people of whom 54 have a candidate and 45 a partner; B: 30, 24 and 15
    const runs = [
      [45, "A"],
      [15, "B"],
      [9, "a "],
      [9, "B"],
      [6, "A"],
      [6, "B"],
    ] as const;
    const labels = runs.flatMap(([size, label]) => Array.from({ length: size }, () => label));
    const groups = Object.fromEntries(labels.map((label, at) => [`e${String(at).padStart(4, "0")}`, label]));
    const found = audit(result, groups);
    const [a, b] = rowsOf(found, "mentee", "placed");
    expect(a).toMatchObject({ group: "A", n: 60, k: 45, rate: 0.75 });
    expect(b).toMatchObject({ group: "B", n: 30, k: 15, rate: 0.5 });
    expect(a?.versusRest?.difference).toBeCloseTo(0.25, 14);
    expect(a?.versusRest?.interval.low).toBeCloseTo(0.041815701527533444, 12);
    expect(b?.versusRest?.ratio).toBeCloseTo(2 / 3, 14);
    expect(b?.versusRest?.ratioInterval?.high).toBeCloseTo(0.981223518312397, 12);
    expect(a?.versusRest?.p).toBeCloseTo(0.03157520927753807, 12);
    const figures = found.sides.find(({ side }) => side === "mentee")?.groups.find(({ group }) => group === "A");
    expect(figures?.origin?.byCandidates).toBeCloseTo(0.07291666666666666, 12);
    expect(figures?.origin?.byChoice).toBeCloseTo(0.17708333333333334, 12);
    expect(figures?.score?.mean).toBe(result.pairs[0]?.score);
  });

  it("F1, F17: there is no way to give a match the labels, and no id in what an audit tells", () => {
    fc.assert(
      fc.property(programmes(), fc.boolean(), (input, isFirst) => {
        const options = { rules: [] };
        const result = matchPairs(input, options);
        fc.pre(result.status !== "infeasible");
        const before = JSON.stringify(result);
        const ids = [...input.mentors, ...input.mentees].map(({ id }) => id);
        const groups = new Map(ids.map((id, at) => [id, (at % 2 === 0) === isFirst ? "F" : "M"]));
        const found = JSON.stringify(audit(result, groups, { minimumGroup: 5, programme: { input, options } }));
        expect(JSON.stringify(matchPairs(input, options))).toBe(before);
        for (const id of ids.filter((each) => each.length > 3)) expect(found).not.toContain(`"${id}"`);
      }),
      runs(8),
    );
  });

  it("F2, F16: people without a label are a row of their own and change no other figure; nor do orders and names", () => {
    const result = madeResult(40, 20);
    const ids = menteesOf(result);
    const groups = shuffled(ids, [25, 20, 0, 15], drawer(1));
    const isLabelled = (id: string): boolean => (groups[id] ?? null) !== null;
    const without = {
      ...result,
      unmatched: result.unmatched.filter(({ id }) => isLabelled(id)),
      pairs: result.pairs.filter(({ menteeId }) => isLabelled(menteeId)),
    };
    const known = (found: ReturnType<typeof audit>): readonly AuditRow[] =>
      rowsOf(found, "mentee", "placed").filter(({ kind }) => kind !== "unknown");
    const found = audit(result, groups);
    expect(known(found)).toEqual(known(audit(without, groups)));
    const rows = rowsOf(found, "mentee", "placed");
    expect(rows.map(({ n }) => n)).toEqual([25, 20, 15]);
    expect(rows.reduce((sum, { k }) => sum + (k ?? 0), 0)).toBe(40);
    const renamed = new Map(
      Object.entries(groups)
        .reverse()
        .map(([id, label]) => [id, label === null ? null : `${label}!`]),
    );
    const flipped = { ...result, pairs: [...result.pairs].reverse(), unmatched: [...result.unmatched].reverse() };
    const plain = (named: readonly AuditRow[]): unknown =>
      named.map((row) => ({ ...row, group: undefined, labels: undefined, en: undefined, tr: undefined }));
    expect(plain(known(audit(flipped, renamed)))).toEqual(plain(known(found)));
  });

  it("F8: what is hidden does not follow from the whole and what is shown", () => {
    const size = fc.integer({ min: 1, max: 45 });
    fc.assert(
      fc.property(fc.array(fc.tuple(size, size), { minLength: 2, maxLength: 4 }), (drawn) => {
        const counts = drawn.map(([a, b]) => ({ n: Math.max(a, b), k: Math.min(a, b) }));
        const placed = counts.reduce((sum, { k }) => sum + k, 0);
        const left = counts.reduce((sum, { n, k }) => sum + n - k, 0);
        const result = madeResult(placed, left);
        const ids = menteesOf(result);
        const labels = [
          ...counts.flatMap(({ k }, at) => Array<string>(k).fill(`g${at}`)),
          ...counts.flatMap(({ n, k }, at) => Array<string>(n - k).fill(`g${at}`)),
        ];
        const found = audit(result, Object.fromEntries(ids.map((id, at) => [id, labels[at] ?? null])));
        const rows = rowsOf(found, "mentee", "placed");
        const hidden = rows.filter(({ k }) => k === null);
        for (const { n, group } of rows)
          expect(`${group} ${(n ?? 0) >= 10 || rows.length === 1}`).toBe(`${group} true`);
        if (hidden.length === 0) return;
        // solutions of: the hidden counts sum to what is left, each from 0 to its n
        const rest = placed - rows.reduce((sum, { k }) => sum + (k ?? 0), 0);
        for (const own of hidden) {
          const others = hidden.filter((row) => row !== own).reduce((sum, { n }) => sum + (n ?? 0), 0);
          const [least, most] = [Math.max(0, rest - others), Math.min(own.n ?? 0, rest)];
          // where one row is all there is, the whole tells it anyway
          if (rows.length > 1) expect(most - least).toBeGreaterThanOrEqual(1);
          expect(own).toMatchObject({ rate: null, interval: null, versusRest: null });
        }
      }),
      runs(60),
    );
  });

  it("F8: nor from the stages before and after it, by enumeration of all tables", () => {
    const group = fc
      .tuple(fc.integer({ min: 5, max: 8 }), fc.array(fc.nat(100), { minLength: 4, maxLength: 4 }))
      .map(([n, drawn]) => ({ n, chain: drawn.map((share) => Math.round((share * n) / 100)).sort((a, b) => b - a) }));
    // the rule of the documentation, written again: fewest 2 of 5, all or none below 10
    const canBe = (reason: string, k: number, n: number): boolean => {
      if (reason === "complement") return true;
      const isWhole = k === 0 || k === n;
      return reason === "unanimous" ? isWhole && n < 10 : !isWhole && (k < 2 || n - k < 2);
    };
    let hiddenCells = 0;
    const property = fc.property(fc.array(group, { minLength: 2, maxLength: 3 }), (groups) => {
      const { result, labels, outcomes } = funnelResult(groups);
      const found = audit(result, labels, { outcomes, minimumGroup: 5, minimumCount: 2 });
      const stages = ["hasCandidate", "placed", "met", "rated"];
      const rows = stages.map((stage) => rowsOf(found, "mentee", stage));
      const shown = groups.map(({ n }, at) => ({ n, cells: rows.map((row) => row[at]?.k ?? row[at]?.hidden ?? "?") }));
      const wholes = stages.map((_, at) => groups.reduce((sum, { chain }) => sum + (chain[at] ?? 0), 0));
      const values = valuesThatFit(shown, wholes, canBe);
      shown.forEach(({ cells }, at) => {
        cells.forEach((cell, stage) => {
          if (typeof cell === "number") return;
          hiddenCells += 1;
          expect([cell, stages[stage], values[at]?.[stage]?.size ?? 0, shown]).toEqual([
            cell,
            stages[stage],
            expect.toSatisfy((size: number) => size >= 2),
            shown,
          ]);
        });
      });
      // a verdict speaks of what is shown only
      for (const [at, stage] of stages.entries()) {
        const told = rows[at]?.flatMap(({ versusRest }) => versusRest?.verdict ?? []) ?? [];
        const { verdict } = found.sides[1]?.stages.find((each) => each.stage === stage) ?? {};
        if (!told.includes("difference")) expect(verdict).not.toBe("difference");
      }
    });
    fc.assert(property, { numRuns: 60 });
    expect(hiddenCells).toBeGreaterThan(50);
  });

  it("F8: of who registered, how many could have is hidden: the size of a group stands in every later row", () => {
    const { result, labels } = funnelResult([
      { n: 12, chain: [8, 6, 0, 0] },
      { n: 20, chain: [12, 9, 0, 0] },
    ]);
    const rows = (eligible: number): readonly AuditRow[] =>
      rowsOf(audit(result, labels, { eligible: { mentee: { g0: eligible, g1: 60 } } }), "mentee", "registered");
    expect(rows(40).map(({ n, k, hidden }) => [n, k, hidden])).toEqual([
      [40, 12, undefined],
      [60, 20, undefined],
    ]);
    for (const eligible of [12, 13, 14]) {
      expect(rows(eligible)).toMatchObject([
        { n: null, k: 12, rate: null, interval: null, hidden: "small", versusRest: null },
        { n: null, k: 20, rate: null, interval: null, hidden: "small", versusRest: null },
      ]);
    }
  });

  it("F14: of 200 relabellings with the same outcomes at most 5 % are told as a difference", () => {
    const result = madeResult(60, 40, (place) => (place < 20 ? 1 : 0));
    const ids = menteesOf(result);
    const draw = drawer(7);
    let alarms = 0;
    for (let run = 0; run < 200; run += 1) {
      if (audit(result, shuffled(ids, [40, 35, 25], draw)).verdict === "difference") alarms += 1;
    }
    expect(alarms).toBeLessThanOrEqual(10);
  });

  it("F9: a gap of the size that is told to be seen is seen four times in five", () => {
    const draw = drawer(11);
    const [first, second] = [50, 200];
    const runs = 100;
    let seen = 0;
    for (let run = 0; run < runs; run += 1) {
      const placedOf = (size: number, percent: number): number =>
        Array.from({ length: size }, () => draw(100)).filter((drawn) => drawn < percent).length;
      const [k, l] = [placedOf(first, 80 - 20), placedOf(second, 80)];
      const result = madeResult(k + l, first + second - k - l);
      const isFirst = (at: number): boolean => at < k || (at >= k + l && at < l + first);
      const found = audit(result, Object.fromEntries(menteesOf(result).map((id, at) => [id, isFirst(at) ? "A" : "B"])));
      const [row] = rowsOf(found, "mentee", "placed");
      if (row?.versusRest?.verdict !== "difference") continue;
      seen += 1;
      expect(row.versusRest.difference).toBeLessThan(0);
      expect(row.versusRest.flips).toBeGreaterThan(0);
      expect(row.versusRest.detectable).toBeCloseTo(0.2, 1);
    }
    // the exact power of this test is 79 %
    expect(seen / runs).toBeGreaterThan(0.76);
  });

  it("F3, F4: zero counts, one group, nobody and small groups are null with a reason", () => {
    const nobody = audit(
      madeResult(0, 30),
      Object.fromEntries(menteesOf(madeResult(0, 30)).map((id, at) => [id, at % 2 ? "A" : "B"])),
    );
    const [row] = rowsOf(nobody, "mentee", "placed");
    expect(row?.versusRest).toMatchObject({ ratio: null, ratioInterval: null, ratioBecause: "zeroCount", p: 1 });
    const one = audit(madeResult(10, 4), Object.fromEntries(menteesOf(madeResult(10, 4)).map((id) => [id, "A"])));
    expect(rowsOf(one, "mentee", "placed")).toMatchObject([{ group: "A", versusRest: null, because: "oneGroup" }]);
    expect(one.verdict).toBe("tooFewToTell");
    const small = shuffled(menteesOf(madeResult(40, 10)), [30, 12, 5], drawer(3));
    const rows = rowsOf(audit(madeResult(40, 10), { ...small }), "mentee", "placed");
    expect(rows.map(({ group, labels, kind }) => [group, labels, kind])).toEqual([
      ["A", ["A"], "group"],
      ["other", ["B", "C"], "merged"],
      ["unknown", [], "unknown"],
    ]);
    // those without a label are never hidden: the whole of the stage and of the others would give them away
    expect(rows[2]).toMatchObject({ n: 3, versusRest: null, because: "unknown" });
    expect(rows[2]?.k).not.toBeNull();
    expect(
      audit(madeResult(0, 0), {}).sides.every(({ stages }) => stages.every(({ rows: all }) => all.length === 0)),
    ).toBe(true);
  });

  it("people are compared within levels where the programme is known", () => {
    const result = madeResult(20, 20);
    const ids = menteesOf(result);
    // everybody of level 1 is placed and everybody of level 2 is not; A has more of level 1
    const groups = Object.fromEntries(ids.map((id, at) => [id, at % 40 < 16 || at >= 36 ? "A" : "B"]));
    const plain = audit(result, groups, { minimumCount: 1 });
    const within = audit(result, groups, { minimumCount: 1, strata: (id) => (ids.indexOf(id) < 20 ? "1" : "2") });
    expect(rowsOf(plain, "mentee", "placed")[0]?.versusRest?.verdict).toBe("difference");
    expect(rowsOf(within, "mentee", "placed")[0]?.versusRest?.p).toBe(1);
  });

  it("stages before and after the match: eligible people, meetings and ratings", () => {
    const result = madeResult(30, 10);
    const groups = Object.fromEntries(menteesOf(result).map((id, at) => [id, at % 2 ? "A" : "B"]));
    const outcomes = result.pairs.slice(0, 20).map(({ mentorId, menteeId }, at) => ({
      mentorId,
      menteeId,
      by: "mentee" as const,
      metTimes: at % 5,
      rating: 4,
    }));
    const found = audit(result, groups, { outcomes, eligible: { mentee: { A: 60, B: 90 } } });
    expect(rowsOf(found, "mentee", "registered").map(({ n, k }) => [n, k])).toEqual([
      [60, 20],
      [90, 20],
    ]);
    expect(rowsOf(found, "mentee", "met").map(({ n, k }) => [n, k])).toEqual([
      [20, 8],
      [20, 8],
    ]);
    expect(rowsOf(found, "mentee", "rated").map(({ n, k }) => [n, k])).toEqual([
      [20, 10],
      [20, 10],
    ]);
    expect(rowsOf(found, "mentor", "rated")).toMatchObject([{ kind: "unknown" }]);
  });

  it("refuses what it cannot read, all at once, without a label in the text", () => {
    const result = madeResult(12, 2);
    const bad = thrownBy(() => audit(result, JSON.parse('{"e0001": 7, "e0002": " "}') as Groups));
    expect(bad).toBeInstanceOf(TersineError);
    expect(bad.issues.map(({ code, path }) => [code, path])).toEqual([
      ["FIELD_TYPE", "/groups/e0001"],
      ["FIELD_TYPE", "/groups/e0002"],
    ]);
    const options = thrownBy(() => audit(result, {}, { minimumGroup: 4, confidence: 1 }));
    expect(options.issues.map(({ path }) => path)).toEqual(["/minimumGroup", "/confidence"]);
    const infeasible = matchPairs({ mentors: [], mentees: [] }, { quotas: [quota("none", {}, { min: 1 })] });
    expect(thrownBy(() => audit(infeasible, {})).code).toBe("INPUT_TYPE");
    const other: MatchInput = { mentors: [], mentees: [] };
    expect(thrownBy(() => audit(result, {}, { programme: { input: other } })).code).toBe("MANIFEST_INPUT_CHANGED");
    const eligible = thrownBy(() => audit(result, { e0001: "A" }, { eligible: { mentee: {} } }));
    expect(eligible.issues[0]).toMatchObject({ code: "FIELD_MISSING", path: "/eligible/mentee/A" });
  });

  it("never says the two words, nor four fifths", () => {
    const result = madeResult(30, 12);
    const groups = shuffled(menteesOf(result), [22, 20], drawer(5));
    expect(JSON.stringify(audit(result, groups))).not.toMatch(/fair|compliant|adil|uyumlu|four fifths/iu);
  });
});
