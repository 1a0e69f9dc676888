import { findingAt, type Item } from "../outcome/finding.ts";
import type { RowContext } from "../rows/items.ts";
import { appliedCalendars } from "./apply.ts";
import type { ReadOptions } from "../source.ts";
import type { CalendarSources } from "./sources.ts";

/** The items with what calendars say. A calendar with errors is an error of its row too. */
export function withCalendars(
  items: readonly Item[],
  calendars: CalendarSources,
  { people, findings }: Pick<RowContext, "people" | "findings">,
  period: ReadOptions["period"],
): readonly Item[] {
  const zones = new Map(
    items.map(({ fields }) => [fields["id"], fields["timeZone"]] as const).filter(([, zone]) => zone !== undefined),
  );
  const resolve = (name: string): unknown => {
    const [id, ...others] = people.find(name);
    if (others.length > 0) findings.push({ issue: { ...SEVERAL, file: `${name}.ics` } });
    return others.length > 0 ? undefined : (id ?? name);
  };
  const applied = appliedCalendars(calendars, { resolve, zoneOf: (id) => zones.get(id), period });
  const changed = items.map((item): Item => {
    if (item.list === "people") return item;
    const { registration: fields, hasErrors } = applied.apply(item.fields);
    const message = "the calendar of this row has errors.";
    if (hasErrors) {
      findings.push(findingAt(item.row, undefined, { code: "CALENDAR_UNREADABLE", severity: "error", message }));
    }
    return { ...item, fields };
  });
  for (const issue of applied.issues()) findings.push({ issue });
  return changed;
}

const SEVERAL = {
  code: "REFERENCE_AMBIGUOUS",
  severity: "error",
  message: "expected a file that is named after one person, got what several people have.",
  hint: "Name it by the id of the person.",
} as const;
