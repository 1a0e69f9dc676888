import type { Program } from "../model/program.ts";
import type { Rule } from "./rule.ts";

/** Fields of entries that rules of this library read, beside the chart, by their maker; of all others nothing is known. */
const FIELDS_READ: ReadonlyMap<string, readonly string[]> = new Map([
  ["crossGeneration", ["birthYear", "careerStartYear", "generation"]],
  ["noReportingLine", []],
  ["reverse", ["level"]],
  ["sharedTopic", ["teaches", "learns"]],
]);

/**
 * Which rules judge two programmes alike, index by index: those that read nothing in which the two differ. None of them if
 * somebody has joined or left, or if the chart, the ladder or the measure of seniority differ.
 */
export function rulesUntouched(before: Program, after: Program): (rule: Rule) => boolean {
  const isContextSame =
    before.chart === after.chart && before.levels === after.levels && before.seniority === after.seniority;
  const fields = isContextSame ? changedFields(before, after) : undefined;
  return ({ maker = "" }) =>
    fields !== undefined && FIELDS_READ.get(maker)?.every((field) => !fields.has(field)) === true;
}

/** Names of the fields in which entries differ; `undefined` if the entries are of other people. */
function changedFields(before: Program, after: Program): ReadonlySet<string> | undefined {
  const fields = new Set<string>();
  for (const side of ["mentors", "mentees"] as const) {
    if (before[side].length !== after[side].length) return undefined;
    for (const [index, entry] of after[side].entries()) {
      const known = before[side][index];
      if (known === entry) continue;
      if (known?.id !== entry.id) return undefined;
      for (const field of differingFields(known, entry)) fields.add(field);
    }
  }
  return fields;
}

function differingFields(a: object, b: object): readonly string[] {
  const [first, second] = [new Map<string, unknown>(Object.entries(a)), new Map<string, unknown>(Object.entries(b))];
  return [...new Set([...first.keys(), ...second.keys()])].filter(
    (field) => JSON.stringify(first.get(field)) !== JSON.stringify(second.get(field)),
  );
}
