import type { Side } from "../sentence.ts";
import { wilson, type Interval } from "../statistics/proportions.ts";
import type { Cell } from "./cells.ts";
import type { Comparison, Verdict } from "./compare.ts";
import { type Stage, STAGES } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Hidden } from "./suppress.ts";
import { comparisonSentence, countSentence, hiddenSentence } from "./words.ts";

/** Counts and rates of one group at one stage. What is hidden is `null`, with the reason. */
export interface AuditRow {
  readonly group: string;
  readonly kind: AuditGroup["kind"];
  /** Labels in a merged row. */
  readonly labels: readonly string[];
  /** People of the group below the line: those who registered, or for `registered` those who could, who are what is hidden there. */
  readonly n: number | null;
  readonly k: number | null;
  readonly rate: number | null;
  /** Wilson's. Intervals of an audit take people as independent, which places that they share make an approximation. */
  readonly interval: Interval | null;
  readonly hidden?: Hidden;
  /** `null` for people of unknown group, for a hidden row and where there is nobody to compare with. */
  readonly versusRest: Comparison | null;
  readonly because?: "unknown" | "hidden" | "oneGroup";
  readonly en: string;
  readonly tr: string;
}

export interface AuditStage {
  readonly stage: Stage;
  readonly rows: readonly AuditRow[];
  /** Of all comparisons that are shown. */
  readonly verdict: Verdict;
}

export function stagesOf(
  side: Side,
  cells: readonly Cell[],
  comparisons: readonly Comparison[],
  confidence: number,
): readonly AuditStage[] {
  const compared = cells.filter(({ contrast }) => contrast !== undefined);
  const comparisonOf = new Map(compared.map((cell, place) => [cell, comparisons[place]]));
  return STAGES.flatMap((stage) => {
    const own = cells.filter((cell) => cell.side === side && cell.stage === stage);
    if (own.length === 0) return [];
    const verdict = worst(
      own.flatMap((cell) => (cell.hidden === undefined ? (comparisonOf.get(cell)?.verdict ?? []) : [])),
    );
    return [{ stage, rows: own.map((cell) => rowOf(cell, comparisonOf.get(cell), confidence)), verdict }];
  });
}

function rowOf(
  { side, stage, group, count, hidden }: Cell,
  comparison: Comparison | undefined,
  confidence: number,
): AuditRow {
  const base = { group: group.name, kind: group.kind, labels: group.labels };
  if (hidden !== undefined) {
    const none = { rate: null, interval: null, hidden, versusRest: null, because: "hidden" as const };
    // the size of a group is told by its other rows
    const figures = stage === "registered" ? { n: null, k: count.k } : { n: count.n, k: null };
    return { ...base, ...figures, ...none, ...hiddenSentence(group, side, stage, count) };
  }
  const isEmpty = count.n === 0;
  const shown = {
    ...base,
    ...count,
    rate: isEmpty ? null : count.k / count.n,
    interval: isEmpty ? null : wilson(count, confidence),
  };
  const told = countSentence(group, side, stage, isEmpty ? { k: 0, n: 1 } : count);
  if (comparison === undefined) {
    const because = group.kind === "unknown" ? "unknown" : "oneGroup";
    return { ...shown, versusRest: null, because, ...told };
  }
  const says = comparisonSentence(comparison);
  return { ...shown, versusRest: comparison, en: `${told.en} ${says.en}`, tr: `${told.tr} ${says.tr}` };
}

/** A difference anywhere is one; silence counts only if all could have spoken. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("difference")) return "difference";
  return verdicts.length === 0 || verdicts.includes("tooFewToTell") ? "tooFewToTell" : "noneShown";
}
