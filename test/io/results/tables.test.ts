import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { criterion, matchPairs } from "../../../src/index.ts";
import { pairsToCsv, rejectedToCsv, unmatchedToCsv } from "../../../src/io/index.ts";
import { runs, shareOf } from "../../support/runs.ts";

const piece = fc.oneof(
  fc.constantFrom(
    ";",
    "\t",
    "\n",
    "\r",
    '"',
    "'",
    " ",
    "=1+1",
    "@SUM(A1)",
    "+1",
    "-2",
    "|cmd",
    "%0A",
    "＝1",
    ",",
    "x",
    "\u200B",
  ),
  fc.string({ maxLength: 3 }),
);
const cell = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(""));

/** What a spreadsheet would run, behind whatever it passes over. */
const FORMULA = /^[\s"‘’“”\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠|%]/u;

function expectInert(text: string): void {
  for (const delimiter of [",", ";", "\t"]) {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: "\r\n" });
    const lines = text.split(/\r\n|\r|\n/u).map((line) => line.split(delimiter));
    for (const row of delimiter === "," ? data : [...data, ...lines]) {
      for (const each of row) expect(each).not.toMatch(FORMULA);
    }
  }
}

describe("written tables", () => {
  it("no cell is a formula for a reader that divides at commas, semicolons or tabs", () => {
    let dangerous = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (row) => {
        if (row.some((each) => /[;\t\n]\s*[=+\-@]/u.test(each))) dangerous += 1;
        expectInert(rejectedToCsv([{ file: "m.csv", line: 2, row, reasons: ["x"] }]));
      }),
      runs(3_000),
    );
    expect(dangerous).toBeGreaterThan(shareOf(100));
  });

  it("ids in pairs and among those left out are inert as well", () => {
    const ids = ["x;=1+1;y", "=2", "a\u00a0;@b", "+c"];
    const mentors = ids.slice(0, 3).map((id) => ({ id: `${id}m`, teaches: ["AI"] }));
    const mentees = ids.map((id) => ({ id: `${id}e`, learns: ["AI"] }));
    const result = matchPairs({ mentors, mentees }, { rules: [], criteria: [criterion("same", () => 1)] });
    expectInert(pairsToCsv(result));
    expectInert(unmatchedToCsv(result));
  });

  it("without neutralising, a program reads back what was written", () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (row) => {
        const text = rejectedToCsv([{ file: "m.csv", line: 2, row, reasons: ["x"] }], { neutralise: false });
        const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
        expect(data[1]?.slice(3)).toEqual(row);
      }),
    );
  });
});
