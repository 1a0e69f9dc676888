import { pointer, throwIssues } from "../../base/error.ts";
import { issue, numberIssues } from "../../base/given.ts";
import type { TersineIssue } from "../../index.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { SIDES, type Side } from "../sentence.ts";
import type { Count } from "../statistics/proportions.ts";
import { countOf } from "./attribution.ts";
import type { Contrast } from "./compare.ts";
import { type AuditPerson, type Stage, STAGES } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import { type Hidden, hiddenCounts, type HiddenStage, type HidingLimits, reasonToHide } from "./suppress.ts";

/** What decides which stages there are. */
export interface CellOptions {
  readonly outcomes?: readonly Outcome[];
  readonly eligible?: { readonly [Of in Side]?: Readonly<Record<string, number>> };
}

/** One group at one stage, before anything is shown. */
export interface Cell {
  readonly side: Side;
  readonly stage: Stage;
  readonly group: AuditGroup;
  readonly count: Count;
  readonly hidden: Hidden | undefined;
  /** Absent where there is nothing to compare. */
  readonly contrast?: Contrast;
}

export function cellsOf(
  people: readonly AuditPerson[],
  groups: Readonly<Record<Side, readonly AuditGroup[]>>,
  options: CellOptions,
  limits: HidingLimits,
): readonly Cell[] {
  const cells: Cell[] = [];
  let contrasts = 0;
  for (const side of SIDES) {
    const known = groups[side].filter(({ kind }) => kind !== "unknown");
    const unknown = groups[side].filter(({ kind }) => kind === "unknown");
    const own = people.filter((person) => person.side === side);
    const asked = stagesAsked(side, options).map((stage): AskedStage => {
      const strata = strataOf(own, stage, eligibleOf(options, side, stage, known, own));
      return { stage, strata, counts: known.map((group) => sumOf(strata.map((of) => of(group)))) };
    });
    const hidden = hiddenAt(asked, limits);
    for (const { stage, strata, counts } of asked) {
      const first = contrasts;
      known.forEach((group, place) => {
        const contrast = known.length < 2 ? undefined : contrastOf(strata, known, group);
        const twin = known.length === 2 && place === 1 ? { twin: first } : {};
        if (contrast !== undefined) contrasts += 1;
        cells.push({
          side,
          stage,
          group,
          count: counts[place] ?? { k: 0, n: 0 },
          hidden: hidden.get(stage)?.[place],
          ...(contrast === undefined ? {} : { contrast: { ...contrast, ...twin } }),
        });
      });
      if (stage === "registered") continue;
      // never hidden: the whole of the stage and of those with a label, which comparisons tell, would give it away
      for (const group of unknown)
        cells.push({ side, stage, group, count: countOf(own, side, group, stage), hidden: undefined });
    }
  }
  return cells;
}

interface AskedStage {
  readonly stage: Stage;
  readonly strata: readonly CountOf[];
  /** By known group. */
  readonly counts: readonly Count[];
}

/**
 * What is hidden of each stage. Who registered is who every later row counts, so of `registered` the others are hidden: how
 * many could have. They are hidden of all groups if of one.
 */
function hiddenAt(asked: readonly AskedStage[], limits: HidingLimits): ReadonlyMap<Stage, HiddenStage> {
  const later = asked.filter(({ stage }) => stage !== "registered");
  const hidden = hiddenCounts(
    later.map(({ counts }) => counts),
    limits,
  );
  const found = new Map(later.map(({ stage }, place) => [stage, hidden[place] ?? []]));
  const registered = asked.find(({ stage }) => stage === "registered")?.counts ?? [];
  const isHidden = registered.some((count) => reasonToHide(count, limits) !== undefined);
  return found.set(
    "registered",
    registered.map(() => (isHidden ? "small" : undefined)),
  );
}

function stagesAsked(side: Side, { eligible, outcomes }: CellOptions): readonly Stage[] {
  return STAGES.filter((stage) => {
    if (stage === "registered") return eligible?.[side] !== undefined;
    return (stage !== "met" && stage !== "rated") || outcomes !== undefined;
  });
}

/** A count of a group in one stratum. */
type CountOf = (group: AuditGroup) => Count;

function strataOf(people: readonly AuditPerson[], stage: Stage, eligible: CountOf | undefined): readonly CountOf[] {
  if (eligible !== undefined) return [eligible];
  const strata = new Map<string, AuditPerson[]>();
  for (const person of people) {
    const stratum = strata.get(person.stratum);
    if (stratum === undefined) strata.set(person.stratum, [person]);
    else stratum.push(person);
  }
  return [...strata.values()].map((stratum) => (group) => {
    const side = stratum[0]?.side ?? "mentor";
    return countOf(stratum, side, group, stage);
  });
}

function eligibleOf(
  { eligible }: CellOptions,
  side: Side,
  stage: Stage,
  groups: readonly AuditGroup[],
  people: readonly AuditPerson[],
): CountOf | undefined {
  if (stage !== "registered") return undefined;
  const given = new Map(Object.entries(eligible?.[side] ?? {}));
  const issues: TersineIssue[] = [];
  const countFor = (group: AuditGroup): Count => {
    const k = countOf(people, side, group, "registered").k;
    const n = group.labels.reduce((sum, label) => sum + (given.get(label) ?? 0), 0);
    return { k, n };
  };
  for (const { labels } of groups) {
    for (const label of labels) {
      const path = `/eligible/${side}${pointer([label])}`;
      const registered = people.filter((person) => person.label === label).length;
      const count = given.get(label);
      if (count === undefined)
        issues.push(issue("FIELD_MISSING", path, "expected how many of this label could register."));
      else issues.push(...numberIssues(count, path, { least: registered, most: 1_000_000_000, isWhole: true }));
    }
  }
  throwIssues(issues);
  return countFor;
}

function contrastOf(
  strata: readonly CountOf[],
  groups: readonly AuditGroup[],
  group: AuditGroup,
): Omit<Contrast, "twin"> {
  const others = groups.filter((other) => other !== group);
  const pairs = strata.map((of) => ({ group: of(group), rest: sumOf(others.map(of)) }));
  return {
    strata: pairs,
    group: sumOf(pairs.map((pair) => pair.group)),
    rest: sumOf(pairs.map((pair) => pair.rest)),
  };
}

function sumOf(counts: readonly Count[]): Count {
  return counts.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
}
