import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { criterion, matchPairs, rule, type MatchInput, type Objective } from "../../src/index.ts";

/*
 * The rules of the civil-service programme that this data is from: another organisation, a mentor one or two grades above
 * the mentee; 12 points for two grades, 9 for one, 10 more for the same profession, 6 more if the mentee asks for a
 * characteristic that the mentor has. It is not reverse mentoring, so it is stated with custom criteria and rules.
 */
const GRADES = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"];
const MOST_POINTS = 12 + 10 + 6;

type Row = Readonly<Record<string, string>>;

function readRows(file: string): readonly Row[] {
  const bytes = readFileSync(new URL(`../fixtures/jonodrew/${file}`, import.meta.url));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function programme(mentors: string, mentees: string): MatchInput {
  const person = (row: Row) => ({ id: row["email address"] ?? "", level: row["grade"] ?? "", attributes: row });
  return {
    levels: GRADES,
    mentors: readRows(mentors).map((row) => ({ ...person(row), teaches: [] })),
    mentees: readRows(mentees).map((row) => ({ ...person(row), learns: [] })),
  };
}

const field = (person: { readonly attributes?: unknown }, name: string): string =>
  (person.attributes as Row | undefined)?.[name] ?? "";
const gradesAbove = (mentor: { readonly level?: unknown }, mentee: { readonly level?: unknown }): number =>
  GRADES.indexOf(String(mentor.level)) - GRADES.indexOf(String(mentee.level));

const points = criterion("programme points", (mentor, mentee) => {
  const wanted = field(mentee, "identity to match");
  const sum =
    (gradesAbove(mentor, mentee) === 2 ? 12 : 9) +
    (field(mentor, "profession") === field(mentee, "profession") ? 10 : 0) +
    (wanted !== "" && field(mentor, "characteristics").split(", ").includes(wanted) ? 6 : 0);
  return sum / MOST_POINTS;
});
const rules = [
  rule("other organisation", (mentor, mentee) => field(mentor, "organisation") !== field(mentee, "organisation")),
  rule("one or two grades", (mentor, mentee) => [1, 2].includes(gradesAbove(mentor, mentee))),
];

function solve(input: MatchInput, objective: Objective) {
  const result = matchPairs(input, { criteria: [points], rules, objective });
  if (result.status !== "optimal") throw new Error("expected an optimum");
  const total = result.pairs.reduce((sum, { score }) => sum + Math.round((score * MOST_POINTS) / 1e6), 0);
  return { candidates: result.totals.candidates, pairs: result.pairs.length, total };
}

describe("the civil-service programme", () => {
  it("A1, D3: 50 + 50 people: 392 candidates, best total 750 with 35 pairs", () => {
    const input = programme("small-mentors.csv", "small-mentees.csv");
    expect(solve(input, "score")).toEqual({ candidates: 392, pairs: 35, total: 750 });
    expect(solve(input, "coverage").pairs).toBeGreaterThanOrEqual(35);
  });

  it("A1, D3: 500 + 500 people: 44,342 candidates, best total 11,488, or most pairs 484 with 11,480", () => {
    const input = programme("large-mentors.csv.gz", "large-mentees.csv.gz");
    const { candidates, total } = solve(input, "score");
    expect({ candidates, total }).toEqual({ candidates: 44_342, total: 11_488 });
    expect(solve(input, "coverage")).toEqual({ candidates: 44_342, pairs: 484, total: 11_480 });
  });
});
