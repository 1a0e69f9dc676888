/*
 * Matches the example organisation and prints the pairs.
 *
 *   npm run demo            reasons in English
 *   npm run demo -- --tr    reasons in Turkish
 */
import { performance } from "node:perf_hooks";
import Table from "cli-table3";
import { matchPairs, type MatchedResult, type Pair } from "tersine";
import { readProgramme } from "./organisation.ts";

const language = process.argv.includes("--tr") ? "tr" : "en";
const programme = readProgramme();
const start = performance.now();
const result = matchPairs(programme);
const milliseconds = performance.now() - start;
if (result.status === "infeasible") throw new Error(result.witness[language]);

console.log(pairTable(result.pairs));
const [best] = [...result.pairs].sort((a, b) => b.score - a.score);
if (best !== undefined) {
  console.log(`Why mentor ${best.mentorId} and mentee ${best.menteeId}:`);
  for (const reason of best.reasons) console.log(`  ${reason.about.padEnd(12)} ${reason[language]}`);
}
console.log(`\nLeft out:\n${unmatchedTable(result)}`);
for (const warning of result.warnings) console.log(`Note: ${warning[language]}`);
console.log(summary(result, milliseconds));

function pairTable(pairs: readonly Pair[]): string {
  const table = new Table({
    head: ["mentor", "mentee", "score", "shared topics", "level gap", "min/week"],
    style: { head: [], border: [] },
    colWidths: [8, 8, 7, 52, 11, 10],
    wordWrap: true,
  });
  for (const pair of [...pairs].sort((a, b) => b.score - a.score)) {
    const row = { topics: "", gap: "", minutes: "" };
    for (const { facts } of pair.contributions) {
      if (facts.kind === "topics") row.topics = facts.shared.map(({ topic }) => topic).join(", ");
      if (facts.kind === "hierarchy") row.gap = String(facts.levelGap ?? "?");
      if (facts.kind === "availability") row.minutes = String(facts.minutesPerWeek);
    }
    table.push([pair.mentorId, pair.menteeId, (pair.score / 1e6).toFixed(3), row.topics, row.gap, row.minutes]);
  }
  return table.toString();
}

/** People who are left out for the same reason share a row. */
function unmatchedTable({ unmatched }: MatchedResult): string {
  const table = new Table({
    head: ["side", "ids", "code", "reason"],
    style: { head: [], border: [] },
    colWidths: [8, 26, 14, 54],
    wordWrap: true,
  });
  const rows = new Map<string, { readonly side: string; readonly code: string; readonly ids: string[] }>();
  for (const { id, side, code, reasons } of unmatched) {
    const text = reasons.map((reason) => reason[language]).join(" ");
    const row = rows.get(text) ?? { side, code, ids: [] };
    rows.set(text, row);
    row.ids.push(id);
  }
  for (const [text, { side, code, ids }] of rows) table.push([side, ids.join(" "), code, text]);
  return table.toString();
}

function summary({ totals, proof, manifest }: MatchedResult, time: number): string {
  const { people, sha256 } = manifest.input;
  return [
    `${people} people, ${totals.mentors} mentors, ${totals.mentees} mentees, ${totals.candidates} candidate pairs.`,
    `${totals.pairs} pairs place ${totals.placedMentors} mentors and ${totals.placedMentees} mentees;`,
    `total score ${(totals.score / 1e6).toFixed(6)}, mean ${(totals.score / 1e6 / Math.max(totals.pairs, 1)).toFixed(3)}.`,
    `Proved optimal by ${proof.kind} for ${totals.mentors + totals.mentees} people, in ${time.toFixed(0)} ms.`,
    `Input ${sha256.slice(0, 12)}.`,
  ].join("\n");
}
