import { isRecord } from "../../base/given.ts";
import type { SourceIssue } from "../source.ts";

/** The list of people in a JSON document. */
export interface ListedPeople {
  readonly items: readonly unknown[];
  /** Key of the list in the document; none for a document that is the list, or one person. */
  readonly key?: string;
  readonly issues: readonly SourceIssue[];
}

/** Keys by which a document is one person and no envelope around a list. */
const OWN = new Set([
  "id",
  "email",
  "mail",
  "workEmail",
  "work_email",
  "employeeNumber",
  "employee_number",
  "userName",
  "displayName",
]);

/** Counts that systems state beside a page of a list. */
const TOTALS = ["totalResults", "total", "totalCount", "total_count", "count", "@odata.count"];
/** What systems state where more pages follow. */
const NEXT = ["@odata.nextLink", "nextLink", "next", "next_cursor"];

/**
 * The people of a document: the list that it is, the `Resources` of SCIM, or its only list of objects (`employees`,
 * `data`, `value`, `Report_Entry`). Several such lists are an error: none is taken by a guess.
 *
 * @param listKey The key of the list, where the caller names it
 */
export function listedPeople(document: unknown, file: string, listKey: string | undefined): ListedPeople {
  if (Array.isArray(document)) return { items: document, issues: [] };
  if (!isRecord(document)) return { items: [document], issues: [] };
  const lists = Object.entries(document).filter(([, value]) => isListOfObjects(value));
  const named = listKey ?? ("Resources" in document ? "Resources" : undefined);
  const found = named === undefined ? lists : Object.entries(document).filter(([key]) => key === named);
  const isPerson = named === undefined && Object.keys(document).some((key) => OWN.has(key));
  const [only, second] = found;
  if (isPerson || (only === undefined && named === undefined)) return { items: [document], issues: [] };
  const place = { severity: "error", file } as const;
  if (second !== undefined) {
    const message = `expected one list of people, got ${found.length} lists of objects.`;
    const hint = 'Name the key of the list in the configuration, as "listKey": "employees".';
    return { items: [], issues: [{ ...place, code: "JSON_LISTS", message, hint }] };
  }
  if (only === undefined || !Array.isArray(only[1])) {
    const message = "expected a list of people under the key that is named, got none.";
    return { items: [], issues: [{ ...place, code: "JSON_LIST_MISSING", message }] };
  }
  const [key, items] = only;
  return { items, key, issues: pageIssues(document, items.length, file) };
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** A page that says of itself that there is more. */
function pageIssues(document: Readonly<Record<string, unknown>>, here: number, file: string): readonly SourceIssue[] {
  const stated = TOTALS.map((key) => Number(document[key])).find(
    (count) => Number.isSafeInteger(count) && count > here,
  );
  const hasNext = NEXT.some((key) => typeof document[key] === "string" && document[key] !== "");
  if (stated === undefined && !hasNext) return [];
  const announced = stated === undefined ? "more pages are announced" : `${stated} are announced`;
  const message = `${announced}, ${here} are here; whoever is missing is not known.`;
  return [{ code: "LIST_PARTIAL", severity: "warning", file, message, hint: "Export all pages and join them." }];
}
