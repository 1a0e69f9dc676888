import { type Finding, findingAt, type Item } from "../outcome/finding.ts";
import { isZone } from "../values/zones.ts";

/** The items with a zone for those who have windows and state none, not even in another list. */
export function withZone(items: readonly Item[], timeZone: string): readonly Item[] {
  const stated = new Set(items.flatMap(({ fields }) => (fields["timeZone"] === undefined ? [] : [fields["id"]])));
  return items.map((item) => {
    const { id, availability } = item.fields;
    return availability === undefined || stated.has(id) ? item : { ...item, fields: { ...item.fields, timeZone } };
  });
}

/**
 * The items without zones that are not known and that nothing needs, as their people state no windows: a warning, where
 * the model would refuse the row.
 */
export function withoutIdleZones(items: readonly Item[], findings: Finding[]): readonly Item[] {
  const known = new Map<string, boolean>();
  const isKnown = (zone: string): boolean => {
    const found = known.get(zone) ?? isZone(zone);
    known.set(zone, found);
    return found;
  };
  const needing = new Set(items.flatMap(({ fields }) => (fields["availability"] === undefined ? [] : [fields["id"]])));
  const idle: Item[] = [];
  const read = items.map((item) => {
    const { timeZone: zone, id } = item.fields;
    if (typeof zone !== "string" || needing.has(id) || isKnown(zone)) return item;
    idle.push(item);
    return {
      ...item,
      fields: Object.fromEntries(Object.entries(item.fields).filter(([field]) => field !== "timeZone")),
    };
  });
  const [first] = idle;
  if (first === undefined) return read;
  const message = `${idle.length === 1 ? "1 zone is" : `${idle.length} zones are`} not known; nothing needs them, as their people state no windows, so they are left out.`;
  const hint = "Write a region and city as Europe/Istanbul, or +03:00.";
  findings.push(findingAt(first.row, "timeZone", { code: "ZONE_UNUSED", severity: "warning", message, hint }));
  return read;
}
