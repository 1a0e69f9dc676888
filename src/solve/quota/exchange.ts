import type { Steps } from "../../base/steps.ts";
import { countChoice, type CountedChoice } from "./counted-choice.ts";
import type { Aim, Instance } from "./instance.ts";

/** Exchanges looked at together in pairs, per other choice. */
const MOST_PAIRED = 60;
const MOST_EXCHANGES = 400;

/** What taking over some edges of another choice, and leaving out own ones, changes. */
interface Exchange {
  /** Edges of either choice that the other does not have. */
  readonly edges: readonly number[];
  readonly countOf: Int32Array;
  readonly value: number;
}

/** How far a choice misses the quotas, and what it is worth. */
interface Standing {
  readonly missing: number;
  readonly value: number;
}

/**
 * Improves a choice by parts of others: first until it misses the quotas by as little as possible, then in worth.
 *
 * What two choices do not share falls into paths and cycles on which edges of either take turns. Of each path either
 * choice's edges can be taken, whatever is taken of the others: each load stays between those that it has in the two
 * choices. Goes on as long as one path, or two of the same other choice, make it better. Returns the choice and the work.
 */
export function* exchangeWith(
  instance: Instance,
  aim: Aim,
  others: readonly CountedChoice[],
  start: CountedChoice,
): Steps<{ readonly choice: CountedChoice; readonly work: number }, number> {
  let choice = start;
  let work = 0;
  for (let left = MOST_EXCHANGES; left > 0; left -= 1) {
    let best: Exchange | undefined;
    let standing = standingOf(instance, choice, []);
    for (const other of others) {
      const parts = exchangesOf(instance, aim, choice, other);
      work += choice.chosen.length + other.chosen.length;
      for (const together of alternatives(parts, standing.missing > 0)) {
        const after = standingOf(instance, choice, together);
        work += 1;
        if (!isBetter(after, standing)) continue;
        standing = after;
        best = joined(together);
      }
      yield work;
    }
    if (best === undefined) break;
    choice = countChoice(instance, aim, exchanged(choice.chosen, best.edges));
  }
  return { choice, work };
}

function isBetter(a: Standing, b: Standing): boolean {
  return a.missing < b.missing || (a.missing === b.missing && a.value > b.value);
}

/** By how many edges a choice misses the quotas in all. */
export function missingOf(instance: Instance, choice: CountedChoice): number {
  return standingOf(instance, choice, []).missing;
}

function standingOf({ quotas }: Instance, choice: CountedChoice, exchanges: readonly Exchange[]): Standing {
  let missing = 0;
  for (const { set, minimum, maximum } of quotas) {
    let count = choice.countOf[set]!;
    for (const { countOf } of exchanges) count += countOf[set]!;
    missing += Math.max(0, minimum - count, count - maximum);
  }
  return { missing, value: exchanges.reduce((sum, { value }) => sum + value, choice.value) };
}

/** Single exchanges, and pairs of them. */
function alternatives(parts: readonly Exchange[], inPairs: boolean): readonly (readonly Exchange[])[] {
  const single = parts.map((part) => [part]);
  if (!inPairs) return single;
  const few = parts.slice(0, MOST_PAIRED);
  return [...single, ...few.flatMap((part, place) => few.slice(place + 1).map((other) => [part, other]))];
}

function joined(exchanges: readonly Exchange[]): Exchange {
  const [first] = exchanges;
  return { ...first!, edges: exchanges.flatMap(({ edges }) => edges) };
}

/** The paths and cycles of what two choices do not share. */
function exchangesOf(instance: Instance, aim: Aim, own: CountedChoice, other: CountedChoice): readonly Exchange[] {
  const added = without(other.chosen, own.chosen);
  const removed = without(own.chosen, other.chosen);
  const pathOf = linked(instance, added, removed);
  const parts = new Map<number, { added: number[]; removed: number[] }>();
  [...added, ...removed].forEach((edge, place) => {
    const part = parts.get(pathOf(place)) ?? { added: [], removed: [] };
    part[place < added.length ? "added" : "removed"].push(edge);
    parts.set(pathOf(place), part);
  });
  const load = loadOf(instance, own.chosen);
  return [...parts.values()].map((part) => exchangeOf(instance, aim, part, load));
}

/**
 * Joins the edges of both lists into paths: at each node one that comes with one that goes, as long as there are both.
 * Returns the path of an edge by its place in the lists, one after the other.
 */
function linked(
  { problem: { rows, columnAt }, rowAt }: Instance,
  added: readonly number[],
  removed: readonly number[],
): (place: number) => number {
  const leaderOf = Int32Array.from({ length: added.length + removed.length }, (_, place) => place);
  const leader = (place: number): number => {
    let top = place;
    while (leaderOf[top] !== top) top = leaderOf[top]!;
    leaderOf[place] = top;
    return top;
  };
  const comingAt = new Map<number, number[]>();
  const nodesOf = (edge: number): readonly number[] => [rowAt[edge]!, rows + columnAt[edge]!];
  added.forEach((edge, place) => {
    for (const node of nodesOf(edge)) comingAt.set(node, [...(comingAt.get(node) ?? []), place]);
  });
  removed.forEach((edge, index) => {
    for (const node of nodesOf(edge)) {
      const coming = comingAt.get(node)?.pop();
      if (coming !== undefined) leaderOf[leader(added.length + index)] = leader(coming);
    }
  });
  return leader;
}

/** Those of some ascending edges that are not among others. */
function without(edges: Int32Array, others: Int32Array): readonly number[] {
  const left: number[] = [];
  let place = 0;
  for (const edge of edges) {
    while (place < others.length && others[place]! < edge) place += 1;
    if (others[place] !== edge) left.push(edge);
  }
  return left;
}

/** Number of partners of each node: rows, then columns. */
function loadOf({ problem, rowAt }: Instance, chosen: Int32Array): Int32Array {
  const load = new Int32Array(problem.rows + problem.columns);
  for (const edge of chosen) {
    load[rowAt[edge]!]! += 1;
    load[problem.rows + problem.columnAt[edge]!]! += 1;
  }
  return load;
}

function exchangeOf(
  { problem, rowAt, quotas, kindAt, lastSetOf, restOf }: Instance,
  { goal }: Aim,
  { added, removed }: { readonly added: readonly number[]; readonly removed: readonly number[] },
  load: Int32Array,
): Exchange {
  const countOf = new Int32Array(quotas.length);
  const change = new Map<number, number>();
  let total = 0;
  const look = (edge: number, sign: 1 | -1): void => {
    total += sign * problem.weightAt[edge]!;
    for (let kind = kindAt[edge]!; kind > 0; kind = restOf[kind]!) {
      if (lastSetOf[kind]! < quotas.length) countOf[lastSetOf[kind]!]! += sign;
    }
    for (const node of [rowAt[edge]!, problem.rows + problem.columnAt[edge]!]) {
      change.set(node, (change.get(node) ?? 0) + sign);
    }
  };
  for (const edge of added) look(edge, 1);
  for (const edge of removed) look(edge, -1);
  let placed = 0;
  for (const [node, by] of change) placed += Math.sign(load[node]! + by) - Math.sign(load[node]!);
  const value = total + (goal.kind === "plan" ? goal.placement * placed : 0);
  return { edges: [...added, ...removed], countOf, value };
}

/** The chosen edges with these changing sides, ascending. */
function exchanged(chosen: Int32Array, edges: readonly number[]): Int32Array {
  const after = new Set(chosen);
  for (const edge of edges) if (!after.delete(edge)) after.add(edge);
  return Int32Array.from(after).sort();
}
