import type { InputSources, ReadOutcome, SourceIssue } from "../source.ts";
import { isSheet } from "../text-source.ts";
import { columnLetter } from "./cells.ts";

/** An outcome whose issues about sheets name their cells as spreadsheets do. */
export function withCells<Outcome extends Pick<ReadOutcome, "issues">>(
  outcome: Outcome,
  { input, people, mentors, mentees }: InputSources,
): Outcome {
  const sources = [input, people, mentors, mentees];
  const sheets = new Set(sources.flatMap((source) => (source !== undefined && isSheet(source) ? [source.name] : [])));
  if (sheets.size === 0) return outcome;
  return { ...outcome, issues: outcome.issues.map((issue) => (sheets.has(issue.file) ? withCell(issue) : issue)) };
}

function withCell(issue: SourceIssue): SourceIssue {
  const { line, column } = issue;
  if (line === undefined) return issue;
  return { ...issue, cell: column === undefined ? `row ${line}` : `${columnLetter(column)}${line}` };
}
