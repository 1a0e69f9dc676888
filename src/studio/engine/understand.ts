import { type MatchInput, namesOf } from "../../index.ts";
import { optionsFor } from "../../io/columns/mapping.ts";
import { type ReadOptions, type ReadOutcome, readMatchInput } from "../../io/index.ts";
import { readTable } from "../../io/table.ts";
import { type ConfigFile, READING_KEYS } from "../config/config-file.ts";
import type { ListName, Lists, Problem, ShownColumn, ShownPerson, ShownTable, Understood } from "../protocol.ts";
import { saidOf } from "./said.ts";
import type { OpenTable } from "./tables.ts";

/** Most problems that are listed, and most cells that show what a column holds. */
const MOST_PROBLEMS = 500;
const SAMPLES = 3;

/** What was read, and what is shown of it. */
export interface Reading {
  readonly outcome: ReadOutcome;
  readonly shown: Understood;
}

/** Reads the tables as the settings say, as the command does with the same configuration. */
export function readTables(
  tables: readonly OpenTable[],
  lists: Lists,
  config: ConfigFile,
  skipRejected: boolean,
): Reading {
  const used = tables.flatMap((table) => {
    const list = lists[table.key];
    return list === undefined ? [] : [{ list, source: table.source }];
  });
  const sources = Object.fromEntries(used.map(({ list, source }) => [list, source]));
  const options = { ...readOptionsOf(config), skipRejected, maximumIssues: MOST_PROBLEMS };
  const outcome = readMatchInput(sources, options);
  const views = tables.map((table) => viewOf(table, lists[table.key], options));
  return { outcome, shown: shownOf(outcome, views) };
}

/** What a configuration says of how files are read. */
export function readOptionsOf(config: ConfigFile): ReadOptions {
  return Object.fromEntries(READING_KEYS.flatMap((key) => (config[key] === undefined ? [] : [[key, config[key]]])));
}

/** A table as it is shown, and what its cells hold. */
interface View {
  readonly shown: ShownTable;
  readonly name: string;
  readonly cellAt: (line: number, column: number) => string | undefined;
}

function viewOf({ key, source, isDocument }: OpenTable, list: ListName | undefined, options: ReadOptions): View {
  const shown = { key, list, rows: 0, columns: [] };
  if (isDocument) return { shown, name: source.name, cellAt: () => undefined };
  const table = readTable(source, optionsFor(options, list ?? "input"));
  const cells = new Map<number, readonly string[]>();
  for (const { line, raw } of table.rows) cells.set(line, raw);
  for (const { line, row } of table.unread) cells.set(line, row);
  const columns = table.mapping.columns.map(({ header, field }, column): ShownColumn => ({
    header,
    ...(field === undefined ? {} : { field }),
    samples: samplesOf(table.rows, column),
  }));
  return {
    shown: { ...shown, rows: cells.size, columns },
    name: source.name,
    cellAt: (line, column) => cells.get(line)?.[column - 1],
  };
}

function samplesOf(rows: readonly { readonly raw: readonly string[] }[], column: number): readonly string[] {
  const samples = new Set<string>();
  for (const { raw } of rows) {
    const text = raw[column]?.trim() ?? "";
    if (text !== "") samples.add(text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

function shownOf(outcome: ReadOutcome, views: readonly View[]): Understood {
  const { input, issues, errorCount, warningCount, rejected, counts } = outcome;
  const sides = { mentors: input?.mentors ?? [], mentees: input?.mentees ?? [] };
  return {
    tables: views.map(({ shown }) => shown),
    problems: issues.map((issue): Problem => {
      const view = views.find(({ name }) => name === issue.file);
      const { code, severity, file, line, column, cell } = issue;
      const place = { ...(line === undefined ? {} : { line }), ...(cell === undefined ? {} : { cell }) };
      const told = { code, severity, file, ...place, said: saidOf(issue) };
      if (view === undefined || column === undefined) return told;
      const header = view.shown.columns[column - 1]?.header;
      const text = line === undefined ? undefined : view.cellAt(line, column);
      return { ...told, column, ...(header === undefined ? {} : { header }), ...(text === undefined ? {} : { text }) };
    }),
    ...{ errorCount, warningCount, counts },
    rejected: rejected.length,
    isReady: sides.mentors.length > 0 && sides.mentees.length > 0,
    ...peopleOf(input),
    fields: fieldsOf(input),
    levelWords: levelWords(views),
  };
}

function peopleOf(input: MatchInput | undefined): { readonly [Side in "mentors" | "mentees"]: readonly ShownPerson[] } {
  if (input === undefined) return { mentors: [], mentees: [] };
  const names = namesOf(input);
  const shown = ({ id }: { readonly id: string }): ShownPerson => ({ id, name: names.get(id.normalize("NFC")) ?? id });
  return { mentors: input.mentors.map(shown), mentees: input.mentees.map(shown) };
}

function fieldsOf(input: MatchInput | undefined): readonly string[] {
  const fields = new Set<string>();
  for (const list of [input?.people ?? [], input?.mentors ?? [], input?.mentees ?? []]) {
    for (const entry of list) {
      for (const [field, value] of Object.entries(entry)) if (isSaid(value)) fields.add(field);
    }
  }
  return [...fields].sort();
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** Words in columns of levels, where a ladder may have to be named. */
function levelWords(views: readonly View[]): readonly string[] {
  const words = new Set<string>();
  for (const { shown, cellAt } of views) {
    const column = shown.columns.findIndex(({ field }) => field === "level");
    if (column < 0) continue;
    for (let line = 1; line <= shown.rows + 1; line += 1) {
      const text = cellAt(line, column + 1)?.trim() ?? "";
      if (/\p{L}/u.test(text)) words.add(text);
      if (words.size > MOST_LEVELS) return [];
    }
  }
  return [...words];
}

/** More words than these are no ladder. */
const MOST_LEVELS = 20;
