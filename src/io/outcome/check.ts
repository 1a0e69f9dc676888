import { checkInput, type TersineIssue } from "../../index.ts";
import type { Sentence } from "../../base/sentence.ts";
import { type Finding, findingAt, type Item, type List, LISTS } from "./finding.ts";
import { ATTRIBUTE } from "../columns/headers.ts";
import type { ReadOptions, Row, SourceIssue } from "../source.ts";

/** Checks items as a whole input; problems and doubts are told at the rows that they are about. */
export function check(
  items: readonly Item[],
  options: ReadOptions,
): { readonly findings: readonly Finding[]; readonly warnings: readonly SourceIssue[] } {
  const { issues, warnings } = checkInput(inputOf(items, options));
  const byList = new Map(LISTS.map((list) => [list as string, items.filter((item) => item.list === list)]));
  return {
    findings: issues.map((issue) => located(issue, (list, position) => byList.get(list)?.[Number(position)]?.row)),
    warnings: warnings.map(({ code, en, tr, ids }) => {
      const places = placesOf(ids, items);
      return { code, severity: "warning", file: "", message: `${en}${places.en}`, tr: `${tr}${places.tr}` };
    }),
  };
}

/** The input that items make, not yet checked. */
export function inputOf(items: readonly Item[], { period, levels }: ReadOptions): Readonly<Record<string, unknown>> {
  const of = (list: List) => items.filter((item) => item.list === list).map(({ fields }) => fields);
  return {
    people: of("people"),
    mentors: of("mentors"),
    mentees: of("mentees"),
    ...(period === undefined ? {} : { period }),
    ...(levels === undefined ? {} : { levels }),
  };
}

/** An issue of the model at the cell that it is about. Other places that its message names become lines of files. */
function located(
  { code, path, message, hint }: TersineIssue,
  rowAt: (list: string, position: string) => Row | undefined,
): Finding {
  const [, list = "", position = "", top, key] = path.split("/");
  const field = top === "attributes" && key !== undefined ? `${ATTRIBUTE}${key}` : top;
  const row = rowAt(list, position);
  const told = message.replace(POINTER, (whole, inList: string, at: string, name?: string) => {
    const other = rowAt(inList, at);
    return other === undefined ? whole : `${other.file}:${other.line}${name === undefined ? "" : ` (${name})`}`;
  });
  const advice = ADVICE.get(code) ?? hint?.replace("/levels", '"levels" in the configuration');
  const issue = { code, severity: "error", ...(advice === undefined ? {} : { hint: advice }) } as const;
  if (row !== undefined) {
    return findingAt(row, field, { ...issue, message: field === undefined ? told : `${field}: ${told}` });
  }
  return { issue: { ...issue, file: "", message: path === "" ? told : `${path}: ${told}` } };
}

/** Hints in the words of files. */
const ADVICE: ReadonlyMap<string, string> = new Map([
  [
    "ID_DUPLICATE",
    'If people answered twice, "keep": "last" takes the last answer of each, by the column that "mapping": { "answeredAt": "its header" } names, else by the order in the file.',
  ],
  ["ID_UNKNOWN", "People are known by id, employee number, e-mail address, or a full name that only one of them has."],
  ["FIELD_CONFLICT", 'Say which list counts, the first before the next: "prefer": ["people", "mentors", "mentees"].'],
  [
    "ORG_UNKNOWN_MANAGER",
    'Add the manager to people, leave the cell blank for the top of the organisation, or let managers be in no file: --external-managers, or "externalManagers": true.',
  ],
]);

const POINTER = /\/(people|mentors|mentees)\/([0-9]+)(?:\/([A-Za-z]+))?(?:\/[^\s,]+)?/gu;

/** Most places that a warning names. */
const LISTED = 10;

/** Where the people stand whom a warning is about. */
function placesOf(ids: readonly string[], items: readonly Item[]): Sentence {
  if (ids.length === 0) return { en: "", tr: "" };
  const wanted = new Set<unknown>(ids.slice(0, LISTED));
  const places: string[] = [];
  for (const { fields, row } of items) if (wanted.delete(fields["id"])) places.push(`${row.file}:${row.line}`);
  const more = ids.length - LISTED;
  const listed = places.join(", ");
  return {
    en: ` They stand in ${listed}${more > 0 ? ` and ${more} more` : ""}.`,
    tr: ` Yerleri: ${listed}${more > 0 ? ` ve ${more} tane daha` : ""}.`,
  };
}
