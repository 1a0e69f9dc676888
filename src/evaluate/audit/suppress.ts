import type { Count } from "../statistics/proportions.ts";

/**
 * Why a figure is hidden. `small`: so few reached the stage, or did not, that it would tell about them one by one.
 * `unanimous`: all or none of a small group did, so the figure tells everybody's outcome. `complement`: it, or
 * its own reason, would give a hidden figure of its side away.
 */
export type Hidden = "small" | "unanimous" | "complement";

export interface HidingLimits {
  /** Groups of fewer people are not told apart. */
  readonly minimumGroup: number;
  /** Fewer people than this are not counted. */
  readonly minimumCount: number;
}

/** Why the counts of one stage are hidden, group by group. */
export type HiddenStage = (Hidden | undefined)[];

/**
 * Which counts of a side are hidden: `table[stage][group]`, stages in the order of the funnel. Taken to be known are the sizes of groups, the whole of each stage, since the result
 * tells it, all that is shown, and these reasons. A count stays hidden only if at least two values of it fit all that.
 *
 * Where everybody or nobody of all groups reached a stage, the whole tells each count anyway, and nothing is hidden there.
 */
export function hiddenCounts(table: readonly (readonly Count[])[], limits: HidingLimits): readonly HiddenStage[] {
  const hidden = table.map((counts) => ownReasons(counts, limits));
  for (;;) {
    const cell = allCells(table).find((each) => isHidden(hidden, each) && !isSafe({ table, hidden, limits }, each));
    if (cell === undefined || !hideMore({ table, hidden, limits }, cell)) return hidden;
  }
}

function ownReasons(counts: readonly Count[], limits: HidingLimits): HiddenStage {
  return isOpen(counts) ? counts.map((count) => reasonToHide(count, limits)) : counts.map(() => undefined);
}

/** Whether the whole of a stage leaves open who reached it. */
function isOpen(counts: readonly Count[]): boolean {
  const [reached, people] = [total(counts.map(({ k }) => k)), total(counts.map(({ n }) => n))];
  return reached > 0 && reached < people;
}

interface Cell {
  readonly stage: number;
  readonly group: number;
}

interface Funnel {
  readonly table: readonly (readonly Count[])[];
  readonly hidden: readonly HiddenStage[];
  readonly limits: HidingLimits;
}

/**
 * Hides one more count, or why one is hidden, so that less follows about a cell: the first that makes it safe, of its own
 * stage and of small groups before others; if none does, the first of all. False where nothing is left to hide.
 */
function hideMore(funnel: Funnel, cell: Cell): boolean {
  const { table, hidden } = funnel;
  const far = ({ stage }: Cell): number => Math.abs(stage - cell.stage);
  const shown = allCells(table)
    .filter((each) => !isHidden(hidden, each) && isOpen(table[each.stage] ?? []))
    .sort((a, b) => far(a) - far(b) || countAt(table, a).n - countAt(table, b).n);
  // a reason is kept back only where hiding another count of the stage does not help
  const near = shown.filter((each) => far(each) === 0);
  const reasons = allCells(table)
    .filter((each) => isHidden(hidden, each) && hidden[each.stage]?.[each.group] !== "complement")
    .sort((a, b) => far(a) - far(b) || Number(b.group === cell.group) - Number(a.group === cell.group));
  const tries = [...near, ...reasons, ...shown.filter((each) => far(each) > 0)];
  const next = tries.find((each) => isSafe({ ...funnel, hidden: hiding(hidden, each) }, cell)) ?? tries[0];
  if (next === undefined) return false;
  const stage = hidden[next.stage];
  if (stage !== undefined) stage[next.group] = "complement";
  return true;
}

function hiding(hidden: readonly HiddenStage[], { stage, group }: Cell): readonly HiddenStage[] {
  return hidden.map((reasons, at) => (at === stage ? reasons.with(group, "complement") : reasons));
}

/**
 * Whether a second value of a hidden count fits all that is shown: some people of its group and as many of another group
 * change places in a run of stages where both are hidden. All else stays as it is, so what is found is a whole table.
 */
function isSafe(funnel: Funnel, { stage, group }: Cell): boolean {
  const { table, hidden } = funnel;
  const others = (table[stage] ?? []).flatMap((_, other) => (other === group ? [] : [other]));
  return others.some((other) => {
    const isOpenAt = (at: number): boolean => hidden[at]?.[group] !== undefined && hidden[at][other] !== undefined;
    for (let first = stage; first >= 0 && isOpenAt(first); first -= 1) {
      for (let last = stage; last < table.length && isOpenAt(last); last += 1) {
        if (canExchange(funnel, [group, other], [first, last])) return true;
      }
    }
    return false;
  });
}

/** Whether as many people more of the one group and fewer of the other, or the other way round, fit in a run of stages. */
function canExchange(
  funnel: Funnel,
  [group, other]: readonly [number, number],
  [first, last]: readonly [first: number, last: number],
): boolean {
  const most = Math.max(countAt(funnel.table, { stage: first, group }).n, 1);
  for (let step = 1; step <= most; step += 1) {
    for (const change of [step, -step]) {
      if (fits(funnel, group, [first, last], change) && fits(funnel, other, [first, last], -change)) return true;
    }
  }
  return false;
}

function fits(
  { table, hidden, limits }: Funnel,
  group: number,
  run: readonly [number, number],
  change: number,
): boolean {
  const [first, last] = run;
  const at = (stage: number): Count => countAt(table, { stage, group });
  if (at(first).k + change > roof(table, { stage: first, group })) return false;
  if (at(last).k + change < floor(table, { stage: last, group })) return false;
  for (let stage = first; stage <= last; stage += 1) {
    const reason = hidden[stage]?.[group];
    const { k, n } = at(stage);
    if (reason !== "complement" && reasonToHide({ k: k + change, n }, limits) !== reason) return false;
  }
  return true;
}

/** The most that a count can be: who reached the nearest stage before that holds all of them in every group. */
function roof(table: Funnel["table"], { stage, group }: Cell): number {
  const before = table.slice(0, stage).findLastIndex((counts) => holds(counts, table[stage] ?? []));
  return before < 0 ? countAt(table, { stage, group }).n : countAt(table, { stage: before, group }).k;
}

/** The least that a count can be: who reached the next stage that it holds in every group. */
function floor(table: Funnel["table"], { stage, group }: Cell): number {
  const after = table.findIndex((counts, at) => at > stage && holds(table[stage] ?? [], counts));
  return after < 0 ? 0 : countAt(table, { stage: after, group }).k;
}

/** Whether a stage can hold another, group by group: who rated is among those who met only as far as people say so. */
function holds(counts: readonly Count[], others: readonly Count[]): boolean {
  return counts.every(({ k }, group) => k >= (others[group]?.k ?? 0));
}

function allCells(table: Funnel["table"]): readonly Cell[] {
  return table.flatMap((counts, stage) => counts.map((_, group) => ({ stage, group })));
}

function isHidden(hidden: Funnel["hidden"], { stage, group }: Cell): boolean {
  return hidden[stage]?.[group] !== undefined;
}

function countAt(table: Funnel["table"], { stage, group }: Cell): Count {
  return table[stage]?.[group] ?? { k: 0, n: 0 };
}

/** Why a count is hidden for its own sake, if it is. */
export function reasonToHide({ k, n }: Count, { minimumGroup, minimumCount }: HidingLimits): Hidden | undefined {
  if (n === 0) return undefined;
  if (n < minimumGroup) return "small";
  if (k === 0 || k === n) return n < 2 * minimumGroup ? "unanimous" : undefined;
  return k < minimumCount || n - k < minimumCount ? "small" : undefined;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
