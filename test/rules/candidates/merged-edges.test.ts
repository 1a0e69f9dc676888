import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeEdges } from "../../../src/rules/candidates/merged-edges.ts";
import { runs, shareOf } from "../../support/runs.ts";

/** Scores by row and column; nothing where a rule refuses the pair. */
type Table = readonly (readonly (number | undefined)[])[];

const most = 6;
const table = fc.array(
  fc.array(fc.option(fc.nat(1_000_000), { nil: undefined }), { minLength: most, maxLength: most }),
  { minLength: most, maxLength: most },
);

/** Who of the old ones stay, and where new ones join among them: old indices ascend, -1 for new ones. */
const was = fc
  .tuple(
    fc.nat(most),
    fc.array(fc.boolean(), { minLength: most, maxLength: most }),
    fc.array(fc.nat(2), { minLength: most + 1, maxLength: most + 1 }),
  )
  .map(([count, isKept, joining]) => {
    const list = Array.from({ length: count }, (_, old) => old).flatMap((old) => [
      ...Array<number>(joining[old]!).fill(-1),
      ...(isKept[old]! ? [old] : []),
    ]);
    return { count, was: Int32Array.from([...list, ...Array<number>(joining[most]!).fill(-1)]) };
  });

/** Edges of a table, row by row. */
function edgesOf(rows: Table) {
  const columnAt = rows.flatMap((row) => row.flatMap((score, column) => (score === undefined ? [] : [column])));
  const scoreAt = rows.flatMap((row) => row.filter((score) => score !== undefined));
  const rowStart = [0];
  for (const row of rows) rowStart.push(rowStart.at(-1)! + row.filter((score) => score !== undefined).length);
  return {
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    scoreAt: Int32Array.from(scoreAt),
  };
}

/** What is asked of the pairs of some rows with some columns. */
function blockOf(rows: Table, ofRows: readonly number[], ofColumns: readonly number[]) {
  const asked = ofRows.flatMap((row) => ofColumns.map((column) => rows[row]![column]));
  return {
    bitsAt: Int32Array.from(asked, (score) => (score === undefined ? 1 : 0)),
    scoreAt: Int32Array.from(asked, (score) => score ?? -1),
  };
}

const placesOf = (list: Int32Array, isMeant: (old: number) => boolean): readonly number[] =>
  [...list.keys()].filter((place) => isMeant(list[place]!));

describe("mergeEdges", () => {
  it("are the edges of the whole new table: old pairs as they were, all others as asked", () => {
    let moved = 0;
    const wide = fc.array(
      fc.array(fc.option(fc.nat(1_000_000), { nil: undefined }), { minLength: 20, maxLength: 20 }),
      { minLength: 20, maxLength: 20 },
    );
    fc.assert(
      fc.property(table, wide, was, was, (before, fresh, rows, columns) => {
        const old = before.slice(0, rows.count).map((row) => row.slice(0, columns.count));
        const after = Array.from(rows.was, (row, place) =>
          Array.from(columns.was, (column, at) => (row < 0 || column < 0 ? fresh[place]![at] : old[row]![column])),
        );
        const all = [...columns.was.keys()];
        const ofRows = blockOf(
          after,
          placesOf(rows.was, (each) => each < 0),
          all,
        );
        const ofColumns = blockOf(
          after,
          [...rows.was.keys()],
          placesOf(columns.was, (each) => each < 0),
        );
        expect(mergeEdges(edgesOf(old), rows.was, columns.was, ofRows, ofColumns)).toEqual(edgesOf(after));
        if (columns.was.some((each, at) => each >= 0 && each !== at)) moved += 1;
      }),
      runs(500),
    );
    expect(moved).toBeGreaterThan(shareOf(100));
  });
});
