import { pointer, type TersineIssue } from "../../base/error.ts";
import { dayOfDate } from "../../base/time/dates.ts";
import { jsonIssues } from "../people/attributes.ts";
import { normalId } from "../people/ids.ts";
import type { MenteeEntry, MentorEntry, Person } from "../input.ts";

const NONE: readonly TersineIssue[] = [];

/**
 * Problems of a person that the schema does not see: data of the caller's that cannot be recorded, dates that no calendar
 * has, and ids of people who are not there. `known` has the ids of everybody in the input.
 */
export function personIssues(
  item: Person,
  path: readonly PropertyKey[],
  known: Pick<ReadonlySet<string>, "has">,
): readonly TersineIssue[] {
  const { attributes, startDate, evaluatorIds, assistantIds, formerManagerIds } = item;
  const own = attributes === undefined ? NONE : jsonIssues(attributes, [...path, "attributes"]);
  if (startDate === undefined && evaluatorIds === undefined && assistantIds === undefined && !formerManagerIds)
    return own;
  return [
    ...own,
    ...dateIssues(startDate, [...path, "startDate"]),
    ...unknownIds(evaluatorIds, [...path, "evaluatorIds"], known),
    ...unknownIds(assistantIds, [...path, "assistantIds"], known),
    ...(formerManagerIds ?? []).flatMap((former, position) =>
      typeof former === "string" ? [] : dateIssues(former.until, [...path, "formerManagerIds", position, "until"]),
    ),
  ];
}

function dateIssues(date: string | undefined, path: readonly PropertyKey[]): readonly TersineIssue[] {
  if (date === undefined || dayOfDate(date) !== undefined) return NONE;
  return [
    { code: "DATE_FORMAT", path: pointer(path), message: "expected a date of the calendar, YYYY-MM-DD, got another." },
  ];
}

function unknownIds(
  ids: readonly string[] | undefined,
  path: readonly PropertyKey[],
  known: Pick<ReadonlySet<string>, "has">,
): readonly TersineIssue[] {
  return (ids ?? []).flatMap((id, position) => (known.has(normalId(id)) ? [] : [unknownId([...path, position])]));
}

function unknownId(path: readonly PropertyKey[]): TersineIssue {
  return { code: "ID_UNKNOWN", path: pointer(path), message: "expected the id of somebody in the input, got another." };
}

/** Problems of a registration that the schema does not see. `known` has the ids of everybody in the input. */
export function entryIssues(
  entry: MentorEntry | MenteeEntry,
  path: readonly PropertyKey[],
  known: Pick<ReadonlySet<string>, "has">,
): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const { capacity = 1, minimumLoad = 0 } = entry;
  if (minimumLoad > capacity) {
    issues.push({
      code: "LOAD_RANGE",
      path: pointer([...path, "minimumLoad"]),
      message: "expected at most the capacity, got more.",
    });
  }
  for (const field of ["avoid", "choices"] as const) {
    const seen = new Set<string>();
    entry[field]?.forEach((id, position) => {
      const at = [...path, field, position];
      if (field === "choices" && seen.has(normalId(id))) {
        const message = "expected each id once, got one a second time.";
        issues.push({ code: "ID_DUPLICATE", path: pointer(at), message });
      }
      seen.add(normalId(id));
      if (!known.has(normalId(id))) issues.push(unknownId(at));
    });
  }
  for (const [field, texts] of Object.entries(topicsAndGoals(entry))) {
    texts.forEach(({ text, below }, position) => {
      if (text.trim() !== "") return;
      const at = pointer([...path, field, position, ...below]);
      issues.push({ code: "TEXT_EMPTY", path: at, message: "expected text, got only spaces." });
    });
  }
  return issues;
}

/** A topic or a goal, and where its text stands below the item of its list. */
interface PlacedText {
  readonly text: string;
  readonly below: readonly PropertyKey[];
}

function topicsAndGoals(entry: MentorEntry | MenteeEntry): Readonly<Record<string, readonly PlacedText[]>> {
  const textOf = (item: string | { readonly topic: string }): PlacedText =>
    typeof item === "string" ? { text: item, below: [] } : { text: item.topic, below: ["topic"] };
  const topics =
    "teaches" in entry
      ? { teaches: entry.teaches.map(textOf), learnsInReturn: (entry.learnsInReturn ?? []).map(textOf) }
      : { learns: entry.learns.map(textOf), teachesInReturn: (entry.teachesInReturn ?? []).map(textOf) };
  return { ...topics, goals: (entry.goals ?? []).map(textOf) };
}
