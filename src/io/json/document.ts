import { checkInput, type MatchInput } from "../../index.ts";
import { appliedCalendars } from "../calendar/apply.ts";
import type { CalendarSources } from "../calendar/sources.ts";
import { type List, LISTS } from "../outcome/finding.ts";
import { finderOf } from "../identity/people.ts";
import { parseJson } from "./parse.ts";
import { isRecord } from "../../base/given.ts";
import { readZoneText } from "../values/zones.ts";
import { toldIssues } from "../outcome/told-issues.ts";
import type { ReadOptions, ReadOutcome, SourceIssue, TextSource } from "../source.ts";

/** Reads a JSON document that is a whole input; `undefined` for any other. */
export function wholeInput(
  source: TextSource,
  calendars: CalendarSources | undefined,
  options: ReadOptions,
): ReadOutcome | undefined {
  const parsed = parseJson(source.name, source.text);
  if ("issues" in parsed || !isRecord(parsed.value)) return undefined;
  if (!("mentors" in parsed.value || "mentees" in parsed.value)) return undefined;
  const extra = {
    ...(options.period === undefined ? {} : { period: options.period }),
    ...(options.levels === undefined ? {} : { levels: options.levels }),
  };
  const found: SourceIssue[] = [];
  const stated = asInRows({ ...extra, ...parsed.value }, source.name, found);
  const value = calendars === undefined ? stated : documentWithCalendars(stated, calendars, found);
  const check = checkInput(value);
  const issues = [
    ...found,
    ...check.issues.map(({ code, path, message, hint }): SourceIssue => {
      const issue = { code, severity: "error", file: source.name, message: `${path}: ${message}` } as const;
      return hint === undefined ? issue : { ...issue, hint };
    }),
    ...check.warnings.map(({ code, en: message }): SourceIssue => ({
      code,
      severity: "warning",
      file: source.name,
      message,
    })),
  ];
  const size = (list: List): number => {
    const items = value[list];
    return Array.isArray(items) ? items.length : 0;
  };
  return {
    // checked just above
    ...(issues.every(({ severity }) => severity !== "error") ? { input: value as unknown as MatchInput } : {}),
    ...toldIssues(issues, options),
    rejected: [],
    mappings: [],
    counts: { people: size("people"), mentors: size("mentors"), mentees: size("mentees") },
    addressOf: () => undefined,
    find: finderOf(
      source.name,
      LISTS.flatMap((list) => listOf(value, list)),
    ),
  };
}

/** The document with what rows may say too: oneself as manager is the top, and zones have the names of today. */
function asInRows(
  document: Readonly<Record<string, unknown>>,
  file: string,
  issues: SourceIssue[],
): Readonly<Record<string, unknown>> {
  let selves = 0;
  const entryOf = (entry: unknown): unknown => {
    if (!isRecord(entry)) return entry;
    const { id, managerId, dottedLineManagerIds: dotted, timeZone } = entry;
    const isSelf = typeof id === "string" && managerId === id;
    const others = Array.isArray(dotted) ? Array.from<unknown>(dotted).filter((manager) => manager !== id) : dotted;
    const hasSelf = isSelf || (Array.isArray(dotted) && Array.isArray(others) && others.length < dotted.length);
    const zone = typeof timeZone === "string" ? readZoneText(timeZone).zone : timeZone;
    if (!hasSelf && zone === timeZone) return entry;
    if (hasSelf) selves += 1;
    return {
      ...entry,
      ...(isSelf ? { managerId: null } : {}),
      ...(hasSelf && others !== undefined ? { dottedLineManagerIds: others } : {}),
      ...(zone === undefined ? {} : { timeZone: zone }),
    };
  };
  const lists = LISTS.filter((list) => Array.isArray(document[list]));
  const read = Object.fromEntries(lists.map((list) => [list, listOf(document, list).map(entryOf)]));
  if (selves > 0) {
    const message = `${selves === 1 ? "1 entry names" : `${selves} entries name`} the person as the own manager; they count as the top.`;
    issues.push({ code: "ORG_SELF", severity: "warning", file, message });
  }
  return { ...document, ...read };
}

function listOf(value: Readonly<Record<string, unknown>>, list: List): readonly unknown[] {
  const items = value[list];
  return Array.isArray(items) ? Array.from<unknown>(items) : [];
}

/** A whole input with what calendars say; files are named by id. */
function documentWithCalendars(
  value: Readonly<Record<string, unknown>>,
  calendars: CalendarSources,
  issues: SourceIssue[],
): Readonly<Record<string, unknown>> {
  const of = (list: List): readonly unknown[] => listOf(value, list);
  const everybody = LISTS.flatMap(of).filter(isRecord);
  const zones = new Map(
    everybody.filter((each) => each["timeZone"] !== undefined).map((each) => [each["id"], each["timeZone"]]),
  );
  // the reader of calendars checks it
  const period = value["period"] as MatchInput["period"];
  const applied = appliedCalendars(calendars, { resolve: (id) => id, zoneOf: (id) => zones.get(id), period });
  const changed = (list: List): readonly unknown[] =>
    of(list).map((entry) => (isRecord(entry) ? applied.apply(entry).registration : entry));
  const sides = {
    ...(Array.isArray(value["mentors"]) ? { mentors: changed("mentors") } : {}),
    ...(Array.isArray(value["mentees"]) ? { mentees: changed("mentees") } : {}),
  };
  for (const issue of applied.issues()) issues.push(issue);
  return { ...value, ...sides };
}
