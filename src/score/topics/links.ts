/**
 * A cycle in a directed graph given by its outgoing links, in the direction of the links; empty if there is none. Which
 * cycle is found depends on the order of the map only. O(links), without recursion.
 */
export function findCycle(links: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const settled = new Set<string>();
  for (const root of links.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const open = [[root]];
    while (open.length > 0) {
      const next = open.at(-1)?.pop();
      if (next === undefined) {
        open.pop();
        const done = path.pop();
        if (done === undefined) break;
        onPath.delete(done);
        settled.add(done);
        continue;
      }
      if (onPath.has(next)) return path.slice(path.indexOf(next));
      if (settled.has(next)) continue;
      path.push(next);
      onPath.add(next);
      open.push([...(links.get(next) ?? [])]);
    }
  }
  return [];
}
