import { finished } from "../../base/steps.ts";
import { at } from "../../base/at.ts";
import { compareText } from "../../base/text.ts";
import type { ChangeStep, DataValue } from "../../explain/fix.ts";
import type { Pool } from "../../plan/pool.ts";
import type { NeededField } from "../../rules/rule.ts";
import { idOf, otherSide, peopleOf, type Side, type SidedPerson } from "../people.ts";
import type { Budget, Look, PlanToFix, Try } from "./tries.ts";

/** Most values of a field that are tried, and most combinations: those that people have, evenly over all of them. */
const VALUES_TRIED = 24;
/** Most people of the other side whose data are tried. */
const OTHERS_TRIED = 12;

/**
 * Data that are not known and could bring the person a candidate, each with every value that people of the programme state:
 * first one field of the person's own or of somebody of the other side, then all missing fields of the person together.
 */
export function missingData(plan: PlanToFix, person: SidedPerson, budget: Budget): readonly (readonly Look[])[] {
  const { pool } = plan;
  const lacks = lackedFields(pool, person);
  const own = [...lacks.own].sort(compareText);
  const others = [...lacks.ofOther].slice(0, OTHERS_TRIED);
  if (lacks.ofOther.size > OTHERS_TRIED) budget.hasMissed = true;
  const singles = [
    ...own.map((field): Look => triesOf(pool, person, [field], budget)),
    ...others.map(([index, field]): Look => triesOf(pool, { side: otherSide(person.side), index }, [field], budget)),
  ];
  // left out are combinations only once their turn comes
  return [singles, own.length > 1 ? [() => finished(triesOf(pool, person, own, budget))] : []];
}

interface LackedFields {
  readonly own: ReadonlySet<NeededField>;
  /** By index on the other side: the field whose absence makes the pair rules refuse a pair with them, and nothing else. */
  readonly ofOther: ReadonlyMap<number, NeededField>;
}

/** Fields whose absence makes rules refuse pairs of the person. */
function lackedFields({ graph, program }: Pool, { side, index }: SidedPerson): LackedFields {
  const own = new Set<NeededField>();
  const ofOther = new Map<number, NeededField>();
  const others = peopleOf(program, otherSide(side));
  for (const other of others.keys()) {
    if (at(others, other).capacity === 0) continue;
    const [row, column] = side === "mentee" ? [index, other] : [other, index];
    const lacking = graph.rulesAgainst(row, column).map((rule) => {
      const { field, of } = graph.asked.lackingAt[graph.rules.indexOf(rule)] ?? {};
      // a depth in the chart comes of lines, not of a field
      const isStated = field !== "level" || program.seniority === "level";
      return { kind: rule.kind, field: isStated ? field : undefined, missing: of?.(row, column) };
    });
    for (const { field, missing } of lacking) {
      if (field !== undefined && missing !== undefined && missing !== otherSide(side)) own.add(field);
    }
    const first = lacking.find(({ field, missing }) => field !== undefined && missing === otherSide(side));
    if (first?.field === undefined) continue;
    // what is filled in may raise the score, too
    const isCured = (rule: (typeof lacking)[number]): boolean =>
      rule.kind === "score" || (rule.field === first.field && rule.missing === first.missing);
    if (lacking.every(isCured)) ofOther.set(other, first.field);
  }
  return { own, ofOther };
}

/** A try for each value of the fields, or for each combination of values. */
function triesOf(
  pool: Pool,
  asked: SidedPerson,
  fields: readonly NeededField[],
  budget: Pick<Budget, "hasMissed">,
): readonly Try[] {
  const id = idOf(pool, asked);
  const withField = (changes: readonly (readonly ChangeStep[])[], field: NeededField) => {
    const values = spread(valuesOf(pool, field, asked.side), budget);
    const longer = changes.flatMap((change) =>
      values.map((value): readonly ChangeStep[] => [...change, { step: "data", side: asked.side, id, field, value }]),
    );
    return spread(longer, budget);
  };
  return fields.reduce(withField, [[]]).map((change): Try => ({ kind: "data", change }));
}

/** What people of the programme state in a field, each value once; free times only those of the other side. */
function valuesOf({ program }: Pool, field: NeededField, side: Side): readonly DataValue[] {
  if (field === "level" && program.levels !== undefined) return program.levels;
  const sides: readonly Side[] = field === "availability" ? [otherSide(side)] : ["mentee", "mentor"];
  const byText = new Map<string, DataValue>();
  for (const each of sides) {
    for (const person of peopleOf(program, each)) {
      const value = person[field];
      if (value !== undefined) byText.set(JSON.stringify(value), value);
    }
  }
  return [...byText].sort(compareKeys).map(([, value]) => value);
}

/** Numbers by size, everything else by text. */
function compareKeys([a, first]: readonly [string, DataValue], [b, second]: readonly [string, DataValue]): number {
  return typeof first === "number" && typeof second === "number" ? first - second : compareText(a, b);
}

/** At most so many of a list, evenly over it, both ends among them. What the others would do is not known then. */
function spread<Item>(items: readonly Item[], budget: Pick<Budget, "hasMissed">): readonly Item[] {
  if (items.length <= VALUES_TRIED) return items;
  budget.hasMissed = true;
  const last = items.length - 1;
  return Array.from({ length: VALUES_TRIED }, (_, step) => at(items, Math.round((step * last) / (VALUES_TRIED - 1))));
}
