/** How many of a group reached each stage, in the order of the funnel. */
export type Chain = readonly number[];

/** What is shown of a group: its size, and by stage the count or why it is hidden. */
export interface ShownGroup {
  readonly n: number;
  readonly cells: readonly (number | string)[];
}

/** A count encoded by stage; counts stay below 100. */
const coded = (chain: Chain): number => chain.reduce((code, count) => code * 100 + count, 0);

function chainsOf(n: number, stages: number): readonly Chain[] {
  if (stages === 0) return [[]];
  return Array.from({ length: n + 1 }, (_, count) => count).flatMap((count) =>
    chainsOf(count, stages - 1).map((rest) => [count, ...rest]),
  );
}

/**
 * By enumeration of every table: the values that each hidden count can have, given the sizes, the wholes of the stages and
 * what is shown. `canBe` says whether a count of so many can have a reason.
 */
export function valuesThatFit(
  groups: readonly ShownGroup[],
  wholes: Chain,
  canBe: (reason: string, k: number, n: number) => boolean,
): readonly (readonly ReadonlySet<number>[])[] {
  const chains = groups.map(({ n, cells }) =>
    chainsOf(n, wholes.length).filter((chain) =>
      cells.every((cell, stage) => {
        const k = chain[stage] ?? 0;
        return typeof cell === "number" ? k === cell : canBe(cell, k, n);
      }),
    ),
  );
  const whole = coded(wholes);
  return groups.map((_, place) => {
    const found = wholes.map(() => new Set<number>());
    const [first = [[]], second = [[]]] = chains.filter((_own, at) => at !== place).map((each) => each.map(coded));
    const sums = new Set<number>();
    for (const a of first) for (const b of second) sums.add(Number(a) + Number(b));
    for (const chain of chains[place] ?? []) {
      if (sums.has(whole - coded(chain))) chain.forEach((count, stage) => found[stage]?.add(count));
    }
    return found;
  });
}
