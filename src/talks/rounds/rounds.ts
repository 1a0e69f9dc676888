import { throwIssues } from "../../base/error.ts";
import { asPublic } from "../../base/public.ts";
import { isRecord, issue, unknownFields } from "../../base/given.ts";
import type { PairOfIds, TersineIssue } from "../../index.ts";
import { isWhole } from "../issues.ts";
import { colourByPaths, emptyColouring, fewestRounds } from "./colouring.ts";
import { type TalkGraph, talkGraph } from "./graph.ts";
import { countLeft, searchPlan, type SearchTask } from "./search.ts";
import { fewestLeft, planInSlots } from "./slots.ts";

export interface RoundsOptions {
  /** Names of the slots that there are, each once, in the order of time. @default as many rounds as it takes */
  readonly slots?: readonly string[];
  /** Whether somebody can talk in a slot; with `slots` only. @default everybody can in all of them */
  readonly free?: (id: string, slot: string) => boolean;
  readonly limits?: {
    /** Most steps of an exact search. @default 10,000,000 */
    readonly work?: number;
  };
}

/** Who talks with whom at one time. */
export interface TalkRounds {
  /**
   * `optimal`: no plan takes fewer rounds, or, with slots, leaves fewer talks. `feasible`: nobody talks twice at once, and
   * better plans may exist, within `lowerBound` and `leftBound`.
   */
  readonly status: "optimal" | "feasible";
  /** By mentee id, then mentor id. With slots one round for each, in their order; some may be empty. */
  readonly rounds: readonly (readonly PairOfIds[])[];
  /** Rounds that any plan of all talks takes at least. */
  readonly lowerBound: number;
  /** Talks that found no slot; none without slots. */
  readonly left: readonly LeftTalk[];
  /** Talks that any plan within the slots leaves at least. */
  readonly leftBound: number;
}

/** `neverBothFree`: there is no slot in which both can talk. `noSlot`: those slots are taken by other talks of the two. */
export interface LeftTalk extends PairOfIds {
  readonly code: "neverBothFree" | "noSlot";
  readonly en: string;
  readonly tr: string;
}

/** Talks up to which plans in slots are searched for exactly. */
const MOST_SEARCHED = 200;
const WORK = 10_000_000;
/** Tries of moves for a plan without search. */
const TRIES = 20_000;

/**
 * Puts talks into rounds so that nobody talks with two people at once, also nobody who is on both sides.
 *
 * Without slots it takes exactly as many rounds as the busiest person has talks (König, 1916). Only circles of talks with an
 * odd number of people, which need people on both sides, can take more: then up to 200 talks are searched exactly. With
 * slots the plan leaves as few talks as can be: with slots that some cannot make this is hard in general, so up to 200 talks
 * are searched within `limits.work`, and more get a plan with what bounds it. The order of the pairs does not matter.
 *
 * @throws TersineError all together: LIST_EXPECTED, ID_TYPE, PAIR_CONFLICT, PAIR_DUPLICATE for the pairs; FIELD_TYPE,
 *   FIELD_UNKNOWN, NUMBER_RANGE, TEXT_EMPTY, ID_DUPLICATE, OPTION_CONFLICT for the options; VALUE_TYPE if `free` gives anything
 *   but true or false
 *
 * @example
 * const { rounds: plan } = rounds(list.pairs);
 */
export function rounds(pairs: readonly PairOfIds[], options: RoundsOptions = {}): TalkRounds {
  return asPublic("rounds", () => {
    throwIssues(optionIssues(options));
    const graph = talkGraph(pairs);
    const { slots, free, limits: { work = WORK } = {} } = options;
    return slots === undefined ? withoutSlots(graph, work) : withinSlots(graph, slots, free, work);
  });
}

function withoutSlots(graph: TalkGraph, work: number): TalkRounds {
  let lowerBound = fewestRounds(graph);
  for (let count = lowerBound; ; count += 1) {
    const colouring = emptyColouring(graph, count);
    let { roundAt } = colouring;
    if (colourByPaths(graph, colouring).length > 0) {
      const mayBe = new Uint8Array(graph.talks.length * count).fill(1);
      const task = { graph, rounds: count, mayBe, start: allButOne(roundAt.length), leftBound: 0, work };
      const found = graph.talks.length > MOST_SEARCHED ? undefined : searchPlan(task);
      if (found === undefined || found.left > 0) {
        if (found?.isProved === true && lowerBound === count) lowerBound = count + 1;
        continue;
      }
      roundAt = found.roundAt;
    }
    return {
      status: count === lowerBound ? "optimal" : "feasible",
      rounds: listed(graph, roundAt, count),
      lowerBound,
      left: [],
      leftBound: 0,
    };
  }
}

/** A start that only a plan of all talks improves on, so that the search looks for nothing else. */
function allButOne(talks: number): Int32Array {
  return Int32Array.from({ length: talks }, (_, talk) => (talk === 0 ? -1 : 0));
}

function withinSlots(
  graph: TalkGraph,
  slots: readonly string[],
  free: RoundsOptions["free"],
  work: number,
): TalkRounds {
  const task = { graph, rounds: slots.length, mayBe: openSlots(graph, slots, free) };
  const lowerBound = fewestRounds(graph);
  let leftBound = fewestLeft(task);
  let { roundAt } = planInSlots(task, Math.min(work, TRIES));
  if (countLeft(roundAt) > leftBound && graph.talks.length <= MOST_SEARCHED) {
    const found = searchPlan({ ...task, start: roundAt, leftBound, work });
    roundAt = found.roundAt;
    if (found.isProved) leftBound = found.left;
  }
  const left = [...graph.talks.keys()].filter((talk) => (roundAt[talk] ?? -1) < 0);
  return {
    status: left.length === leftBound ? "optimal" : "feasible",
    rounds: listed(graph, roundAt, slots.length),
    lowerBound,
    left: left.map((talk) => leftTalk(task, talk)),
    leftBound,
  };
}

/** For each talk the slots in which both can talk. */
function openSlots(graph: TalkGraph, slots: readonly string[], free: RoundsOptions["free"]): Uint8Array {
  const can = graph.people.map((id) => slots.map((slot) => free === undefined || answerOf(free, id, slot)));
  return Uint8Array.from(
    graph.talks.flatMap((_, talk) =>
      slots.map((_slot, at) =>
        can[graph.menteeAt[talk] ?? -1]?.[at] === true && can[graph.mentorAt[talk] ?? -1]?.[at] === true ? 1 : 0,
      ),
    ),
  );
}

function answerOf(free: (id: string, slot: string) => unknown, id: string, slot: string): boolean {
  const answer = free(id, slot);
  if (typeof answer === "boolean") return answer;
  throwIssues([issue("VALUE_TYPE", "/free", "expected true or false for each person and slot, got something else.")]);
  return false;
}

function leftTalk(
  { graph, rounds: count, mayBe }: Pick<SearchTask, "graph" | "rounds" | "mayBe">,
  talk: number,
): LeftTalk {
  const pair = graph.talks[talk] ?? { mentorId: "", menteeId: "" };
  if (mayBe.subarray(talk * count, (talk + 1) * count).includes(1)) {
    return {
      ...pair,
      code: "noSlot",
      en: "The slots in which both can talk are taken by other talks of the two.",
      tr: "İkisinin de uygun olduğu saatler kendi öbür görüşmeleriyle dolu.",
    };
  }
  return {
    ...pair,
    code: "neverBothFree",
    en: "There is no slot in which both can talk.",
    tr: "İkisinin de uygun olduğu bir saat yok.",
  };
}

function listed({ talks }: TalkGraph, roundAt: Int32Array, count: number): readonly (readonly PairOfIds[])[] {
  const plan: PairOfIds[][] = Array.from({ length: count }, () => []);
  talks.forEach((pair, talk) => plan[roundAt[talk] ?? -1]?.push(pair));
  return plan;
}

function optionIssues(options: unknown): readonly TersineIssue[] {
  if (!isRecord(options)) return [issue("FIELD_TYPE", "", "expected an object of options.")];
  const { slots, free, limits } = options;
  const issues = [
    ...unknownFields(options, ["slots", "free", "limits"], ""),
    ...(slots === undefined ? [] : slotIssues(slots)),
    ...(limits === undefined || isRecord(limits) ? [] : [issue("FIELD_TYPE", "/limits", "expected an object.")]),
    ...(isRecord(limits) ? unknownFields(limits, ["work"], "/limits") : []),
  ];
  const work = isRecord(limits) ? limits["work"] : undefined;
  if (work !== undefined && !isWhole(work, 0, Number.MAX_SAFE_INTEGER))
    issues.push(issue("NUMBER_RANGE", "/limits/work", "expected a whole number of at least 0."));
  if (free !== undefined && typeof free !== "function")
    issues.push(issue("FIELD_TYPE", "/free", "expected a function of an id and a slot."));
  if (free !== undefined && slots === undefined)
    issues.push(issue("OPTION_CONFLICT", "/free", "expected slots: without them nobody is asked when they can."));
  return issues;
}

function slotIssues(slots: unknown): readonly TersineIssue[] {
  if (!Array.isArray(slots)) return [issue("LIST_EXPECTED", "/slots", "expected a list of names of slots.")];
  const names = Array.from<unknown>(slots);
  return names.flatMap((name, place): readonly TersineIssue[] => {
    const at = `/slots/${place}`;
    if (typeof name !== "string") return [issue("FIELD_TYPE", at, "expected the name of a slot as text.")];
    if (name.trim() === "") return [issue("TEXT_EMPTY", at, "expected the name of a slot, got none.")];
    const first = names.indexOf(name);
    return first === place ? [] : [issue("ID_DUPLICATE", at, `expected each slot once, got that of /slots/${first}.`)];
  });
}
