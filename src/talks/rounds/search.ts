import { type Colouring, emptyColouring, isFree, put, take } from "./colouring.ts";
import type { TalkGraph } from "./graph.ts";

/** What a search is for. */
export interface SearchTask {
  readonly graph: TalkGraph;
  readonly rounds: number;
  /** Whether talk `t` may be in round `r`, at `t * rounds + r`. */
  readonly mayBe: Uint8Array;
  /** A plan to begin with: the round of each talk, -1 for none. */
  readonly start: Int32Array;
  /** Talks that any plan leaves. */
  readonly leftBound: number;
  /** Most steps: looks at a talk in a round. */
  readonly work: number;
}

export interface SearchResult {
  /** Round of each talk; -1 for those that are left. */
  readonly roundAt: Int32Array;
  readonly left: number;
  /** Whether no plan leaves fewer. */
  readonly isProved: boolean;
}

/** Marks a talk that the branch at hand leaves. */
const LEFT = -2;

/**
 * The plan that leaves fewest talks: all plans are tried, the talk with the fewest rounds first, branches that cannot leave
 * fewer than the best plan so far cut off. Ends when the work is used up.
 */
export function searchPlan(task: SearchTask): SearchResult {
  const { graph, rounds, leftBound } = task;
  const colouring = emptyColouring(graph, rounds);
  let best = task.start.slice();
  let fewest = countLeft(best);
  let work = task.work;
  const optionsOf = (talk: number): readonly number[] => {
    work -= rounds;
    return roundsFor(task, colouring, talk);
  };
  const isDone = (): boolean => fewest <= leftBound || work <= 0;
  const branch = (left: number): void => {
    if (isDone()) return;
    const open = graph.talks.flatMap((_, talk) =>
      colouring.roundAt[talk] === -1 ? [{ talk, options: optionsOf(talk) }] : [],
    );
    const lost = open.filter(({ options }) => options.length === 0).length;
    if (left + Math.max(lost, crowded(graph, colouring, open)) >= fewest) return;
    const able = open.filter(({ options }) => options.length > 0);
    const next = able.reduce<(typeof able)[number] | undefined>(
      (least, each) => (least === undefined || each.options.length < least.options.length ? each : least),
      undefined,
    );
    if (next === undefined) {
      best = colouring.roundAt.map((round) => Math.max(-1, round));
      fewest = left + lost;
      return;
    }
    for (const round of next.options) {
      put(graph, colouring, next.talk, round);
      branch(left);
      take(graph, colouring, next.talk);
      if (isDone()) return;
    }
    colouring.roundAt[next.talk] = LEFT;
    branch(left + 1);
    colouring.roundAt[next.talk] = -1;
  };
  branch(0);
  return { roundAt: best, left: fewest, isProved: fewest <= leftBound || work > 0 };
}

/** Rounds that are open to a talk. */
export function roundsFor(
  { graph, rounds, mayBe }: Pick<SearchTask, "graph" | "rounds" | "mayBe">,
  colouring: Colouring,
  talk: number,
): readonly number[] {
  const [mentee, mentor] = [graph.menteeAt[talk] ?? 0, graph.mentorAt[talk] ?? 0];
  const open: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const may = mayBe[talk * rounds + round] === 1;
    if (may && isFree(colouring, mentee, round) && isFree(colouring, mentor, round)) open.push(round);
  }
  return open;
}

/** Talks that the people of one side have too few rounds for, whatever comes: of each, talks less rounds open to any. */
function crowded(
  { menteeAt, mentorAt }: TalkGraph,
  { rounds }: Colouring,
  open: readonly { readonly talk: number; readonly options: readonly number[] }[],
): number {
  const over = (personAt: Int32Array): number => {
    const known = new Map<number, { talks: number; readonly rounds: Set<number> }>();
    for (const { talk, options } of open) {
      const person = personAt[talk] ?? -1;
      const own = known.get(person) ?? { talks: 0, rounds: new Set<number>() };
      own.talks += 1;
      if (own.rounds.size < rounds) for (const round of options) own.rounds.add(round);
      known.set(person, own);
    }
    return [...known.values()].reduce((sum, each) => sum + Math.max(0, each.talks - each.rounds.size), 0);
  };
  return Math.max(over(menteeAt), over(mentorAt));
}

export function countLeft(roundAt: Int32Array): number {
  return roundAt.reduce((left, round) => left + (round < 0 ? 1 : 0), 0);
}
