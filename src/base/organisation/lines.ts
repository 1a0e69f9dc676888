import type { OrgChart } from "./chart.ts";

/** How far a dotted line counts as a reporting line. */
export type DottedLines = "path" | "direct" | "ignore";

/**
 * A test whether an upward path leads from a person to a manager, for the `people` who will be asked about.
 *
 * `ignore`: over solid lines only. `direct`: also when one is a dotted-line manager of the other. `path`: over solid and
 * dotted lines in any mixture, to any depth; people on a cycle are above each other. Never true of oneself.
 *
 * A path either is solid all the way, which the chart answers by an interval, or it leaves the solid chain by dotted
 * lines, the last of which ends at some person: its target. So for each asked person it is enough to keep the targets
 * that can be reached (few, since dotted lines are few), and the test costs one interval check for each.
 */
export function reportingLineTest(
  chart: OrgChart,
  people: Iterable<number>,
  dottedLines: DottedLines,
): (manager: number, person: number) => boolean {
  const { isAbove } = chart;
  if (dottedLines === "ignore" || chart.dottedOf.every((dotted) => dotted.length === 0)) return isAbove;
  if (dottedLines === "direct") {
    return (manager, person) => isAbove(manager, person) || chart.dottedOf[person]!.includes(manager);
  }
  const targetsOf = dottedTargets(chart, people);
  return (manager, person) => {
    if (manager === person) return false;
    if (isAbove(manager, person)) return true;
    const targets = targetsOf.get(person);
    if (targets === undefined) return false;
    for (const target of targets) if (target === manager || isAbove(manager, target)) return true;
    return false;
  };
}

/** For each of `people` who can reach any: the ends of dotted lines, without those that lie above another one. */
function dottedTargets(chart: OrgChart, people: Iterable<number>): ReadonlyMap<number, Int32Array> {
  const nearest = nearestWithDotted(chart);
  const targetsOf = new Map<number, Int32Array>();
  for (const person of people) {
    const targets = new Set<number>();
    const visited = new Set<number>();
    const todo = [nearest[person]!];
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      if (at < 0 || visited.has(at)) continue;
      visited.add(at);
      if (chart.managerOf[at]! >= 0) todo.push(nearest[chart.managerOf[at]!]!);
      for (const target of chart.dottedOf[at]!) {
        targets.add(target);
        todo.push(nearest[target]!);
      }
    }
    const lowest = [...targets].filter(
      (target) => !chart.isAbove(target, person) && ![...targets].some((other) => chart.isAbove(target, other)),
    );
    if (lowest.length > 0) targetsOf.set(person, Int32Array.from(lowest).sort());
  }
  return targetsOf;
}

/** Nearest person on the solid chain from each person upward, themselves included, who has dotted lines; -1 for none. */
function nearestWithDotted({ size, managerOf, dottedOf }: OrgChart): Int32Array {
  const UNKNOWN = -2;
  const nearest = new Int32Array(size).fill(UNKNOWN);
  const chain: number[] = [];
  for (let start = 0; start < size; start++) {
    let person = start;
    while (person >= 0 && nearest[person] === UNKNOWN && dottedOf[person]!.length === 0) {
      chain.push(person);
      person = managerOf[person]!;
    }
    const found = person < 0 ? -1 : nearest[person] === UNKNOWN ? person : nearest[person]!;
    if (person >= 0) nearest[person] = found;
    for (const below of chain.splice(0)) nearest[below] = found;
  }
  return nearest;
}
