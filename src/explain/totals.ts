import { at } from "../base/at.ts";
import { loadBounds } from "../model/entries/load-bounds.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import type { SideView } from "./side-view.ts";
import type { ObjectivePrice, Pair, RefusalCount, Totals } from "./result.ts";

/** The figures of a result, recomputed from its pairs. */
export function totalsOf(
  program: Program,
  { columnAt, rules, refusals }: CandidateGraph,
  pairs: readonly Pair[],
  views: { readonly mentor: SideView; readonly mentee: SideView },
  price?: ObjectivePrice,
): Totals {
  const spareOf = (people: readonly { readonly id: string }[], side: "mentor" | "mentee"): Totals["spare"] => {
    const spare: Totals["spare"][number][] = [];
    loadBounds(program)[side].capacity.forEach((capacity, index) => {
      const load = at(views[side].loadOf, index);
      if (load > 0 && load < capacity) spare.push({ id: at(people, index).id, side, places: capacity - load });
    });
    return spare;
  };
  const { mentors, mentees } = program;
  const placedIn = (side: "mentor" | "mentee"): number =>
    views[side].loadOf.reduce((placed, load) => (load > 0 ? placed + 1 : placed), 0);
  return {
    mentors: mentors.length,
    mentees: mentees.length,
    pairs: pairs.length,
    placedMentors: placedIn("mentor"),
    placedMentees: placedIn("mentee"),
    score: pairs.reduce((sum, { score }) => sum + score, 0),
    candidates: columnAt.length,
    refusals: rules.flatMap(({ name }, rule): readonly RefusalCount[] => {
      const [refused, onlyByThis] = [sum(at(refusals.mentees.by, rule)), sum(at(refusals.mentees.onlyBy, rule))];
      return refused === 0 ? [] : [{ rule: name, refused, onlyByThis }];
    }),
    ...(price === undefined ? {} : { price }),
    spare: [...spareOf(mentees, "mentee"), ...spareOf(mentors, "mentor")],
  };
}

function sum(counts: Int32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
