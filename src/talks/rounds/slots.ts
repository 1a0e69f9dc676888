import { alternatingPath, type Colouring, emptyColouring, isFree, put, take, turnOver } from "./colouring.ts";
import { roundsFor, type SearchTask } from "./search.ts";

type SlotTask = Pick<SearchTask, "graph" | "rounds" | "mayBe">;

/** How many talks may be moved one after the other to make room for one more. */
const MOVES = 3;

/**
 * A plan within slots that some people cannot make, without a promise: talks with the fewest slots first, each into a slot
 * that is free for both, or by turning over an alternating path whose talks may all move, or by moving others on. What is
 * left is tried again as long as that places more.
 *
 * @param work Most tries of moves
 */
export function planInSlots(task: SlotTask, work: number): Colouring {
  const { graph, rounds, mayBe } = task;
  const colouring = emptyColouring(graph, rounds);
  const slotsOf = (talk: number): number =>
    mayBe.subarray(talk * rounds, (talk + 1) * rounds).reduce((sum, may) => sum + may, 0);
  let open = [...graph.talks.keys()]
    .filter((talk) => slotsOf(talk) > 0)
    .sort((a, b) => slotsOf(a) - slotsOf(b) || a - b);
  const budget = { work };
  for (let before = open.length + 1; open.length > 0 && open.length < before;) {
    before = open.length;
    open = open.filter((talk) => !placeInSlot(task, colouring, talk, budget));
  }
  return colouring;
}

function placeInSlot(task: SlotTask, colouring: Colouring, talk: number, budget: { work: number }): boolean {
  const [slot] = roundsFor(task, colouring, talk);
  if (slot !== undefined) {
    put(task.graph, colouring, talk, slot);
    return true;
  }
  return placeByPath(task, colouring, talk) || placeByMoves(task, colouring, talk, MOVES, budget);
}

/** Makes a slot free for both by turning over a path of two slots in which every talk may move. */
function placeByPath(task: SlotTask, colouring: Colouring, talk: number): boolean {
  const { graph, rounds, mayBe } = task;
  const ends = [graph.menteeAt[talk] ?? 0, graph.mentorAt[talk] ?? 0] as const;
  for (const [one, another] of [ends, [ends[1], ends[0]] as const]) {
    for (let slot = 0; slot < rounds; slot += 1) {
      if (mayBe[talk * rounds + slot] !== 1 || !isFree(colouring, one, slot)) continue;
      for (let other = 0; other < rounds; other += 1) {
        if (other === slot || !isFree(colouring, another, other)) continue;
        const { talks, end } = alternatingPath(graph, colouring, another, [slot, other]);
        const canMove = talks.every((each) => {
          const to = colouring.roundAt[each] === slot ? other : slot;
          return mayBe[each * rounds + to] === 1;
        });
        if (end === one || !canMove) continue;
        turnOver(graph, colouring, talks, [slot, other]);
        put(graph, colouring, talk, slot);
        return true;
      }
    }
  }
  return false;
}

/** Takes a slot from one or two other talks, which then find another one in the same way. */
function placeByMoves(
  task: SlotTask,
  colouring: Colouring,
  talk: number,
  moves: number,
  budget: { work: number },
): boolean {
  const { graph, rounds, mayBe } = task;
  const [mentee, mentor] = [graph.menteeAt[talk] ?? 0, graph.mentorAt[talk] ?? 0];
  if (moves === 0) return false;
  for (let slot = 0; slot < rounds; slot += 1) {
    if (mayBe[talk * rounds + slot] !== 1 || budget.work <= 0) continue;
    budget.work -= 1;
    const before = { roundAt: colouring.roundAt.slice(), talkAt: colouring.talkAt.slice() };
    const moved = [mentee, mentor].map((person) => colouring.talkAt[person * rounds + slot] ?? -1);
    const others = [...new Set(moved)].filter((each) => each >= 0);
    for (const each of others) take(graph, colouring, each);
    put(graph, colouring, talk, slot);
    const isPlaced = others.every((each) => {
      const [next] = roundsFor(task, colouring, each);
      if (next === undefined) return placeByMoves(task, colouring, each, moves - 1, budget);
      put(graph, colouring, each, next);
      return true;
    });
    if (isPlaced) return true;
    colouring.roundAt.set(before.roundAt);
    colouring.talkAt.set(before.talkAt);
  }
  return false;
}

/**
 * Talks that any plan leaves: of each person at least those beyond the largest number that fits into their slots, each talk
 * in one where both are free; summed over a side, since a talk has one person of each.
 */
export function fewestLeft({ graph, rounds, mayBe }: SlotTask): number {
  const over = (personAt: Int32Array): number => {
    const own = new Map<number, number[]>();
    graph.talks.forEach((_, talk) => {
      const person = personAt[talk] ?? -1;
      own.set(person, [...(own.get(person) ?? []), talk]);
    });
    return [...own.values()].reduce((sum, talks) => sum + talks.length - mostInSlots(talks, rounds, mayBe), 0);
  };
  const lost = graph.talksOf.reduce(
    (most, talks) => Math.max(most, talks.length - mostInSlots(talks, rounds, mayBe)),
    0,
  );
  return Math.max(over(graph.menteeAt), over(graph.mentorAt), lost);
}

/** The most talks of one person that find a slot each: augmenting paths (Kuhn, 1955). */
function mostInSlots(talks: readonly number[], rounds: number, mayBe: Uint8Array): number {
  const talkIn = new Int32Array(rounds).fill(-1);
  const seat = (talk: number, seen: Set<number>): boolean => {
    for (let slot = 0; slot < rounds; slot += 1) {
      if (mayBe[talk * rounds + slot] !== 1 || seen.has(slot)) continue;
      seen.add(slot);
      const holder = talkIn[slot] ?? -1;
      if (holder >= 0 && !seat(holder, seen)) continue;
      talkIn[slot] = talk;
      return true;
    }
    return false;
  };
  return talks.filter((talk) => seat(talk, new Set())).length;
}
