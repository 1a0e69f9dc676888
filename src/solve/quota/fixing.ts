import { countedOn, type Steps } from "../../base/steps.ts";
import { boundPart, type Bounded, type Stop } from "./bound-part.ts";
import { sharesOf } from "./branch.ts";
import type { Aim, Instance } from "./instance.ts";
import { keepPossible, partOf, type Case } from "./search.ts";

/** Shares from here on are taken for certain. */
const CERTAIN = 1 - 1e-6;

/**
 * Looks for a fit choice by taking the master's word: requires all edges that it is certain of, and the one of which it
 * is nearly so, and bounds what is left, until the choice is made or nothing above the threshold remains. It proves
 * nothing, and may find nothing; `stop.onFit` is told what it finds. Returns its work.
 */
export function* fixEdges(instance: Instance, aim: Aim, root: Case, stop: Stop): Steps<number, number> {
  let next = root;
  let work = 0;
  const found = { isGood: false };
  const onFit: Stop["onFit"] = (choice) => {
    found.isGood ||= choice.value >= stop.least;
    stop.onFit(choice);
  };
  for (;;) {
    const part = partOf(instance, next);
    const left = { ...stop, onFit, mostWork: stop.mostWork - work };
    const bounded = yield* countedOn(work, boundPart(instance, aim, part, left));
    work += bounded.work;
    const { best } = bounded;
    if (found.isGood || best === undefined || best.bound < aim.scale * stop.least || work >= stop.mostWork) return work;
    const required = requireMore(next.required, bounded);
    if (required.size === next.required.size) return work;
    const edges = keepPossible(instance, aim, part.live, best, stop.least - aim.step);
    next = { ...next, edges, required, known: bounded };
  }
}

/** The required edges, those with a certain share, and the one with the largest share below. */
export function requireMore(required: ReadonlySet<number>, bounded: Bounded): ReadonlySet<number> {
  const further = new Set(required);
  let nearest = -1;
  let largest = 0;
  for (const [edge, share] of sharesOf(bounded)) {
    if (share >= CERTAIN) further.add(edge);
    else if (share > largest || (share === largest && edge < nearest)) [nearest, largest] = [edge, share];
  }
  if (nearest >= 0) further.add(nearest);
  return further;
}
