import { type Finding, findingAt, type Item } from "./items.ts";
import type { Row } from "./source.ts";

/** Rows that are left out; their people keep a place in the org chart (`chart`) or are gone altogether. */
export type LeftOut = Map<Row, "chart" | "gone">;

/** Fields without which a person has no place in the org chart. */
const CHART_FIELDS: ReadonlySet<string> = new Set(["id", "managerId", "dottedLineManagerIds"]);

/**
 * Leaves out the rows of errors, and those that fall with them: registrations whose row among the people is left out, as
 * what it says of the person is missing, and everybody below a person who is gone. Returns the problems of the latter.
 * Takes one walk, however long the chains are.
 */
export function leaveOut(items: readonly Item[], found: readonly Finding[], leftOut: LeftOut): readonly Finding[] {
  for (const { issue, row, field } of found) {
    if (row === undefined || issue.severity !== "error") continue;
    const hasPlace = field !== undefined && !CHART_FIELDS.has(field) && leftOut.get(row) !== "gone";
    leftOut.set(row, hasPlace ? "chart" : "gone");
  }
  return [...peopleFell(items, leftOut), ...managersFell(items, leftOut)];
}

/** The items that stay, then the people left out who are needed for the org chart, with nothing but their place in it. */
export function remaining(
  items: readonly Item[],
  leftOut: LeftOut,
): { readonly kept: readonly Item[]; readonly chart: readonly Item[] } {
  const kept = items.filter(({ row }) => !leftOut.has(row));
  const known = new Set(kept.flatMap(({ list, fields }) => (list === "people" ? [fields["id"]] : [])));
  const chart: Item[] = [];
  for (const { fields, row } of items) {
    if (leftOut.get(row) !== "chart" || known.has(fields["id"])) continue;
    known.add(fields["id"]);
    const place = Object.entries(fields).filter(([field]) => CHART_FIELDS.has(field));
    chart.push({ list: "people", fields: Object.fromEntries(place), row });
  }
  return { kept, chart };
}

function peopleFell(items: readonly Item[], leftOut: LeftOut): readonly Finding[] {
  const fallen = new Set<unknown>();
  for (const { list, fields, row } of items) if (list === "people" && leftOut.has(row)) fallen.add(fields["id"]);
  const message = "the row of this person among the people is rejected.";
  return items.flatMap(({ list, fields, row }) => {
    if (list === "people" || leftOut.has(row) || !fallen.has(fields["id"])) return [];
    leftOut.set(row, "chart");
    return [findingAt(row, "id", { code: "PERSON_REJECTED", severity: "error", message })];
  });
}

function managersFell(items: readonly Item[], leftOut: LeftOut): readonly Finding[] {
  /** How many rows give each person a place. */
  const places = new Map<unknown, number>();
  const below = new Map<unknown, Item[]>();
  for (const item of items) {
    const { id } = item.fields;
    places.set(id, (places.get(id) ?? 0) + (leftOut.get(item.row) === "gone" ? 0 : 1));
    for (const manager of managersOf(item)) {
      const known = below.get(manager);
      if (known === undefined) below.set(manager, [item]);
      else known.push(item);
    }
  }
  const findings: Finding[] = [];
  const message = "the row of a manager of this person is rejected.";
  const gone = [...places].flatMap(([id, count]) => (count === 0 ? [id] : []));
  for (let next = gone.pop(); next !== undefined; next = gone.pop()) {
    for (const { row, fields } of below.get(next) ?? []) {
      if (leftOut.get(row) === "gone") continue;
      leftOut.set(row, "gone");
      findings.push(findingAt(row, "managerId", { code: "MANAGER_REJECTED", severity: "error", message }));
      const count = (places.get(fields["id"]) ?? 0) - 1;
      places.set(fields["id"], count);
      if (count === 0) gone.push(fields["id"]);
    }
  }
  return findings;
}

function managersOf({ fields }: Item): readonly unknown[] {
  const { managerId, dottedLineManagerIds: dotted } = fields;
  const all = [managerId, ...(Array.isArray(dotted) ? Array.from<unknown>(dotted) : [])];
  return all.filter((manager) => manager !== undefined && manager !== null);
}
