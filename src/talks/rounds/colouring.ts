import { mostTalks, type TalkGraph } from "./graph.ts";

/** Talks put into rounds so that nobody talks twice in one. */
export interface Colouring {
  /** Round of each talk; -1 for none. */
  readonly roundAt: Int32Array;
  /** Talk that a person has in a round at `person * rounds + round`; -1 for none. */
  readonly talkAt: Int32Array;
  readonly rounds: number;
}

export function emptyColouring({ talks, people }: TalkGraph, rounds: number): Colouring {
  return {
    roundAt: new Int32Array(talks.length).fill(-1),
    talkAt: new Int32Array(people.length * rounds).fill(-1),
    rounds,
  };
}

/**
 * Puts talks into `rounds` rounds: an edge colouring by alternating paths. A talk goes into a round that is free for both;
 * else the path that alternates between a round free for the one and a round free for the other is turned over.
 *
 * If no circle of talks has an odd number of people, and nobody has more talks than there are rounds, the path never comes
 * back to where it began, and every talk finds a round (König, 1916). Takes O(talks × people). With people on both sides
 * circles may be odd: then some talks may be left out although there is room.
 *
 * @returns Talks that found no round
 */
export function colourByPaths(graph: TalkGraph, colouring: Colouring): readonly number[] {
  return graph.talks.flatMap((_, talk) => (placeTalk(graph, colouring, talk) ? [] : [talk]));
}

function placeTalk(graph: TalkGraph, colouring: Colouring, talk: number): boolean {
  const [mentee, mentor] = [graph.menteeAt[talk] ?? 0, graph.mentorAt[talk] ?? 0];
  const both = firstRound(colouring, (round) => isFree(colouring, mentee, round) && isFree(colouring, mentor, round));
  if (both >= 0) {
    put(graph, colouring, talk, both);
    return true;
  }
  for (let own = 0; own < colouring.rounds; own += 1) {
    if (!isFree(colouring, mentee, own)) continue;
    for (let other = 0; other < colouring.rounds; other += 1) {
      if (!isFree(colouring, mentor, other)) continue;
      // from the mentor along `own`, `other`, `own` …: after it is turned over the mentor is free in `own`
      const path = alternatingPath(graph, colouring, mentor, [own, other]);
      if (path.end === mentee) continue;
      turnOver(graph, colouring, path.talks, [own, other]);
      put(graph, colouring, talk, own);
      return true;
    }
  }
  return false;
}

/** The talks from `start` that are in `first`, then in `second`, then in `first` …, and where they end. */
export function alternatingPath(
  graph: TalkGraph,
  { talkAt, rounds }: Colouring,
  start: number,
  [first, second]: readonly [first: number, second: number],
): { readonly talks: readonly number[]; readonly end: number } {
  const talks: number[] = [];
  let person = start;
  for (let round = first; ; round = round === first ? second : first) {
    const talk = talkAt[person * rounds + round] ?? -1;
    if (talk < 0) return { talks, end: person };
    talks.push(talk);
    person = otherOf(graph, talk, person);
    if (person === start) return { talks, end: person };
  }
}

/** Moves each talk of a path from the one of two rounds into the other. */
export function turnOver(
  graph: TalkGraph,
  colouring: Colouring,
  talks: readonly number[],
  [first, second]: readonly [first: number, second: number],
): void {
  const before = talks.map((talk) => colouring.roundAt[talk] ?? -1);
  for (const talk of talks) take(graph, colouring, talk);
  talks.forEach((talk, at) => {
    put(graph, colouring, talk, before[at] === first ? second : first);
  });
}

export function put({ menteeAt, mentorAt }: TalkGraph, colouring: Colouring, talk: number, round: number): void {
  colouring.roundAt[talk] = round;
  colouring.talkAt[(menteeAt[talk] ?? 0) * colouring.rounds + round] = talk;
  colouring.talkAt[(mentorAt[talk] ?? 0) * colouring.rounds + round] = talk;
}

export function take({ menteeAt, mentorAt }: TalkGraph, colouring: Colouring, talk: number): void {
  const round = colouring.roundAt[talk] ?? -1;
  colouring.roundAt[talk] = -1;
  colouring.talkAt[(menteeAt[talk] ?? 0) * colouring.rounds + round] = -1;
  colouring.talkAt[(mentorAt[talk] ?? 0) * colouring.rounds + round] = -1;
}

export function isFree({ talkAt, rounds }: Colouring, person: number, round: number): boolean {
  return (talkAt[person * rounds + round] ?? -1) < 0;
}

export function otherOf({ menteeAt, mentorAt }: TalkGraph, talk: number, person: number): number {
  const mentee = menteeAt[talk] ?? -1;
  return mentee === person ? (mentorAt[talk] ?? -1) : mentee;
}

function firstRound({ rounds }: Colouring, fits: (round: number) => boolean): number {
  for (let round = 0; round < rounds; round += 1) if (fits(round)) return round;
  return -1;
}

/**
 * Rounds that any plan takes: as many as the busiest person has talks; and in a group that is connected, of n people, a
 * round holds at most the whole part of n ÷ 2 talks.
 */
export function fewestRounds(graph: TalkGraph): number {
  const { people, talksOf, talks } = graph;
  const groupOf = new Int32Array(people.length).fill(-1);
  let fewest = mostTalks(graph);
  for (let start = 0; start < people.length; start += 1) {
    if ((groupOf[start] ?? 0) >= 0) continue;
    const queue = [start];
    groupOf[start] = start;
    let ends = 0;
    for (let at = 0; at < queue.length; at += 1) {
      const person = queue[at] ?? 0;
      for (const talk of talksOf[person] ?? []) {
        ends += 1;
        const other = otherOf(graph, talk, person);
        if ((groupOf[other] ?? 0) >= 0) continue;
        groupOf[other] = start;
        queue.push(other);
      }
    }
    fewest = Math.max(fewest, Math.ceil(ends / 2 / Math.max(1, Math.floor(queue.length / 2))));
  }
  return talks.length === 0 ? 0 : fewest;
}
