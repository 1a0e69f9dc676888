import { describe, expect, it } from "vitest";
import { readMatchInput, type ReadOptions } from "../../../src/io/index.ts";

const read = (text: string, options: ReadOptions = {}) => readMatchInput({ mentors: { name: "m.csv", text } }, options);
const mentorsOf = (text: string) => {
  const { input, issues } = read(text);
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  return input?.mentors;
};
const errorsOf = (text: string) =>
  read(text)
    .issues.filter(({ severity }) => severity === "error")
    .map(({ code, line, column }) => [code, line, column]);

const AI = [{ id: "m1", teaches: ["AI"] }];

describe("tables as spreadsheets write them", () => {
  it.each([
    ["trailing empty lines", "id,teaches\nm1,AI\n\n,\n \n"],
    ["trailing delimiters on all lines", "id,teaches,,\nm1,AI,,\n"],
    ["trailing delimiters on rows only", "id,teaches\nm1,AI,,\n"],
    ["lines before the header that are blank", "\n,,\nid,teaches\nm1,AI\n"],
    ["the line by which Excel names the delimiter", "\uFEFFsep=;\r\nid;teaches\r\nm1;AI\r\n"],
    ["mixed line ends", "id,teaches\r\nm1,AI\n"],
    ["quotes around all", '"id","teaches"\r\n"m1","AI"\r\n'],
  ])("%s are no fault", (_, text) => {
    expect(mentorsOf(text)).toEqual(AI);
  });

  it("finds the delimiter by the rows, also where headers are sentences with commas", () => {
    const header = "Your id;Teaches;If so, which days, hours, and zone, if any?";
    expect(mentorsOf(`${header}\nm1;AI;none, really\nm2;SQL;\n`.replace("Your id", "id"))).toHaveLength(2);
  });

  it("tells lines behind line ends of all kinds, in quotes too", () => {
    const text = 'sep=,\r\nid,teaches,capacity\r\n"m\r\n1","A\nI",1\r\nm2,AI,x\r\n';
    expect(errorsOf(text)).toEqual([
      ["ID_CONTROL_CHAR", 3, 1],
      ["NUMBER_FORMAT", 6, 3],
    ]);
  });

  it.each([
    ["values beyond the last column", "id,teaches\nm1,AI,,x\n", [["CSV_ROW_LONG", 2, undefined]]],
    ["a carriage return among line feeds", "id,teaches\nm1,A\rI\n", [["CSV_LINE_ENDS", 2, undefined]]],
    ["a quote within a cell", 'id,teaches\nm1,A"I"\n', [["CSV_QUOTE_STRAY", 2, 2]]],
    ["a quote within the first cell", 'id,teaches\nm"1,"AI"\n', [["CSV_QUOTE_STRAY", 2, 1]]],
    ["a quote in the header", 'i"d,teaches\nm1,AI\n', [["CSV_QUOTE_STRAY", 1, 1]]],
    ["text behind a quoted cell", 'id,teaches\nm1,"A" I\nm2,"AI"\n', [["CSV_QUOTE_STRAY", 2, 2]]],
    ["text behind a quoted cell, and no more quotes", 'id,teaches\nm1,"A" I\nm2,AI\n', [["CSV_QUOTE_STRAY", 2, 2]]],
    ["an open quote behind a cell of two lines", 'id,teaches\n"m\n1","AI\nm2,AI\n', [["CSV_QUOTE_OPEN", 3, 2]]],
  ])("%s is told by its place", (_, text, expected) => {
    expect(errorsOf(text)).toEqual(expected);
  });

  it("an open quote in line 3 of 1,000 is one error, at its place", () => {
    const rows = Array.from({ length: 1_000 }, (_, row) => `m${row},${row === 1 ? '"' : ""}AI`);
    expect(errorsOf(`id,teaches\n${rows.join("\n")}\n`)).toEqual([["CSV_QUOTE_OPEN", 3, 2]]);
    const quoted = rows.map((row, at) => (at < 2 ? row : row.replace("AI", '"AI; SQL"')));
    const text = `id,teaches\n${quoted.join("\n")}\n`;
    expect(errorsOf(text)).toEqual([["CSV_QUOTE_STRAY", 3, 2]]);
    const told = read(text).issues.find(({ severity }) => severity === "error");
    expect(told?.message).toContain("Up to 2 lines were taken for one row.");
  });

  it("quotes that are written twice are text", () => {
    expect(mentorsOf('id,teaches\nm1,"5"" screens; ""x"""\n')).toEqual([{ id: "m1", teaches: ['5" screens', '"x"'] }]);
  });
});
