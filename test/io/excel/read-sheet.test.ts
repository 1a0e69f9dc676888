import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readMatchInput, readSheet } from "../../../src/io/index.ts";
import { type MadeCell, sheetXml, STYLE, workbook } from "../../support/workbook.ts";
import { runs, shareOf } from "../../support/runs.ts";

const one = (rows: readonly (readonly MadeCell[])[]) =>
  readSheet({ name: "staff.xlsx", bytes: workbook([{ name: "Staff", rows }]) });
const withSheet = (xml: string) =>
  readSheet({
    name: "staff.xlsx",
    bytes: workbook([{ name: "Staff", rows: [] }], { "xl/worksheets/sheet1.xml": strToU8(xml) }),
  });

describe("sheets of workbooks", () => {
  it("every kind of cell becomes what a CSV export holds, dates in ISO form", async () => {
    const { rows, name } = await one([
      ["text", " spaced ", "a\r\nb", "1 & <2>", null],
      [7, 0.1 + 0.2, 12_345_678_901_234, -1.5, 1e-7],
      [true, false, { error: "#N/A" }, { error: "#REF!" }],
      [
        { value: 46_096, style: STYLE.date },
        { value: 46_096.375, style: STYLE.dateTime },
        { value: 0.604_166_666_666_667, style: STYLE.time },
        { value: 42, style: STYLE.fiveDigits },
        { value: 123_456, style: STYLE.fiveDigits },
      ],
      [null, null],
      [
        {
          xml: '<c r="A6"><f>1+1</f><v>2</v></c><c r="B6" t="str"><f>A1</f><v></v></c><c r="C6" t="str"><f>A1</f><v>x</v></c>',
        },
      ],
    ]);
    expect(name).toBe("staff.xlsx [Staff]");
    expect(rows).toEqual([
      ["text", " spaced ", "a\nb", "1 & <2>", ""],
      ["7", "0.3", "12345678901234", "-1.5", "1e-7"],
      ["TRUE", "FALSE", "#N/A", "#REF!", ""],
      ["2026-03-15", "2026-03-15 09:00", "14:30", "00042", "123456"],
      ["", "", "", "", ""],
      ["2", "", "x", "", ""],
    ]);
  });

  it("cells without addresses and names with a prefix are read", async () => {
    const { rows } = await withSheet(
      sheetXml('<row><c t="str"><v>id</v></c><c/><c><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row>'),
    );
    expect(rows).toEqual([
      ["id", "", "1"],
      ["#N/A", "", ""],
    ]);
    const prefixed = await withSheet(
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
    expect(prefixed.rows[1]).toEqual(["", "#N/A"]);
  });

  it("the first sheet that is shown is read, others are told; a sheet is named without case", async () => {
    const bytes = workbook([
      { name: "Lists", rows: [["hidden"]], isHidden: true },
      { name: "A & B", rows: [["first"]] },
      { name: "Kişiler", rows: [["second"]] },
    ]);
    const first = await readSheet({ name: "w.xlsx", bytes });
    expect(first.rows).toEqual([["first"]]);
    expect(first.issues).toMatchObject([{ code: "SHEETS_UNREAD", file: "w.xlsx [A & B]" }]);
    expect(first.issues[0]?.message).toContain("Kişiler");
    const second = await readSheet({ name: "w.xlsx", bytes }, { sheet: "KİŞİLER" });
    expect(second).toMatchObject({ sheet: "Kişiler", rows: [["second"]], issues: [] });
    expect((await readSheet({ name: "w.xlsx", bytes }, { sheet: "Lists" })).rows).toEqual([["hidden"]]);
    await expect(readSheet({ name: "w.xlsx", bytes }, { sheet: "Ece" })).rejects.toMatchObject({
      code: "EXCEL_SHEET_UNKNOWN",
    });
  });

  it.each([
    ["another zip file", zipSync({ "word/document.xml": strToU8("<w/>") })],
    ["no zip file", strToU8("id,name\n1,Ece\n")],
    ["a zip file that is cut off", workbook([{ name: "A", rows: [["id"]] }]).slice(0, 300)],
    ["a sheet that is cut off", "<worksheet><sheetData><row r='1'><c r='A1'><v>1"],
    ["a sheet that is no XML", "\0\0\0"],
    ["many cells that do not end", sheetXml("<c ".repeat(300_000))],
    ["many cells that are open", sheetXml("<c>".repeat(300_000))],
  ])("%s is EXCEL_INVALID", async (_, given) => {
    const read = typeof given === "string" ? withSheet(given) : readSheet({ name: "staff.xlsx", bytes: given });
    await expect(read).rejects.toMatchObject({ code: "EXCEL_INVALID" });
  });

  it.each([
    [
      "a part of 200 MB in a small file",
      zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(200_000_000) }, { level: 1 }),
    ],
    [
      "a value in the last column",
      workbook([{ name: "A", rows: [] }], {
        "xl/worksheets/sheet1.xml": strToU8(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
      }),
    ],
    [
      "a value far down and right",
      workbook([{ name: "A", rows: [] }], {
        "xl/worksheets/sheet1.xml": strToU8(sheetXml('<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>')),
      }),
    ],
  ])("%s is LIMIT_WORKBOOK", async (_, bytes) => {
    await expect(readSheet({ name: "staff.xlsx", bytes })).rejects.toMatchObject({ code: "LIMIT_WORKBOOK" });
  });

  it("formulas that were never calculated are an error, not blank cells", async () => {
    await expect(one([["id"], [{ xml: '<c r="A2"><f>B1</f><v></v></c>' }]])).rejects.toMatchObject({
      code: "EXCEL_FORMULA",
      message: expect.stringContaining("A2") as string,
    });
  });

  it("without its package the error says what to install", async () => {
    const { vi } = await import("vitest");
    vi.doMock("read-excel-file/universal", () => {
      throw new Error("Cannot find package");
    });
    await expect(one([["id"]])).rejects.toMatchObject({ code: "EXCEL_MISSING" });
    vi.doUnmock("read-excel-file/universal");
  });
});

describe("sheets as input", () => {
  const text = fc.oneof(
    fc.constantFrom("ece", "haluk", "", "AI; SQL", "Mon 9-10", "x", "1.200", "a\nb", "N/A", "007"),
    fc.string({ maxLength: 4 }).map((each) => each.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")),
  );
  const table = fc.array(fc.array(text, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const HEADERS = ["id", "teaches", "availability", "manager"];

  it("a sheet reads as its CSV export does, and its issues name cells", async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const people = await one([HEADERS, ...rows]);
        const asText = { name: people.name, text: Papa.unparse([HEADERS, ...rows], { newline: "\n", quotes: true }) };
        const period = { start: "2027-01-04", end: "2027-06-27" };
        const sheet = readMatchInput({ mentors: people }, { period });
        const csv = readMatchInput({ mentors: asText }, { period, delimiter: "," });
        // a cell over two lines moves the lines of a text, not the rows of a sheet
        fc.pre(!rows.flat().some((cell) => cell.includes("\n")));
        const issues = sheet.issues.map((issue) => ({ ...issue, cell: undefined }));
        const lookups = { find: undefined, addressOf: undefined };
        expect({ ...sheet, ...lookups, issues }).toEqual({ ...csv, ...lookups });
        for (const { line, column, cell } of sheet.issues) {
          if (line === undefined) continue;
          expect(cell).toBe(column === undefined ? `row ${line}` : `${"ABCD"[column - 1] ?? ""}${line}`);
          found += 1;
        }
      }),
      runs(60),
    );
    expect(found).toBeGreaterThan(shareOf(20));
  });

  it("a look-up that failed keeps its text and is told at its cell", async () => {
    const people = await one([
      ["id", "manager", "level"],
      ["ceo", null, 5],
      ["ece", { error: "#N/A" }, { error: "#REF!" }],
    ]);
    const { issues, input } = readMatchInput({ people, mentors: { name: "m.csv", text: "id,teaches\nece,AI\n" } });
    expect(input).toBeUndefined();
    // who is meant is lost, and a level is not known
    expect(issues).toContainEqual(expect.objectContaining({ severity: "error", file: people.name, cell: "B3" }));
    expect(issues).toContainEqual(
      expect.objectContaining({ code: "FORMULA_ERROR", severity: "warning", file: people.name, cell: "C3" }),
    );
    const told = issues.find(({ code }) => code === "EXCEL_ERRORS");
    expect(told?.message).toMatch(/^2 formulas .* in B3, C3/u);
  });
});
