import { at } from "../../base/at.ts";
import type { TersineIssue } from "../../base/error.ts";

/**
 * Sorts issues by where they stand in the document: list positions ascending, fields in the order in which the document
 * writes them, fields that it lacks after those that it has, and what concerns a whole before what concerns its parts.
 */
export function inDocumentOrder(issues: readonly TersineIssue[], document: unknown): readonly TersineIssue[] {
  const rankOf = keyRanks();
  const placed = issues.map((issue) => ({ issue, ranks: ranksAlong(issue.path, document, rankOf) }));
  placed.sort((a, b) => compareRanks(a.ranks, b.ranks));
  return placed.map(({ issue }) => issue);
}

/** Rank of a key among the keys of an object; remembered for each object, as many issues may concern one. */
function keyRanks(): (parent: object, key: string) => number {
  const ranks = new Map<object, ReadonlyMap<string, number>>();
  return (parent, key) => {
    if (Array.isArray(parent)) return Number(key);
    let known = ranks.get(parent);
    if (known === undefined) {
      known = new Map(Object.keys(parent).map((each, rank) => [each, rank]));
      ranks.set(parent, known);
    }
    return known.get(key) ?? Number.MAX_SAFE_INTEGER;
  };
}

function ranksAlong(path: string, document: unknown, rankOf: (parent: object, key: string) => number): number[] {
  const ranks: number[] = [];
  let value = document;
  for (const escaped of path.split("/").slice(1)) {
    const key = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null) {
      ranks.push(0);
      continue;
    }
    ranks.push(rankOf(value, key));
    value = Reflect.get(value, key);
  }
  return ranks;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const common = Math.min(a.length, b.length);
  for (let place = 0; place < common; place++) {
    const difference = at(a, place) - at(b, place);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
