import type { Sentence } from "../../base/sentence.ts";
import { defaultCriteria, defaultRules, type MatchedResult, type MatchOptions } from "../../index.ts";
import type { Count } from "../statistics/proportions.ts";
import { SIDES, type Side } from "../sentence.ts";
import type { Budget } from "./equal-plans.ts";
import type { AuditPerson, Stage } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Asked } from "./programme.ts";
import { hiddenCounts, type HidingLimits } from "./suppress.ts";
import { attributionSentence } from "./words.ts";

/** What a group's figures would be without one rule or one criterion, by matching again. */
export interface Attribution extends Sentence {
  readonly kind: "rule" | "criterion";
  readonly name: string;
  readonly side: Side;
  readonly stage: "hasCandidate" | "placed";
  readonly group: string;
  /** Of the group's row: a label, or several small groups together. */
  readonly groupKind: AuditGroup["kind"];
  /** How many of the group reach the stage, as it is and without. */
  readonly withIt: Count;
  readonly without: Count;
  /** Share of the group minus that of all others of known group. */
  readonly gapWith: number;
  readonly gapWithout: number;
}

/** The stages that a match decides. */
const CHANGED = ["hasCandidate", "placed"] as const;

/** Why nothing is attributed, or not all: no programme is given; it is a rematch; more matches than allowed. */
export type NotAttributed = "noProgramme" | "rematch" | "tooManySolves";

export interface AttributionFound {
  readonly attribution: readonly Attribution[];
  readonly notAttributed?: NotAttributed;
}

export interface AttributionContext {
  readonly asked: Asked;
  readonly groups: Readonly<Record<Side, readonly AuditGroup[]>>;
  readonly peopleOf: (result: MatchedResult) => readonly AuditPerson[];
  readonly limits: HidingLimits;
  /** Whether the audit hides a count of the plan as it is. */
  readonly isHidden: (side: Side, stage: Stage, group: AuditGroup) => boolean;
  readonly budget: Budget;
}

/**
 * Every rule and every criterion whose absence changes what a group reaches; hidden figures are left out. A criterion is left
 * out by the weight 0, so that what people weigh by its name stays sound, and rules that judge by it.
 */
export function attributionOf(context: AttributionContext): AttributionFound {
  const { asked, budget } = context;
  const before = context.peopleOf(asked.result);
  const found: (readonly Attribution[])[] = [];
  for (const { kind, name, options } of partsOf(asked.programme.options ?? {})) {
    if (budget.left <= 0) return { attribution: found.flat(), notAttributed: "tooManySolves" };
    budget.left -= 1;
    const after = changed(asked, options);
    if (after !== undefined) found.push(differences(context, kind, name, before, context.peopleOf(after)));
  }
  return { attribution: found.flat() };
}

type ChangedOptions = NonNullable<Parameters<Asked["matcher"]["whatIf"]>[0]["options"]>;

/** Each rule and each criterion in use, with options that leave it out. */
function partsOf({
  criteria = defaultCriteria(),
  rules = defaultRules(),
  weights = {},
}: MatchOptions): readonly (Pick<Attribution, "kind" | "name"> & { readonly options: ChangedOptions })[] {
  const used = criteria.filter(({ name, weight }) => (weights[name] ?? weight) > 0);
  return [
    ...rules.map(({ name }, place) => ({ kind: "rule" as const, name, options: { rules: rules.toSpliced(place, 1) } })),
    // a score needs one
    ...(used.length < 2 ? [] : used).map(({ name }) => ({
      kind: "criterion" as const,
      name,
      options: { weights: { ...weights, [name]: 0 } },
    })),
  ];
}

function changed({ matcher }: Asked, options: ChangedOptions): MatchedResult | undefined {
  const { result } = matcher.whatIf({ options: { ...options, fixes: false } });
  return result.status === "infeasible" ? undefined : result;
}

function differences(
  { groups, limits, isHidden }: AttributionContext,
  kind: Attribution["kind"],
  name: string,
  before: readonly AuditPerson[],
  after: readonly AuditPerson[],
): readonly Attribution[] {
  return SIDES.flatMap((side) => {
    const rows = groups[side].filter((group) => group.kind !== "unknown");
    if (rows.length < 2) return [];
    const countsOf = (people: readonly AuditPerson[]): readonly (readonly Count[])[] =>
      CHANGED.map((stage) => rows.map((group) => countOf(people, side, group, stage)));
    const [one, two] = [countsOf(before), countsOf(after)];
    const hidden = hiddenCounts(two, limits);
    return CHANGED.flatMap((stage, at) =>
      rows.flatMap((group, place): readonly Attribution[] => {
        if (kind === "criterion" && stage === "hasCandidate") return [];
        const [withIt, without] = [one[at]?.[place], two[at]?.[place]];
        if (withIt === undefined || without === undefined || withIt.k === without.k) return [];
        if (isHidden(side, stage, group) || hidden[at]?.[place] !== undefined) return [];
        const where = { side, stage, group: group.name, groupKind: group.kind };
        const gaps = { gapWith: gapOf(one[at] ?? [], place), gapWithout: gapOf(two[at] ?? [], place) };
        const says = attributionSentence({ kind, name }, { group, side, stage }, { withIt, without });
        return [{ kind, name, ...where, withIt, without, ...gaps, ...says }];
      }),
    );
  });
}

/** How many of a group on a side reached a stage. */
export function countOf(people: readonly AuditPerson[], side: Side, { kind, labels }: AuditGroup, stage: Stage): Count {
  let [k, n] = [0, 0];
  for (const person of people) {
    if (person.side !== side) continue;
    const isOwn = kind === "unknown" ? person.label === undefined : labels.includes(person.label ?? "\u{0}");
    if (!isOwn) continue;
    n += 1;
    if (person.reached.has(stage)) k += 1;
  }
  return { k, n };
}

function gapOf(counts: readonly Count[], place: number): number {
  const [own, ...rest] = [counts[place] ?? { k: 0, n: 1 }, ...counts.filter((_, other) => other !== place)];
  const [k, n] = rest.reduce(([a, b], count) => [a + count.k, b + count.n], [0, 0]);
  return own.k / own.n - k / n;
}
