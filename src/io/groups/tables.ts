import type { GroupResult } from "../../groups/index.ts";
import { asPublic } from "../../base/public.ts";
import { type MatchInput, namesOf, reasonsFor } from "../../index.ts";
import { tableToExcel } from "../excel/write.ts";
import { decimal, tableToCsv, type WriteOptions } from "../results/tables.ts";

const HEADERS = ["group", "id", "name", "side", "score", "adds", "reasons"] as const;

/**
 * Groups as CSV, a row for each member, in the order of the result: group (from 1), id, name, side, score of the group (0 to 1),
 * adds (what it scores more than it would without the member), reasons that participants may read. Whoever is in no group
 * has a row without a group behind them, with the reasons for the organisers. The headers are the same in both languages.
 */
export function groupsToCsv(input: MatchInput, result: GroupResult, options: Omit<WriteOptions, "input"> = {}): string {
  return asPublic("groupsToCsv", () => tableToCsv(HEADERS, rowsOf(input, result, options), options));
}

/**
 * The same groups as an Excel workbook, in a sheet `groups`.
 *
 * @throws TersineError EXCEL_MISSING, LIMIT_WORKBOOK
 */
export function groupsToExcel(
  input: MatchInput,
  result: GroupResult,
  options: Pick<WriteOptions, "language"> = {},
): Promise<Uint8Array> {
  return asPublic("groupsToExcel", async () => {
    const widths = { group: 8, id: 14, name: 24, side: 10, score: 10, adds: 10, reasons: 90 };
    return tableToExcel("groups", widths, rowsOf(input, result, options));
  });
}

function rowsOf(
  input: MatchInput,
  { groups, unmatched }: GroupResult,
  options: WriteOptions,
): readonly (readonly string[])[] {
  const { language = "en" } = options;
  const names = namesOf(input);
  const nameOf = (id: string): string => names.get(id) ?? "";
  const share = (points: number): string => decimal(points / 1_000_000, options);
  const placed = groups.flatMap((group, at) =>
    group.members.map(({ id, side, adds, reasons }) => {
      const told = reasonsFor("participant", [...group.reasons, ...reasons]).map((reason) => reason[language]);
      const added = adds === null ? "" : share(adds);
      return [String(at + 1), id, nameOf(id), side, share(group.score), added, told.join(" ")];
    }),
  );
  const left = unmatched.map(({ id, side, reasons }) => {
    const told = reasons.map((reason) => reason[language]).join(" ");
    return ["", id, nameOf(id), side, "", "", told];
  });
  return [...placed, ...left];
}
