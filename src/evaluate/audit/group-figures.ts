import type { Sentence } from "../../base/sentence.ts";
import type { Side } from "../sentence.ts";
import { rankSum, type RankSum } from "../statistics/rank-sum.ts";
import { type Budget, type NotPlaceable, type Placeable, placeable, whyNotPlaceable } from "./equal-plans.ts";
import type { AuditPerson, Stage } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Asked } from "./programme.ts";
import type { AuditStage } from "./rows.ts";
import { placeableSentence } from "./words.ts";

/** Below this nothing is averaged. */
const FEWEST_MEAN = 5;

/** What is told of a group beside its stages. */
export interface AuditGroupFigures {
  readonly group: string;
  readonly kind: AuditGroup["kind"];
  /** Scores of placed people, in micro-points, against the rest: `null` where fewer than 5 are placed, or figures are hidden. */
  readonly score: { readonly mean: number; readonly versusRest: RankSum | null } | null;
  /**
   * Where the gap in `placed` arises: by rules and supply (has a candidate), or by the choice (placed among those). The two
   * sum to the difference. `null` where it is hidden.
   */
  readonly origin: { readonly difference: number; readonly byCandidates: number; readonly byChoice: number } | null;
  /** What plans as good as this one could place; `null` with the reason. */
  readonly placeable: (Placeable & Sentence) | null;
  readonly notPlaceable?: NotPlaceable | "hidden";
}

export interface FiguresContext {
  readonly side: Side;
  readonly people: readonly AuditPerson[];
  readonly groups: readonly AuditGroup[];
  readonly stages: readonly AuditStage[];
  readonly asked: Asked | undefined;
  readonly budget: Budget;
  readonly confidence: number;
}

export function groupFigures(context: FiguresContext): readonly AuditGroupFigures[] {
  const { side, people, groups, stages } = context;
  const known = groups.filter(({ kind }) => kind !== "unknown");
  // a label may be called like a row of several
  const isShown = (stage: Stage, { name, kind }: AuditGroup): boolean =>
    stages
      .filter((each) => each.stage === stage)
      .some(({ rows }) => rows.some((row) => row.kind === kind && row.group === name && row.k !== null));
  const own = people.filter((person) => person.side === side && person.label !== undefined);
  return known.map((group): AuditGroupFigures => {
    const named = { group: group.name, kind: group.kind };
    if (!isShown("placed", group)) {
      return { ...named, score: null, origin: null, placeable: null, notPlaceable: "hidden" };
    }
    const isOwn = (person: AuditPerson): boolean => group.labels.includes(person.label ?? "\u{0}");
    const score = scoreFigures(
      own.filter(isOwn),
      own.filter((person) => !isOwn(person)),
      context.confidence,
    );
    const origin = isShown("hasCandidate", group) && known.length > 1 ? originOf(own, isOwn) : null;
    return { ...named, score, origin, ...placeableOf(context, own.filter(isOwn), group) };
  });
}

function placeableOf(
  { side, asked, budget }: FiguresContext,
  members: readonly AuditPerson[],
  group: AuditGroup,
): Pick<AuditGroupFigures, "placeable" | "notPlaceable"> {
  const why = asked === undefined ? "noProgramme" : whyNotPlaceable(asked);
  if (asked === undefined || why !== undefined) return { placeable: null, notPlaceable: why ?? "noProgramme" };
  const ids = members.map(({ id }) => id);
  const found = placeable(asked, side, ids, budget);
  if (found === undefined) return { placeable: null, notPlaceable: "tooManySolves" };
  return { placeable: { ...found, ...placeableSentence(group, side, found) } };
}

function scoreFigures(
  own: readonly AuditPerson[],
  rest: readonly AuditPerson[],
  confidence: number,
): AuditGroupFigures["score"] {
  const scoresOf = (people: readonly AuditPerson[]): readonly number[] => people.flatMap(({ score }) => score ?? []);
  const [scores, others] = [scoresOf(own), scoresOf(rest)];
  if (scores.length < FEWEST_MEAN) return null;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { mean, versusRest: others.length < FEWEST_MEAN ? null : rankSum(scores, others, confidence) };
}

/** A rate is a product: has a candidate, and is placed among those who have. Its difference splits into two parts. */
function originOf(
  people: readonly AuditPerson[],
  isOwn: (person: AuditPerson) => boolean,
): AuditGroupFigures["origin"] {
  const rates = (some: readonly AuditPerson[]): readonly [number, number, number] => {
    const [open, placed] = (["hasCandidate", "placed"] as const).map(
      (stage) => some.filter(({ reached }) => reached.has(stage)).length,
    );
    return [(open ?? 0) / some.length, (placed ?? 0) / (open || 1), (placed ?? 0) / some.length];
  };
  const [openOwn, chosenOwn, own] = rates(people.filter(isOwn));
  const [openRest, chosenRest, rest] = rates(people.filter((person) => !isOwn(person)));
  const byCandidates = ((openOwn - openRest) * (chosenOwn + chosenRest)) / 2;
  const byChoice = ((chosenOwn - chosenRest) * (openOwn + openRest)) / 2;
  return { difference: own - rest, byCandidates, byChoice };
}
