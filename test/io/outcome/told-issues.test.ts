import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, readMatchInput, type SourceIssue } from "../../../src/io/index.ts";
import { toldIssues } from "../../../src/io/outcome/told-issues.ts";
import { shareOf } from "../../support/runs.ts";

const issue = fc.record({
  code: fc.constantFrom("A", "B", "C"),
  severity: fc.constantFrom("error", "warning"),
  file: fc.constantFrom("", "e.csv", "m.csv"),
  line: fc.integer({ min: 1, max: 400 }),
  column: fc.integer({ min: 1, max: 3 }),
  message: fc.constantFrom("one.", "two."),
}) satisfies fc.Arbitrary<SourceIssue>;

const kindOf = ({ code, severity, file, column }: SourceIssue): string => [code, severity, file, column].join();
const isError = ({ severity }: SourceIssue): boolean => severity === "error";

describe("what is told of many problems", () => {
  it("all are counted, none is told twice, errors go before warnings, and each kind is told before a second of another", () => {
    let crowded = 0;
    fc.assert(
      fc.property(
        fc.array(issue, { minLength: 30, maxLength: 120 }),
        fc.integer({ min: 1, max: 90 }),
        (issues, maximumIssues) => {
          const distinct = [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
          const { issues: told, errorCount, warningCount } = toldIssues(issues, { maximumIssues });
          expect(errorCount).toBe(distinct.filter(isError).length);
          expect(errorCount + warningCount).toBe(distinct.length);
          expect(told).toHaveLength(Math.min(maximumIssues, distinct.length));
          if (distinct.length > maximumIssues) crowded += 1;
          else expect(new Set(told)).toEqual(new Set(distinct));
          const kinds = new Set(distinct.map(kindOf));
          expect(new Set(told.map(kindOf)).size).toBe(Math.min(kinds.size, maximumIssues));
          for (const each of told) {
            const count = /There are (\d+) of these/u.exec(each.message)?.[1];
            const same = distinct.filter((other) => kindOf(other) === kindOf(each));
            if (count !== undefined) expect(Number(count)).toBe(same.length);
          }
        },
      ),
    );
    expect(crowded).toBeGreaterThan(shareOf(20));
  });

  it("a column of 150 bad cells does not hide another fault", () => {
    const rows = Array.from({ length: 150 }, (_, row) => `e${row},AI,high`).join("\n");
    const outcome = readMatchInput({
      mentees: { name: "e.csv", text: `id,learns,level\n${rows}\n` },
      mentors: { name: "m.csv", text: "id,teaches,level\nm1,AI\n" },
    });
    const told = outcome.issues.map(({ code, file, line }) => [code, file, line]);
    expect(told).toContainEqual(["CSV_ROW_SHORT", "m.csv", 2]);
    expect(outcome.issues.find(({ file, line }) => file === "e.csv" && line === 2)?.message).toContain("150 of these");
    expect(outcome.issues).toHaveLength(100);
  });

  it("200,000 findings are counted, in any format, without an end of the stack", () => {
    const count = 200_000;
    const csv = `id,manager\n${Array.from({ length: count }, (_, row) => `${row}`).join("\n")}\n`;
    expect(readMatchInput({ people: { name: "p.csv", text: csv } }).errorCount).toBeGreaterThanOrEqual(count);
    const lines = Array.from({ length: count }, () => "{").join("\n");
    expect(readMatchInput({ people: { name: "p.ndjson", text: lines } }).errorCount).toBeGreaterThanOrEqual(count);
  });

  it("300,000 repeated keys are told by line and column in one pass", () => {
    const text = `[{"a":1,\n${Array.from({ length: 300_000 }, () => '"a":1').join(",\n")}}]`;
    const { issues, errorCount } = readMatchInput({ people: { name: "p.json", text } });
    expect(errorCount).toBeGreaterThanOrEqual(300_000);
    const places = issues.filter(({ code }) => code === "JSON_DUPLICATE_KEY").map(({ line, column }) => [line, column]);
    expect(places.slice(0, 3)).toEqual([
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });

  it.each([
    ["pairs of quotes", 'abcdefghijklmnopqrst"" \n'],
    ["letters", "abcdefg\n"],
    ["delimiters", ",,,,,,\n"],
  ])("a quoted cell of 24 MB of %s ends in a limit, also with a stray quote before it", (_, piece) => {
    const cell = `"${piece.repeat(Math.ceil(24_000_000 / piece.length))}"`;
    for (const first of ["AI", 'A"I']) {
      const text = `id,teaches,about\nm1,${first},${cell}\n`;
      const codes = readMatchInput({ mentors: { name: "m.csv", text } }).issues.map(({ code }) => code);
      expect(codes.some((code) => code === "LIMIT_FIELD_SIZE" || code === "CSV_QUOTE_STRAY")).toBe(true);
    }
  });

  it.each([
    ["a workbook", [0x50, 0x4b, 3, 4, 20, 0]],
    ["an old workbook", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ["a gzip file", [0x1f, 0x8b, 8]],
    ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
  ])("%s is known by its first bytes, whatever encoding is named", (_, bytes) => {
    for (const encoding of [undefined, "windows-1254"]) {
      expect(() => decodeText(Uint8Array.from(bytes), encoding)).toThrow(/expected text, got an? /u);
    }
  });
});
