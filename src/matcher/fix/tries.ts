import { compareText, foldText } from "../../base/text.ts";
import type { ChangeStep, FixKind } from "../../explain/fix.ts";
import type { Program } from "../../model/program.ts";
import { type CandidateGraph, findCandidatesInSteps } from "../../rules/candidates/graph.ts";
import type { PersonOfSide } from "../../rules/except-for.ts";
import { prepareScoreInSteps } from "../../score/weighted.ts";
import {
  appliedPool,
  canOffer,
  peopleOf,
  type SidedPerson,
  withCandidates,
  withColumn,
  withoutRule,
  withTopic,
} from "./change.ts";
import { gainsFor, onePlace, onePlaceUnderQuotas, twoPlaces, twoPlacesUnderQuotas } from "./places.ts";
import { isUnderQuotas, mayHold, relaxedWith, requoted } from "./quotas.ts";
import type { Budget, FixBase } from "./fix.ts";
import { pinsAmong } from "../../plan/pins.ts";
import { type Pool, scoreOptions, scorePool } from "../../plan/pool.ts";
import { type Progress, tellingOf } from "../../plan/steps.ts";

/** A change with the pool that it makes, in which only what it touches is new. */
export interface Tried {
  readonly kind: FixKind;
  readonly change: readonly ChangeStep[];
  readonly pool: Pool;
  /** Place among the changes of its kind by ids. @default the turn in which it is told */
  readonly rank?: number;
}

/** Changes of one kind, without those that cannot work. */
export type Tries = Generator<Progress | Tried, void, void>;

/** The changes that may place an idle person, kind by kind from the smallest. */
export function changesToTry(base: FixBase, person: SidedPerson, budget: Budget): readonly Tries[] {
  if (isUnderQuotas(base.pool)) {
    return [
      onePlaceUnderQuotas(base, person, budget),
      possibleUnderQuotas(base, person, budget, oneTopic(base, person, budget)),
      possibleUnderQuotas(base, person, budget, oneRule(base, person)),
      twoPlacesUnderQuotas(base, person, budget),
    ];
  }
  return [
    onePlace(base, person, budget),
    oneTopic(base, person, budget),
    oneRule(base, person),
    twoPlaces(base, person, budget),
  ];
}

/** Those changes under which a plan with the person could be good enough, with their quotas read anew. */
function* possibleUnderQuotas(base: FixBase, person: SidedPerson, budget: Budget, tries: Tries): Tries {
  for (const tried of tries) {
    if ("phase" in tried) {
      yield tried;
      continue;
    }
    budget.left -= 4 * tried.pool.graph.columnAt.length;
    const pool = requoted(tried.pool);
    const relaxed = yield* relaxedWith(pool, person);
    if (relaxed !== undefined && mayHold(base, pool, relaxed.worth)) yield { ...tried, pool };
  }
}

/** A rule that is the only one to refuse somebody can bring the person a candidate; others cannot. */
function* oneRule({ pool }: FixBase, person: SidedPerson): Tries {
  const { graph, options, program } = pool;
  const { side, index } = person;
  const { onlyBy } = side === "mentor" ? graph.refusals.mentors : graph.refusals.mentees;
  const id = peopleOf(program, side)[index]?.id ?? "";
  const except: PersonOfSide = side === "mentor" ? { mentorId: id } : { menteeId: id };
  for (const [at, { name }] of graph.rules.entries()) {
    const place = at - options.standingRules;
    if (place < 0 || (onlyBy[at]?.[index] ?? 0) === 0) continue;
    const change = [{ step: "rule", rule: name, place, except }] as const;
    const changed = withCandidates(pool, withoutRule(pool, at, person));
    if (changed !== undefined) yield { kind: "oneRule", change, pool: changed };
  }
}

function* oneTopic(base: FixBase, person: SidedPerson, budget: Budget): Tries {
  const { pool } = base;
  const { mentors } = pool.program;
  const all = [...mentors.keys()];
  // each topic's pool of all who could offer it serves them one by one where scores depend on the two people alone
  const isLocal = pool.options.criteria.every(({ poolRelative }) => poolRelative !== true);
  for (const topic of topicsFor(pool.program, person)) {
    const offering = (person.side === "mentor" ? [person.index] : all).filter((index) => {
      const mentor = mentors[index];
      return mentor !== undefined && canOffer(mentor, topic);
    });
    if (offering.length === 0) continue;
    const shared = isLocal
      ? yield* ruled(
          pool,
          withTopic(pool.program, topic, () => true),
          budget,
        )
      : undefined;
    const hopeless = shared === undefined ? undefined : yield* hopelessMentors(base, shared, person);
    for (const index of offering) {
      if (budget.left <= 0) return;
      const mentorId = mentors[index]?.id ?? "";
      const change = [{ step: "topic", mentorId, topic }] as const;
      if (shared === undefined) {
        budget.left -= mentors.length * pool.program.mentees.length;
        const changed = yield* appliedPool(pool, change);
        if (changed !== undefined) yield { kind: "oneTopic", change, pool: changed };
      } else if (hopeless?.has(index) !== true) {
        const program = withTopic(pool.program, topic, ({ id }) => id === mentorId);
        const changed = withCandidates({ ...pool, program }, withColumn(pool.graph, shared.graph, index));
        if (changed !== undefined) yield { kind: "oneTopic", change, pool: changed };
      }
    }
  }
}

/** The pool with all scores and rules of a changed programme, and no pins. */
export function* ruled(pool: Pool, program: Program, budget: Budget): Generator<Progress, Pool, void> {
  const { options } = pool;
  const total = program.mentees.length;
  budget.left -= program.mentors.length * total;
  const preparing = prepareScoreInSteps(options.criteria, scorePool(program), scoreOptions(options));
  const score = yield* tellingOf(preparing, { phase: "explaining", done: 0, total });
  const rows = findCandidatesInSteps(program, options.rules, score, options.standingRules);
  let row = rows.next();
  for (; row.done !== true; row = rows.next()) yield { phase: "explaining", done: row.value, total };
  return { ...pool, program, score, graph: row.value, pins: pinsAmong(pool.pins, []) };
}

/** Topics that could bring the person somebody: the mentee's own wishes, or what anybody wishes, by folded spelling. */
function topicsFor({ mentees }: Program, { side, index }: SidedPerson): readonly string[] {
  const wishes = side === "mentee" ? (mentees[index]?.learns ?? []) : mentees.flatMap(({ learns }) => learns);
  const byKey = new Map<string, string>();
  for (const wish of wishes) {
    const topic = typeof wish === "string" ? wish : wish.topic;
    const key = foldText(topic);
    const known = byKey.get(key);
    if (known === undefined || compareText(topic, known) < 0) byKey.set(key, topic);
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, topic]) => topic);
}

/**
 * Mentors whose new scores cannot place the person. If no score falls and no candidate is new, a plan with the person gains
 * on the plan at hand at most by the scores that rise in the mentor's places, and needs to gain what placing the person
 * costs. One pass over both graphs.
 */
function* hopelessMentors(
  { pool, plan }: FixBase,
  shared: Pool,
  person: SidedPerson,
): Generator<Progress, ReadonlySet<number>, void> {
  if (plan === undefined) return new Set();
  const told = { phase: "explaining", done: 0, total: null } as const;
  yield told;
  const { cost } = gainsFor(pool, plan.answer, person);
  const { mentors, mentees } = pool.program;
  const rises = mostPer(mentors.map(({ capacity }) => Math.min(capacity, mentees.length)));
  const isOpen = new Uint8Array(mentors.length);
  const scoreIn = new Int32Array(mentors.length);
  for (const row of mentees.keys()) {
    scoreIn.fill(-1);
    eachCandidate(pool.graph, row, (column, score) => (scoreIn[column] = score));
    eachCandidate(shared.graph, row, (column, score) => {
      const was = scoreIn[column] ?? -1;
      if (was < 0 || score < was) isOpen[column] = 1;
      else if (score > was) rises.add(column, score - was);
      scoreIn[column] = -1;
    });
    // what is left has lost its place among the candidates
    scoreIn.forEach((score, column) => {
      if (score >= 0) isOpen[column] = 1;
    });
    yield told;
  }
  return new Set([...mentors.keys()].filter((column) => isOpen[column] === 0 && rises.sumOf(column) < cost));
}

/** For each of some lists, the sum of its largest numbers: as many as `counts` says. Numbers are above 0. */
function mostPer(counts: readonly number[]): {
  readonly add: (list: number, value: number) => void;
  readonly sumOf: (list: number) => number;
} {
  const start = new Int32Array(counts.length + 1);
  counts.forEach((count, list) => (start[list + 1] = (start[list] ?? 0) + count));
  // of each list the largest so far, descending
  const largest = new Int32Array(start[counts.length] ?? 0);
  return {
    add: (list, value) => {
      const first = start[list] ?? 0;
      let place = (start[list + 1] ?? 0) - 1;
      if (place < first || value <= (largest[place] ?? 0)) return;
      for (; place > first && value > (largest[place - 1] ?? 0); place -= 1) largest[place] = largest[place - 1] ?? 0;
      largest[place] = value;
    },
    sumOf: (list) => largest.subarray(start[list], start[list + 1]).reduce((sum, value) => sum + value, 0),
  };
}

function eachCandidate(graph: CandidateGraph, row: number, tell: (column: number, score: number) => void): void {
  for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
    tell(graph.columnAt[edge] ?? 0, graph.scoreAt[edge] ?? 0);
  }
}
