import type { Sentence } from "../../base/sentence.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, issue, numberIssues, unknownFields } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import type { MatchedResult, MatchResult } from "../../index.ts";
import { joinOutcomes, type Outcome } from "../outcomes/outcome.ts";
import { SIDES, type Side } from "../sentence.ts";
import { type Attribution, attributionOf, type NotAttributed } from "./attribution.ts";
import { cellsOf } from "./cells.ts";
import { compareAll, type Verdict } from "./compare.ts";
import { type AuditPerson, funnelOf, type Stage } from "./funnel.ts";
import { type AuditGroupFigures, groupFigures } from "./group-figures.ts";
import { type AuditGroup, type Groups, groupsOf, labelsOf } from "./groups.ts";
import { askedOf, defaultStrata, type Programme } from "./programme.ts";
import { type AuditStage, stagesOf, worst } from "./rows.ts";
import { verdictSentence } from "./words.ts";

export interface AuditOptions {
  /**
   * What the result was made from. With it people are compared within levels, and the audit tells what other plans could do
   * and which rule or criterion a gap comes from. @default without
   */
  readonly programme?: Programme;
  /** What became of the pairs, for the stages `met` and `rated`: the silent count as not met. @default these stages are left out */
  readonly outcomes?: readonly Outcome[];
  /** How many people of each label could have registered, for the stage `registered`. @default that stage is left out */
  readonly eligible?: { readonly [Of in Side]?: Readonly<Record<string, number>> };
  /** Within what people are compared, beside their side. @default the level, where the programme is given */
  readonly strata?: (id: string, side: Side) => string;
  /** Fewest people of a group that is told apart, from 5. @default 10 */
  readonly minimumGroup?: number;
  /** Fewest people of a group who did, or did not, reach a stage, for the figure to be shown, from 1. @default 3 */
  readonly minimumCount?: number;
  /** Of intervals; one minus it is the level of the tests. From 0.5 to 0.999. @default 0.95 */
  readonly confidence?: number;
  /** Most matches that the questions about rules, criteria and other plans may take together. @default 500 */
  readonly maximumSolves?: number;
}

export interface AuditSide {
  readonly side: Side;
  readonly stages: readonly AuditStage[];
  readonly groups: readonly AuditGroupFigures[];
}

export interface Audit extends Sentence {
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly minimumGroup: number;
  readonly minimumCount: number;
  readonly sides: readonly AuditSide[];
  readonly attribution: readonly Attribution[];
  /** Why nothing is attributed, or, with `tooManySolves`, not all. */
  readonly notAttributed?: NotAttributed;
}

const OPTIONS = [
  "programme",
  "outcomes",
  "eligible",
  "strata",
  "minimumGroup",
  "minimumCount",
  "confidence",
  "maximumSolves",
];
/**
 * How groups fare at each stage of a programme, by one attribute that is given beside the input: no score and no rule can see
 * it. Exact tests given the strata; each comparison is of a group with all others of known group.
 *
 * It tells figures and no judgement. Nothing in it names a person.
 *
 * @throws TersineError INPUT_TYPE for a result without pairs; FIELD_TYPE, FIELD_UNKNOWN, FIELD_MISSING, NUMBER_RANGE for groups
 *   and options; MANIFEST_INPUT_CHANGED for a programme of another result; as `joinOutcomes` for outcomes
 * @example
 * const { verdict, sides } = audit(result, { ada: "F", bora: "M" }, { programme: { input } });
 */
export function audit(result: MatchResult, groups: Groups, options: AuditOptions = {}): Audit {
  return asPublic("audit", () => {
    const matched = checked(result, options);
    const { programme, minimumGroup = 10, minimumCount = 3, confidence = 0.95, maximumSolves = 500 } = options;
    const labels = labelsOf(groups);
    const stratumOf = options.strata ?? defaultStrata(programme);
    const outcomes = options.outcomes === undefined ? undefined : joinOutcomes(matched.pairs, options.outcomes);
    const context = { labels, stratumOf, ...(outcomes === undefined ? {} : { outcomes }) };
    const people = funnelOf(matched, context);
    const rowsOf = (side: Side): readonly AuditGroup[] =>
      groupsOf(
        people.filter((person) => person.side === side),
        minimumGroup,
      );
    const sides = { mentor: rowsOf("mentor"), mentee: rowsOf("mentee") };
    const limits = { minimumGroup, minimumCount };
    const cells = cellsOf(people, sides, options, limits);
    const comparisons = compareAll(
      cells.map(({ contrast }) => contrast).filter((contrast) => contrast !== undefined),
      confidence,
    );
    const asked = programme === undefined ? undefined : askedOf(programme, matched);
    const budget = { left: maximumSolves };
    const isHidden = (side: Side, stage: Stage, group: AuditGroup): boolean =>
      cells.some(
        (cell) => cell.side === side && cell.stage === stage && cell.group === group && cell.hidden !== undefined,
      );
    const peopleOf = (other: MatchedResult): readonly AuditPerson[] => funnelOf(other, { labels, stratumOf });
    const found =
      asked === undefined || asked.result.manifest.rematch !== undefined
        ? ({ attribution: [], notAttributed: asked === undefined ? "noProgramme" : "rematch" } as const)
        : attributionOf({ asked, groups: sides, peopleOf, limits, isHidden, budget });
    const reports = SIDES.map((side): AuditSide => {
      const stages = stagesOf(side, cells, comparisons, confidence);
      const figures = groupFigures({ side, people, groups: sides[side], stages, asked, budget, confidence });
      return { side, stages, groups: figures };
    });
    const verdict = worst(reports.flatMap(({ stages }) => stages.map((stage) => stage.verdict)));
    return { verdict, confidence, minimumGroup, minimumCount, sides: reports, ...found, ...verdictSentence(verdict) };
  });
}

function checked(result: MatchResult, options: AuditOptions): MatchedResult {
  if (!isRecord(result) || !("pairs" in result) || !Array.isArray(result.pairs)) {
    throwIssues([issue("INPUT_TYPE", "/result", "expected a result with pairs.")]);
  }
  const { minimumGroup, minimumCount, confidence, maximumSolves, strata } = options;
  throwIssues([
    ...unknownFields(options, OPTIONS),
    ...numberIssues(minimumGroup, "/minimumGroup", { least: 5, most: 1_000_000, isWhole: true }),
    ...numberIssues(minimumCount, "/minimumCount", { least: 1, most: 1_000_000, isWhole: true }),
    ...numberIssues(confidence, "/confidence", { least: 0.5, most: 0.999 }),
    ...numberIssues(maximumSolves, "/maximumSolves", { least: 0, most: 1_000_000, isWhole: true }),
    ...(strata === undefined || typeof strata === "function"
      ? []
      : [issue("FIELD_TYPE", "/strata", "expected a function of an id and a side.")]),
  ]);
  return result as MatchedResult;
}
