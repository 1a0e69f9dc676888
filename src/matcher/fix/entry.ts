import { at } from "../../base/at.ts";
import { edgeOf } from "../../plan/pins.ts";
import type { Pool } from "../../plan/pool.ts";
import { FULL_SCORE } from "../../score/criterion.ts";
import { outweighing } from "../../solve/optimum/placement.ts";
import { type EntryPrices, entryPrices, type NewWeight } from "../../solve/sensitivity/entry-prices.ts";
import type { SidedPerson } from "../people.ts";
import type { NetworkPlan } from "../priced-plan.ts";
import { eachCandidate, type ScoredPairs } from "../variant/candidates.ts";

/** What placing a person would cost the plan if scores or candidates change; `undefined` if the prices do not tell. */
export function entryOf({ cut, answer }: NetworkPlan, { side, index }: SidedPerson): EntryPrices | undefined {
  const known = outweighing(cut, answer, FULL_SCORE);
  return known && entryPrices(cut, known, side === "mentee" ? "row" : "column", index);
}

/**
 * Whether some best plan of a pool with other candidates, but the same places and demands, holds the person: exactly where
 * only candidates of the person have changed, and mostly where only those of one partner have. `undefined`: not known.
 */
export function mayEnter(entry: EntryPrices, before: Pool, after: Pool, person: SidedPerson): boolean | undefined {
  const changes = changedPairs(before, after);
  const isMentee = person.side === "mentee";
  const ownOf = ({ row, column }: ChangedPair): number => (isMentee ? row : column);
  const otherOf = ({ row, column }: ChangedPair): number => (isMentee ? column : row);
  if (changes.every((change) => ownOf(change) === person.index)) return costOfOwn(entry, after, person) <= 0;
  const [first] = changes;
  if (first === undefined) return false;
  const other = otherOf(first);
  if (changes.some((change) => otherOf(change) !== other)) return undefined;
  const weights = changes.map((change): NewWeight => ({ own: ownOf(change), weight: change.score }));
  return entry.shortfall(other, weights) > 0 ? false : undefined;
}

/** Whether two pools of the same people and options have the same candidates, scores, places and pins, and so the same answer. */
export function isSameProblem(a: Pool, b: Pool): boolean {
  const isSame = (first: Int32Array, second: Int32Array): boolean =>
    first.length === second.length && first.every((value, place) => value === second[place]);
  const loadsOf = ({ program }: Pool): Int32Array =>
    Int32Array.from([...program.mentees, ...program.mentors].flatMap((each) => [each.capacity, each.minimumLoad]));
  const pinsOf = ({ pins }: Pool): Int32Array => Int32Array.from(pins.flatMap(({ row, column }) => [row, column]));
  return (
    isSame(a.graph.rowStart, b.graph.rowStart) &&
    isSame(loadsOf(a), loadsOf(b)) &&
    isSame(pinsOf(a), pinsOf(b)) &&
    isSame(a.graph.columnAt, b.graph.columnAt) &&
    isSame(a.graph.scoreAt, b.graph.scoreAt)
  );
}

/** What the person's cheapest way in costs by the candidates of a pool. */
export function costOfOwn(
  entry: EntryPrices,
  { graph, program }: Pick<Pool, "program"> & { readonly graph: ScoredPairs },
  { side, index }: SidedPerson,
): number {
  let least = Infinity;
  if (side === "mentee") {
    eachCandidate(graph, index, (column, score) => (least = Math.min(least, entry.costOver(column, score))));
    return least;
  }
  for (const row of program.mentees.keys()) {
    const edge = edgeOf(graph, row, index);
    if (edge >= 0) least = Math.min(least, entry.costOver(row, at(graph.scoreAt, edge)));
  }
  return least;
}

interface ChangedPair {
  readonly row: number;
  readonly column: number;
  /** The new score; -Infinity if it is no candidate any more. */
  readonly score: number;
}

/** Candidate pairs in which two pools of the same people differ. */
function changedPairs({ graph: a }: Pool, { graph: b }: Pool): readonly ChangedPair[] {
  const changes: ChangedPair[] = [];
  for (let row = 0; row + 1 < a.rowStart.length; row += 1) {
    const [endA, endB] = [at(a.rowStart, row + 1), at(b.rowStart, row + 1)];
    let atA = at(a.rowStart, row);
    let atB = at(b.rowStart, row);
    while (atA < endA || atB < endB) {
      const columnA = atA < endA ? (a.columnAt[atA] ?? Infinity) : Infinity;
      const columnB = atB < endB ? (b.columnAt[atB] ?? Infinity) : Infinity;
      if (columnA < columnB) changes.push({ row, column: columnA, score: -Infinity });
      else if (columnA > columnB || a.scoreAt[atA] !== b.scoreAt[atB]) {
        changes.push({ row, column: columnB, score: b.scoreAt[atB] ?? -Infinity });
      }
      if (columnA <= columnB) atA += 1;
      if (columnB <= columnA) atB += 1;
    }
  }
  return changes;
}
