import { asPublic } from "../../base/public.ts";
import { type MatchInput, namesOf, type PairOfIds, reasonsFor } from "../../index.ts";
import type { FoundShortlist, TalkRounds } from "../../talks/index.ts";
import { tableToExcel } from "../excel/write.ts";
import { TALK_QUESTIONS } from "../feedback/talk-feedback.ts";
import { tableToCsv, type WriteOptions } from "../results/tables.ts";

/** When the talks are. */
export interface TalkTimes {
  readonly plan: TalkRounds;
  /** Names of the slots, one for each round. @default rounds are numbered from 1 */
  readonly slots?: readonly string[];
}

export interface TalkPlanOptions extends Omit<WriteOptions, "input"> {
  readonly times?: TalkTimes;
}

const HEADERS = ["id", "name", "side", "place", "partnerId", "partnerName", "slot", "reasons"] as const;

/**
 * The plan of talks as CSV, a row for each talk of each person, in the order of their lists: id, name, side, place, partnerId,
 * partnerName, slot, reasons. Reasons are those that participants may read; whoever has no talk has one row that says why, for
 * the organisers. The headers are the same in both languages.
 */
export function talksToCsv(input: MatchInput, list: FoundShortlist, options: TalkPlanOptions = {}): string {
  return asPublic("talksToCsv", () => {
    return tableToCsv(HEADERS, planRows(input, list, options), options);
  });
}

/**
 * The same plan as an Excel workbook, in a sheet `talks`.
 *
 * @throws TersineError EXCEL_MISSING, LIMIT_WORKBOOK
 */
export function talksToExcel(
  input: MatchInput,
  list: FoundShortlist,
  options: Pick<TalkPlanOptions, "language" | "times"> = {},
): Promise<Uint8Array> {
  return asPublic("talksToExcel", async () => {
    const widths = { id: 14, name: 24, side: 10, place: 8, partnerId: 14, partnerName: 24, slot: 20, reasons: 70 };
    return tableToExcel("talks", widths, planRows(input, list, options));
  });
}

function planRows(
  input: MatchInput,
  list: FoundShortlist,
  { language = "en", times }: Pick<TalkPlanOptions, "language" | "times">,
): readonly (readonly string[])[] {
  const names = namesOf(input);
  const slotOf = slotsOf(times);
  const pairOf = new Map(list.pairs.map((pair) => [keyOf(pair), pair]));
  const fewer = new Map(list.fewer.map((each) => [`${each.side} ${each.id}`, each]));
  return list.people.flatMap(({ id, side, partners }): readonly (readonly string[])[] => {
    const own = [id, names.get(id) ?? "", side];
    const why = fewer.get(`${side} ${id}`);
    if (partners.length === 0) return why === undefined ? [] : [[...own, "", "", "", "", why[language]]];
    return partners.map((partner, at) => {
      const key = keyOf(side === "mentor" ? { mentorId: id, menteeId: partner } : { mentorId: partner, menteeId: id });
      const reasons = reasonsFor("participant", pairOf.get(key)?.reasons ?? []).map((reason) => reason[language]);
      const slot = slotOf.get(key) ?? "";
      return [...own, String(at + 1), partner, names.get(partner) ?? "", slot, reasons.join(" ")];
    });
  });
}

/** The slot or the number of the round of each talk. */
export function slotsOf(times: TalkTimes | undefined): ReadonlyMap<string, string> {
  if (times === undefined) return new Map();
  const { plan, slots } = times;
  return new Map(
    plan.rounds.flatMap((round, at) => round.map((pair) => [keyOf(pair), slots?.[at] ?? String(at + 1)] as const)),
  );
}

export function keyOf({ mentorId, menteeId }: PairOfIds): string {
  return JSON.stringify([menteeId, mentorId]);
}

/**
 * A form to be filled in after the talks, as CSV: a row for each talk of each person, with the two and the role filled in and
 * the rating, the rank and the veto left open. `talkFeedbackFromRows` reads what comes back.
 */
export function talkFormToCsv(list: FoundShortlist, options: Omit<WriteOptions, "input"> = {}): string {
  return asPublic("talkFormToCsv", () => {
    const { people } = list;
    const { language = "en" } = options;
    const rows = people.flatMap(({ id, side, partners }) => partners.map((partner) => [id, partner, side, "", "", ""]));
    return tableToCsv(
      Object.values(TALK_QUESTIONS).map((question) => question[language]),
      rows,
      options,
    );
  });
}
