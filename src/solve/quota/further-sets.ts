import type { Steps } from "../../base/steps.ts";
import type { QuotaProblem } from "./problem.ts";

/** Quotas with more classes of rows or of columns than this have no structure that helps. */
const MOST_CLASSES = 12;
/** Most blocks of one quota. */
const MOST_BLOCKS = 36;
const MOST_SETS = 150;

/**
 * Sets of edges, beside the quotas, whose count is worth deciding. A quota mostly asks something of both people ("the
 * same site"), and is made of blocks: rows of a kind by columns of a kind. How many pairs fall into one block is a whole
 * number, and often that alone rules out what the bound cannot see, such as a count of the wrong parity. So: all edges,
 * those of each row class and column class, the blocks, and what quotas have in common. What is found here only guides
 * the search: any set is right.
 */
export function* furtherSets(problem: QuotaProblem, rowAt: Int32Array): Steps<readonly Int32Array[], number> {
  const edges = problem.columnAt.length;
  const found = new Map<string, Int32Array>();
  const take = (sets: Iterable<Int32Array>): void => {
    for (const set of sets) if (set.length > 1 && found.size < MOST_SETS) found.set(keyOf(set), set);
  };
  if (problem.quotas.length === 0 || edges === 0) return [];
  take([Int32Array.from({ length: edges }, (_, edge) => edge)]);
  const isInside = new Uint8Array(edges);
  for (const quota of problem.quotas) {
    isInside.fill(0);
    for (const edge of quota.edges) isInside[edge] = 1;
    const classes = classesOf(problem, rowAt, isInside);
    yield 0;
    if (classes === undefined) continue;
    const rowClassAt = rowAt.map((row) => classes.ofRow[row]!);
    const columnClassAt = problem.columnAt.map((column) => classes.ofColumn[column]!);
    const blocks = [...grouped(quota.edges, (edge) => rowClassAt[edge]! * MOST_CLASSES + columnClassAt[edge]!)];
    if (blocks.length > 1 && blocks.length <= MOST_BLOCKS) take(blocks);
    take(grouped(rowAt.keys(), (edge) => rowClassAt[edge]!));
    take(grouped(rowAt.keys(), (edge) => columnClassAt[edge]!));
    yield 0;
  }
  for (const { edges: known } of problem.quotas) found.delete(keyOf(known));
  return [...found.values()];
}

/** Equal for equal sets; sets with equal keys are as good as equal here. */
function keyOf(set: Int32Array): string {
  let hash = 17;
  for (const edge of set) hash = (Math.imul(hash, 31) + edge) | 0;
  return `${set.length} ${hash}`;
}

function grouped(edges: Iterable<number>, classOf: (edge: number) => number): Iterable<Int32Array> {
  const groups = new Map<number, number[]>();
  for (const edge of edges) {
    const group = groups.get(classOf(edge));
    if (group === undefined) groups.set(classOf(edge), [edge]);
    else group.push(edge);
  }
  return [...groups.values()].map((group) => Int32Array.from(group));
}

interface Classes {
  readonly ofRow: Int32Array;
  readonly ofColumn: Int32Array;
}

/** Classes of rows and of columns by which a quota tells edges apart; nothing if there are too many. */
function classesOf(
  { rows, columns, columnAt }: QuotaProblem,
  rowAt: Int32Array,
  isInside: Uint8Array,
): Classes | undefined {
  const byRow = profiles(rows, rowAt, columnAt, isInside);
  const ofRow = mergeProfiles(byRow, columns);
  if (ofRow === undefined) return undefined;
  const classAt = rowAt.map((row) => ofRow[row]!);
  const ofColumn = mergeProfiles(profiles(columns, columnAt, classAt, isInside), MOST_CLASSES);
  return ofColumn === undefined ? undefined : { ofRow, ofColumn };
}

/** For each node the other ends of its edges, each twice the index plus whether the edge is inside. */
function profiles(
  nodes: number,
  nodeAt: Int32Array,
  otherAt: Int32Array,
  isInside: Uint8Array,
): readonly (readonly number[])[] {
  const lists = Array.from({ length: nodes }, (): number[] => []);
  nodeAt.forEach((node, edge) => lists[node]!.push(2 * otherAt[edge]! + isInside[edge]!));
  return lists;
}

/** Puts each node into the class with which it agrees most often and never disagrees. */
function mergeProfiles(lists: readonly (readonly number[])[], others: number): Int32Array | undefined {
  const classOf = new Int32Array(lists.length);
  const merged: Int8Array[] = [];
  for (const [node, list] of lists.entries()) {
    let chosen = -1;
    let most = -1;
    for (const [index, profile] of merged.entries()) {
      const agreed = agreement(profile, list);
      if (agreed > most) [most, chosen] = [agreed, index];
    }
    if (chosen < 0) {
      if (merged.length === MOST_CLASSES) return undefined;
      chosen = merged.push(new Int8Array(others).fill(-1)) - 1;
    }
    const profile = merged[chosen]!;
    for (const entry of list) profile[entry >> 1] = entry & 1;
    classOf[node] = chosen;
  }
  return classOf;
}

/** In how many places both say the same; -1 if they say different things anywhere. */
function agreement(profile: Int8Array, list: readonly number[]): number {
  let agreed = 0;
  for (const entry of list) {
    const known = profile[entry >> 1]!;
    if (known < 0) continue;
    if (known !== (entry & 1)) return -1;
    agreed += 1;
  }
  return agreed;
}
