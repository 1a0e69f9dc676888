import { defaultCriteria, defaultRules, type MatchedResult } from "../../index.ts";
import type { Count } from "../statistics/proportions.ts";
import { SIDES, type Sentence, type Side } from "../sentence.ts";
import type { Budget } from "./equal-plans.ts";
import type { AuditPerson, Stage } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Asked } from "./programme.ts";
import { hiddenCounts, type HidingLimits } from "./suppress.ts";

/** What a group's figures would be without one rule or one criterion, by matching again. */
export interface Attribution extends Sentence {
  readonly kind: "rule" | "criterion";
  readonly name: string;
  readonly side: Side;
  readonly stage: "hasCandidate" | "placed";
  readonly group: string;
  /** How many of the group reach the stage, as it is and without. */
  readonly withIt: Count;
  readonly without: Count;
  /** Share of the group minus that of all others of known group. */
  readonly gapWith: number;
  readonly gapWithout: number;
}

/** The stages that a match decides. */
const CHANGED = ["hasCandidate", "placed"] as const;

export interface AttributionContext {
  readonly asked: Asked;
  readonly groups: Readonly<Record<Side, readonly AuditGroup[]>>;
  readonly peopleOf: (result: MatchedResult) => readonly AuditPerson[];
  readonly limits: HidingLimits;
  /** Whether the audit hides a count of the plan as it is. */
  readonly isHidden: (side: Side, stage: Stage, group: AuditGroup) => boolean;
  readonly budget: Budget;
}

/** Every rule and every criterion whose absence changes what a group reaches; hidden figures are left out. */
export function attributionOf(context: AttributionContext): readonly Attribution[] {
  const { asked, budget } = context;
  const { criteria = defaultCriteria(), rules = defaultRules(), weights } = asked.programme.options ?? {};
  const before = context.peopleOf(asked.result);
  const compare = (
    kind: Attribution["kind"],
    name: string,
    options: Parameters<typeof changed>[1],
  ): readonly Attribution[] => {
    if (budget.left <= 0) return [];
    budget.left -= 1;
    const after = changed(asked, options);
    return after === undefined ? [] : differences(context, kind, name, before, context.peopleOf(after));
  };
  return [
    ...rules.flatMap((rule, place) => compare("rule", rule.name, { rules: rules.toSpliced(place, 1) })),
    ...criteria.flatMap((criterion, place) => {
      const others = criteria.toSpliced(place, 1);
      const weightOf = ({ name, weight }: { readonly name: string; readonly weight: number }): number =>
        weights?.[name] ?? weight;
      if (weightOf(criterion) === 0 || others.every((other) => weightOf(other) === 0)) return [];
      const left = Object.entries(weights ?? {}).filter(([name]) => name !== criterion.name);
      const named = weights === undefined ? {} : { weights: Object.fromEntries(left) };
      return compare("criterion", criterion.name, { criteria: others, ...named });
    }),
  ];
}

function changed(
  { matcher }: Asked,
  options: NonNullable<Parameters<Asked["matcher"]["whatIf"]>[0]["options"]>,
): MatchedResult | undefined {
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
        const told = { kind, name, side, stage, group: group.name, withIt, without };
        const gaps = { gapWith: gapOf(one[at] ?? [], place), gapWithout: gapOf(two[at] ?? [], place) };
        return [{ ...told, ...gaps, ...sentence(told) }];
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

function sentence({
  kind,
  name,
  side,
  stage,
  group,
  withIt,
  without,
}: Omit<Attribution, "gapWith" | "gapWithout" | keyof Sentence>): Sentence {
  const what = kind === "rule" ? { en: "the rule", tr: "kuralı" } : { en: "the criterion", tr: "ölçütü" };
  const [was, would] = [withIt.n - withIt.k, without.n - without.k];
  const state = {
    hasCandidate: { en: "without a candidate", tr: "adayı olmayan" },
    placed: { en: "left out", tr: "dışarıda kalan" },
  }[stage];
  return {
    en: `Without ${what.en} ${name}, ${would} of ${without.n} ${side}s of ${group} would be ${state.en} instead of ${was} of ${withIt.n}.`,
    tr: `${name} ${what.tr} olmasaydı ${group} grubunda ${state.tr} ${side} sayısı ${was} yerine ${would} olurdu (toplam ${withIt.n}).`,
  };
}
