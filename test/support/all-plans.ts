import type { MatchInput, MatchOptions } from "../../src/index.ts";
import { graphOf, pairText } from "./graph-of.ts";

/** A choice of candidate pairs that keeps all capacities and minimum loads. */
export interface Plan {
  /** Pairs as text. */
  readonly pairs: ReadonlySet<string>;
  /** People with a partner, counted once for each side. */
  readonly placed: number;
  readonly total: number;
}

/** All plans of a small programme, by trying every set of candidate pairs. */
export function allPlans(input: MatchInput, options: MatchOptions): readonly Plan[] {
  const { program, graph } = graphOf(input, options);
  const edges = program.mentees.flatMap((mentee, row) =>
    Array.from(graph.columnAt.subarray(graph.rowStart[row], graph.rowStart[row + 1]), (column, place) => {
      const mentor = program.mentors[column]!;
      const score = graph.scoreAt[graph.rowStart[row]! + place]!;
      return { mentor, mentee, score, text: pairText(mentor.id, mentee.id) };
    }),
  );
  const everybody = [...program.mentors, ...program.mentees];
  const load = new Map<object, number>(everybody.map((person) => [person, 0]));
  const plans: Plan[] = [];
  const taken: string[] = [];
  const decide = (at: number, total: number): void => {
    const edge = edges[at];
    if (edge === undefined) {
      if (!everybody.every((person) => load.get(person)! >= person.minimumLoad)) return;
      const placed = everybody.filter((person) => load.get(person)! > 0).length;
      plans.push({ pairs: new Set(taken), placed, total });
      return;
    }
    decide(at + 1, total);
    const { mentor, mentee } = edge;
    if (load.get(mentor)! >= mentor.capacity || load.get(mentee)! >= mentee.capacity) return;
    for (const person of [mentor, mentee]) load.set(person, load.get(person)! + 1);
    taken.push(edge.text);
    decide(at + 1, total + edge.score);
    taken.pop();
    for (const person of [mentor, mentee]) load.set(person, load.get(person)! - 1);
  };
  decide(0, 0);
  return plans;
}
