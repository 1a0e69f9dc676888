import { asPublic } from "../base/public.ts";
import { withCalendars } from "./calendar/rows.ts";
import { withCells } from "./excel/told-cells.ts";
import { type FilesRead, readFiles, type ReadProgress } from "./files.ts";
import { addressesOf } from "./identity/addresses.ts";
import { joinedFacts } from "./identity/facts.ts";
import { type People, readPeople } from "./identity/people.ts";
import { wholeInput } from "./json/document.ts";
import { type Finding, type Item, LISTS } from "./outcome/finding.ts";
import { outcomeInSteps } from "./outcome/outcome.ts";
import { cellReader } from "./rows/cells.ts";
import { itemOf, type RowContext } from "./rows/items.ts";
import { emptySides, holdsBothSides, itemsByRole } from "./rows/sides.ts";
import { withoutIdleZones, withZone } from "./rows/zones.ts";
import type { InputSources, ReadOptions, ReadOutcome } from "./source.ts";
import { formatOf } from "./table.ts";
import { isSheet } from "./text-source.ts";
import { readZoneText } from "./values/zones.ts";

/**
 * Reads files of people and registrations into an input and checks it, with every problem told by file, line and column.
 * The outcome lists how each column was understood and each row that is left out, so nothing is lost silently.
 *
 * References to people may be ids, employee numbers, e-mail addresses or names that only one person has, in that order.
 * With `skipRejected` a person whose row has errors stays in the org chart (id and managers, where these are sound), so
 * that no reporting line is overlooked.
 */
export function readMatchInput(sources: InputSources, options: ReadOptions = {}): ReadOutcome {
  return asPublic("readMatchInput", () => {
    const steps = readMatchInputInSteps(sources, options);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  });
}

/** `readMatchInput` as a generator that pauses between files, and before the whole is checked. */
export function* readMatchInputInSteps(
  sources: InputSources,
  options: ReadOptions = {},
): Generator<ReadProgress, ReadOutcome, void> {
  const total = ["input" as const, ...LISTS].filter((name) => sources[name] !== undefined).length + 1;
  yield { done: 0, total };
  const whole = wholeDocument(sources, options);
  if (whole !== undefined) return whole;
  const files = yield* readFiles(sources, options);
  const findings = [...files.findings];
  const people = readPeople(files.rows, files.lost, options, findings);
  const items = itemsOf(files, people, sources, options, findings);
  for (const issue of people.tally.issues()) findings.push({ issue });
  const isWhole = holdsBothSides(files.names);
  if (isWhole) for (const finding of emptySides(items, findings, files.mappings)) findings.push(finding);
  const lostLines = new Set(files.lostLines.flatMap((key) => [key, ...people.find(key)]));
  const { mappings, unread, lost } = files;
  const steps = outcomeInSteps({ items, findings, mappings, unread, lost, lostLines, isWhole }, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      const addressOf = addressesOf(files.rows, people);
      return { ...withCells(step.value, sources), find: people.find, addressOf };
    }
    yield { done: total - 1, total };
  }
}

/** The outcome of a JSON document that is a whole input, if there is one. */
function wholeDocument({ input, calendars }: InputSources, options: ReadOptions): ReadOutcome | undefined {
  if (input === undefined || isSheet(input) || formatOf(input, options) !== "json") return undefined;
  return wholeInput(input, calendars, options);
}

/** All rows as items of the input: by list or role, joined over files, with what holds for all and what calendars say. */
function itemsOf(
  files: FilesRead,
  people: People,
  { calendars }: InputSources,
  options: ReadOptions,
  findings: Finding[],
): readonly Item[] {
  const context = { people, readCell: cellReader(options), findings };
  const stated = statedItems(files, context);
  const joined = joinedFacts([...stated, ...people.externals()], options, people.tally);
  const zoned = options.timeZone === undefined ? joined : withZone(joined, readZoneText(options.timeZone).zone);
  if (calendars === undefined) return withoutIdleZones(zoned, findings);
  return withCalendars(zoned, calendars, context, options.period);
}

function statedItems({ rows, columns }: FilesRead, context: RowContext): readonly Item[] {
  const ofEverybody = rows.input.flatMap((row) => itemsByRole(row, columns, context));
  const ofLists = LISTS.flatMap((list) =>
    rows[list].flatMap((row) => {
      if (row.isInactive !== true || list === "people") return [itemOf(row, list, context)];
      // who is switched off registers for nothing, and has a place in the chart by the file of people, if there is one
      return rows.people.length > 0 ? [] : [itemOf(row, "people", context)];
    }),
  );
  return [...ofEverybody, ...ofLists];
}
