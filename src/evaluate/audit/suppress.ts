import type { Count } from "../statistics/proportions.ts";

/**
 * Why a figure is hidden. `small`: so few reached the stage, or did not, that it would tell about them one by one.
 * `unanimous`: all or none of a small group did, so the figure tells everybody's outcome. `complement`: it would give another
 * hidden figure away by subtraction.
 */
export type Hidden = "small" | "unanimous" | "complement";

export interface HidingLimits {
  /** Groups of fewer people are not told apart. */
  readonly minimumGroup: number;
  /** Fewer people than this are not counted. */
  readonly minimumCount: number;
}

/**
 * Which counts of one stage are hidden. The whole of the stage is taken to be known, since the result tells it, and so is
 * this rule: a count stays hidden only if at least two values of it fit all that is shown. Where everybody or nobody of all
 * groups reached the stage, the whole tells each count anyway, and nothing is hidden.
 */
export function hiddenCounts(counts: readonly Count[], limits: HidingLimits): readonly (Hidden | undefined)[] {
  const [reached, people] = [total(counts.map(({ k }) => k)), total(counts.map(({ n }) => n))];
  if (reached === 0 || reached === people) return counts.map(() => undefined);
  const hidden = counts.map((count) => reasonToHide(count, limits));
  for (;;) {
    const domains = counts.map((count, place) => domainOf(count, hidden[place], limits));
    const isTold = hidden.some((reason, place) => reason !== undefined && valuesThatFit(domains, reached, place) < 2);
    const next = smallestShown(counts, hidden);
    if (!isTold || next === undefined) return hidden;
    hidden[next] = "complement";
  }
}

/** Why a count is hidden for its own sake, if it is. */
export function reasonToHide({ k, n }: Count, { minimumGroup, minimumCount }: HidingLimits): Hidden | undefined {
  if (n === 0) return undefined;
  if (n < minimumGroup) return "small";
  if (k === 0 || k === n) return n < 2 * minimumGroup ? "unanimous" : undefined;
  return k < minimumCount || n - k < minimumCount ? "small" : undefined;
}

/** The values that a count may have, for who sees what is shown of it and knows why. */
function domainOf({ k, n }: Count, reason: Hidden | undefined, limits: HidingLimits): readonly number[] {
  if (reason === undefined) return [k];
  const own = reason === "complement" ? undefined : reason;
  return Array.from({ length: n + 1 }, (_, value) => value).filter(
    (value) => reasonToHide({ k: value, n }, limits) === own,
  );
}

/** How many values of one count can be part of the whole. */
function valuesThatFit(domains: readonly (readonly number[])[], whole: number, place: number): number {
  let sums = new Set([0]);
  domains.forEach((domain, other) => {
    if (other === place) return;
    const longer = new Set<number>();
    for (const sum of sums) for (const value of domain) if (sum + value <= whole) longer.add(sum + value);
    sums = longer;
  });
  return (domains[place] ?? []).filter((value) => sums.has(whole - value)).length;
}

function smallestShown(counts: readonly Count[], hidden: readonly (Hidden | undefined)[]): number | undefined {
  const shown = counts.map(({ n }, place) => ({ n, place })).filter(({ place }) => hidden[place] === undefined);
  return shown.sort((a, b) => a.n - b.n || a.place - b.place)[0]?.place;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
