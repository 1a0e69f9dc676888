import { type Finding, findingAt, type Item } from "./finding.ts";
import type { Row } from "../source.ts";

/** Rows that are left out; their people keep a place in the org chart (`chart`) or are gone altogether. */
export type LeftOut = Map<Row, "chart" | "gone">;

const LINES: ReadonlySet<string> = new Set(["managerId", "dottedLineManagerIds"]);
/** Fields without which a person has no place in the org chart. */
const CHART_FIELDS: ReadonlySet<string> = new Set(["id", ...LINES]);

/** What rows that could not be read may have said. */
export interface LostWords {
  /**
   * Words in rows of people: ids of those who have no other row. Those in cells of several lines are added: a quote that
   * does not belong there takes in the rows of others.
   */
  readonly lost: Set<string>;
  /** People whose line may have stood in a row of a registration. */
  readonly lostLines: ReadonlySet<string>;
}

/**
 * Leaves out the rows of errors and what falls with them, and returns the problems of the latter: all rows of a person
 * whose reporting line is wrong, everybody below a person who is gone, and registrations whose row among the people is
 * left out, as what it says of the person is missing. Takes one walk, however long the chains are.
 */
export function leaveOut(
  items: readonly Item[],
  found: readonly Finding[],
  leftOut: LeftOut,
  { lost, lostLines }: LostWords,
): readonly Finding[] {
  const wrongLine = new Set<Row>();
  for (const { issue, row, field = "id", keepsPlace = false } of found) {
    if (row === undefined || issue.severity !== "error") continue;
    if (LINES.has(field)) wrongLine.add(row);
    const isGone = (CHART_FIELDS.has(field) && !keepsPlace) || leftOut.get(row) === "gone";
    leftOut.set(row, isGone ? "gone" : "chart");
  }
  for (const { list, row } of items) {
    if (list === "people" && leftOut.has(row)) for (const word of wordsOf(row.raw.filter(hasLines))) lost.add(word);
  }
  return [...goneFell(items, leftOut, { lost, lostLines }, wrongLine), ...peopleFell(items, leftOut)];
}

function hasLines(cell: string): boolean {
  return /[\r\n]/u.test(cell);
}

/** Cells, and what marks of tables divide within them: a row with a fault may be several in one cell. */
export function wordsOf(cells: readonly string[]): readonly string[] {
  const words = cells.flatMap((cell) => [cell, ...cell.split(/[,;\t\r\n"]/u)]);
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

/** The items that stay, and the people left out who are needed for the org chart, with nothing but their place in it. */
export function remaining(
  items: readonly Item[],
  leftOut: LeftOut,
): { readonly kept: readonly Item[]; readonly chart: readonly Item[] } {
  const places = new Map<unknown, Item>();
  for (const { fields, row } of items) {
    if (leftOut.get(row) !== "chart") continue;
    const stated = Object.fromEntries(Object.entries(fields).filter(([field]) => CHART_FIELDS.has(field)));
    const earlier = places.get(fields["id"]);
    places.set(fields["id"], { list: "people", fields: { ...stated, ...earlier?.fields }, row: earlier?.row ?? row });
  }
  const kept = items.filter(({ row }) => !leftOut.has(row));
  if (places.size === 0) return { kept, chart: [] };
  const all = kept.map((item) => {
    const place = item.list === "people" ? places.get(item.fields["id"]) : undefined;
    if (place === undefined) return item;
    places.delete(item.fields["id"]);
    return { ...item, fields: { ...place.fields, ...item.fields } };
  });
  return { kept: all, chart: [...places.values()] };
}

const PERSON = "the row of this person among the people is rejected.";
const MANAGER = "the row of a manager of this person is rejected.";

function goneFell(
  items: readonly Item[],
  leftOut: LeftOut,
  { lost, lostLines }: LostWords,
  wrongLine: ReadonlySet<Row>,
): readonly Finding[] {
  const own = grouped(items, ({ fields }) => [fields["id"]]);
  const below = grouped(items, managersOf);
  const queue = [...own].flatMap(([id, rows]) => {
    const isLost = typeof id === "string" && lost.has(id) && !rows.some(({ list }) => list === "people");
    const hasLine = rows.some(({ fields, row }) => fields["managerId"] !== undefined && !leftOut.has(row));
    const isLineLost = typeof id === "string" && lostLines.has(id) && !hasLine;
    const isGone = rows.every(({ row }) => leftOut.get(row) === "gone");
    return isLost || isLineLost || isGone || rows.some(({ row }) => wrongLine.has(row)) ? [id] : [];
  });
  const findings: Finding[] = [];
  const fall = ({ row }: Item, field: string, code: string, message: string): void => {
    if (!leftOut.has(row)) findings.push(findingAt(row, field, { code, severity: "error", message }));
    leftOut.set(row, "gone");
  };
  const seen = new Set(queue);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const item of own.get(id) ?? []) fall(item, "id", "PERSON_REJECTED", PERSON);
    for (const item of below.get(id) ?? []) {
      fall(item, "managerId", "MANAGER_REJECTED", MANAGER);
      const person = item.fields["id"];
      if (!seen.has(person)) queue.push(person);
      seen.add(person);
    }
  }
  return findings;
}

function peopleFell(items: readonly Item[], leftOut: LeftOut): readonly Finding[] {
  const fallen = new Set<unknown>();
  for (const { list, fields, row } of items) if (list === "people" && leftOut.has(row)) fallen.add(fields["id"]);
  return items.flatMap(({ list, fields, row }) => {
    if (list === "people" || leftOut.has(row) || !fallen.has(fields["id"])) return [];
    leftOut.set(row, "chart");
    return [findingAt(row, "id", { code: "PERSON_REJECTED", severity: "error", message: PERSON })];
  });
}

function grouped(
  items: readonly Item[],
  keysOf: (item: Item) => readonly unknown[],
): ReadonlyMap<unknown, readonly Item[]> {
  const groups = new Map<unknown, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [item]);
      else known.push(item);
    }
  }
  return groups;
}

function managersOf({ fields }: Item): readonly unknown[] {
  const { managerId, dottedLineManagerIds: dotted } = fields;
  const all = [managerId, ...(Array.isArray(dotted) ? Array.from<unknown>(dotted) : [])];
  return all.filter((manager) => manager !== undefined && manager !== null);
}
