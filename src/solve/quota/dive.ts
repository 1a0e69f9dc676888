import type { Engine } from "../engine.ts";
import { boundPart, type Bounded, type Part, type Stop } from "./bound-part.ts";
import type { Aim, Instance } from "./instance.ts";
import { keepPossible, openBeside, partOf, sharesOf } from "./search.ts";

/** Shares from here on are taken for certain. */
const CERTAIN = 1 - 1e-6;

/**
 * Looks for a fit choice by taking the master's word: requires all edges that it is certain of, and the one of which it
 * is nearly so, and bounds what is left, until the choice is made or nothing above the threshold remains. It proves
 * nothing, and may find nothing; `stop.onFit` is told what it finds. Returns its work.
 */
export function* dive(
  instance: Instance,
  aim: Aim,
  root: { readonly part: Part; readonly required: ReadonlySet<number> },
  stop: Stop,
): Engine<number> {
  let { part, required } = root;
  let work = 0;
  const found = { isGood: false };
  const onFit: Stop["onFit"] = (choice) => {
    found.isGood ||= choice.value >= stop.least;
    stop.onFit(choice);
  };
  for (;;) {
    const steps = boundPart(instance, aim, part, { ...stop, onFit, mostWork: stop.mostWork - work });
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield work + step.value;
    const bounded = step.value;
    work += bounded.work;
    const { best } = bounded;
    if (found.isGood || best === undefined || best.bound < aim.scale * stop.least || work >= stop.mostWork) return work;
    const further = requireMore(required, bounded);
    if (further.size === required.size) return work;
    required = further;
    const possible = yield* keepPossible(instance, aim, part.live, best, stop.least - 1);
    const edges = yield* openBeside(instance, possible, required);
    part = yield* partOf(instance, edges, required, bounded);
  }
}

/** The required edges, those with a certain share, and the one with the largest share below. */
function requireMore(required: ReadonlySet<number>, bounded: Bounded): ReadonlySet<number> {
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
