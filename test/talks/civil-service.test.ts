import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { criterion, type MatchInput, rule } from "../../src/index.ts";
import { shortlist } from "../../src/talks/index.ts";
import { loadHighs } from "../support/highs.ts";

/*
 * The small file of the civil-service programme, with its rules and points: another organisation, a mentor one or two grades
 * above; 12 points for two grades and 9 for one, 10 more for the same profession, 6 more for a wanted characteristic.
 */
const GRADES = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1", "SCS2", "SCS3", "SCS4"];
const MOST_POINTS = 28;

type Row = Readonly<Record<string, string>>;

const readRows = (side: "mentors" | "mentees"): readonly Row[] =>
  Papa.parse<Row>(readFileSync(new URL(`../fixtures/jonodrew/small-${side}.csv`, import.meta.url), "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;

const [mentors, mentees] = [readRows("mentors"), readRows("mentees")];
const idOf = (row: Row): string => row["email address"] ?? "";
const rowOf = new Map([...mentors, ...mentees].map((row) => [idOf(row), row]));
const gradesAbove = (mentor: Row, mentee: Row): number =>
  GRADES.indexOf(mentor["grade"] ?? "") - GRADES.indexOf(mentee["grade"] ?? "");
const isAllowed = (mentor: Row, mentee: Row): boolean =>
  mentor["organisation"] !== mentee["organisation"] && [1, 2].includes(gradesAbove(mentor, mentee));

function pointsOf(mentor: Row, mentee: Row): number {
  const wanted = mentee["identity to match"] ?? "";
  return (
    (gradesAbove(mentor, mentee) === 2 ? 12 : 9) +
    (mentor["profession"] === mentee["profession"] ? 10 : 0) +
    (wanted !== "" && (mentor["characteristics"] ?? "").split(", ").includes(wanted) ? 6 : 0)
  );
}

const known = (person: { readonly id?: string }): Row => rowOf.get(person.id ?? "") ?? {};
const input: MatchInput = {
  mentors: mentors.map((row) => ({ id: idOf(row), teaches: [] })),
  mentees: mentees.map((row) => ({ id: idOf(row), learns: [] })),
};
const options = {
  criteria: [criterion("points", (mentor, mentee) => pointsOf(known(mentor), known(mentee)) / MOST_POINTS)],
  rules: [rule("allowed", (mentor, mentee) => isAllowed(known(mentor), known(mentee)))],
};

describe("talks of the civil-service programme", () => {
  it("B2: two talks each: as many first and second talks and as many points as an integer programme finds", async () => {
    const pairs = mentees.flatMap((mentee, row) =>
      mentors.flatMap((mentor, column) =>
        isAllowed(mentor, mentee) ? [{ row, column, points: pointsOf(mentor, mentee) }] : [],
      ),
    );
    expect(pairs).toHaveLength(392);
    // a first talk outweighs all second ones, and a second one all points
    const [second, first] = [10_000, 10_000 * 101];
    const nodes = [...mentees.keys()].map((at) => `r${at}`).concat([...mentors.keys()].map((at) => `c${at}`));
    const loadOf = (node: string): string =>
      pairs
        .flatMap(({ row, column }, at) => (node === `r${row}` || node === `c${column}` ? [`x${at}`] : []))
        .join(" + ");
    const used = nodes.filter((node) => loadOf(node) !== "");
    const text = [
      "Maximize",
      ` obj: ${pairs.map(({ points }, at) => `${points} x${at}`).join(" + ")} ${used.map((node) => `+ ${first} f${node} + ${second} s${node}`).join(" ")}`,
      "Subject To",
      ...used.flatMap((node) => [
        ` ${loadOf(node)} <= 2`,
        ` ${loadOf(node)} - f${node} - s${node} >= 0`,
        ` f${node} - s${node} >= 0`,
      ]),
      "Binaries",
      [...pairs.keys()].map((at) => `x${at}`).join(" "),
      used.map((node) => `f${node} s${node}`).join(" "),
      "End",
    ].join("\n");
    const best = (await loadHighs()).solve(text, { mip_rel_gap: 0, mip_abs_gap: 0, time_limit: 60 });
    expect(best.Status).toBe("Optimal");
    const list = shortlist(input, { ...options, talks: { mentees: 2, mentors: 2 } });
    if (list.status === "infeasible") throw new Error("expected a list of talks");
    const counts = list.people.map(({ partners }) => partners.length);
    const points = list.pairs.reduce((sum, { score }) => sum + Math.round((score * MOST_POINTS) / 1e6), 0);
    const worth =
      first * counts.filter((count) => count >= 1).length +
      second * counts.filter((count) => count >= 2).length +
      points;
    expect(worth).toBe(Math.round(best.ObjectiveValue));
    expect(list.fewer.length).toBe(counts.filter((count) => count < 2).length);
    expect(list.fewer.length).toBeGreaterThan(0);
  });
});
