import { compareText, foldText } from "../base/text.ts";
import type { ChangeStep, FixKind } from "../explain/fix.ts";
import type { Program } from "../model/program.ts";
import { type CandidateGraph, findCandidatesInSteps } from "../rules/candidates.ts";
import type { PersonOfSide } from "../rules/except-for.ts";
import { prepareScoreInSteps } from "../score/weighted.ts";
import { type PlacesFor, placesFor } from "../solve/places-for.ts";
import type { OptimalAssignment } from "../solve/problem.ts";
import { solveValidInSteps } from "../solve/solve-assignment.ts";
import { warmStartFrom } from "../solve/warm-start.ts";
import {
  appliedPool,
  canOffer,
  canOpenPlace,
  peopleOf,
  type SidedPerson,
  withCandidates,
  withColumn,
  withoutRule,
  withPlaces,
  withTopic,
} from "./fix-change.ts";
import type { Budget, FixBase } from "./fix.ts";
import { cutPins, pinsAmong } from "./pins.ts";
import { assignmentProblem, type Pool, scoreOptions, scorePool } from "./pool.ts";
import { type Progress, tellingOf } from "./steps.ts";

/** A change with the pool that it makes, in which only what it touches is new. */
export interface Tried {
  readonly kind: FixKind;
  readonly change: readonly ChangeStep[];
  readonly pool: Pool;
}

/** Changes of one kind by ids, without those that cannot work. */
export type Tries = Generator<Progress | Tried, void, void>;

/** The changes that may place an idle person, kind by kind from the smallest. */
export function changesToTry(base: FixBase, person: SidedPerson, budget: Budget): readonly Tries[] {
  return [
    onePlace(base, person, budget),
    oneTopic(base, person, budget),
    oneRule(base, person),
    twoPlaces(base, person, budget),
  ];
}

function other(side: SidedPerson["side"]): SidedPerson["side"] {
  return side === "mentor" ? "mentee" : "mentor";
}

/** Whose one place more can serve the person; everybody with places where there are no prices. */
function* openersOf(
  pool: Pool,
  answer: OptimalAssignment | undefined,
  person: SidedPerson,
  places: number,
): Generator<number, void, void> {
  const partners = peopleOf(pool.program, other(person.side));
  const gains = answer === undefined ? undefined : gainsOf(pool, answer, person);
  const nodes = gains?.nodes ?? [...partners.keys()];
  for (const index of nodes) {
    const partner = partners[index];
    if (partner !== undefined && canOpenPlace(partner, places)) yield index;
  }
}

function gainsOf(pool: Pool, answer: OptimalAssignment, { side, index }: SidedPerson): PlacesFor {
  return placesFor(solvedProblem(pool), answer, side === "mentee" ? "row" : "column", index);
}

/** The problem that `NetworkPlan` answers. */
function solvedProblem(pool: Pool) {
  const objective = pool.options.objective === "score" ? "score" : "coverage";
  return cutPins(assignmentProblem(pool.program, pool.graph, objective), pool.pins, false);
}

function opened(pool: Pool, person: SidedPerson): Pool {
  return { ...pool, program: withPlaces(pool.program, person, 1) };
}

function placeStep(pool: Pool, { side, index }: SidedPerson, places: number): ChangeStep {
  return { step: "place", side, id: peopleOf(pool.program, side)[index]?.id ?? "", places };
}

function* onePlace({ pool, plan }: FixBase, person: SidedPerson, budget: Budget): Tries {
  if (!hasCandidates(pool, person)) return;
  budget.left -= 2 * pool.graph.columnAt.length;
  for (const index of openersOf(pool, plan?.answer, person, 1)) {
    const partner = { side: other(person.side), index };
    yield { kind: "onePlace", change: [placeStep(pool, partner, 1)], pool: opened(pool, partner) };
  }
}

/** Two places more are one more where there is already one more: so the prices of each such plan tell of the second. */
function* twoPlaces({ pool, plan }: FixBase, person: SidedPerson, budget: Budget): Tries {
  if (!hasCandidates(pool, person)) return;
  const side = other(person.side);
  for (const first of openersOf(pool, undefined, person, 1)) {
    if (budget.left <= 0) return;
    const half = opened(pool, { side, index: first });
    const answer = plan === undefined ? undefined : yield* answerOf(half, plan.answer, budget);
    if (plan !== undefined && answer === undefined) continue;
    for (const second of openersOf(half, answer, person, 1)) {
      if (second < first) continue;
      const change =
        first === second
          ? [placeStep(pool, { side, index: first }, 2)]
          : [placeStep(pool, { side, index: first }, 1), placeStep(pool, { side, index: second }, 1)];
      yield { kind: "twoPlaces", change, pool: opened(half, { side, index: second }) };
    }
  }
}

function* answerOf(
  pool: Pool,
  known: OptimalAssignment,
  budget: Budget,
): Generator<Progress, OptimalAssignment | undefined, void> {
  budget.left -= 4 * pool.graph.columnAt.length;
  const steps = solveValidInSteps(solvedProblem(pool), { warmStart: warmStartFrom(known) });
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) yield { phase: "explaining", done: 0, total: null };
  return step.value.status === "optimal" ? step.value : undefined;
}

function hasCandidates({ graph, program }: Pool, { side, index }: SidedPerson): boolean {
  if (side === "mentor") return graph.columnAt.includes(index);
  return index < program.mentees.length && (graph.rowStart[index + 1] ?? 0) > (graph.rowStart[index] ?? 0);
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
    const hopeless = shared === undefined ? undefined : hopelessMentors(base, shared, person);
    for (const index of offering) {
      if (budget.left <= 0) return;
      const mentorId = mentors[index]?.id ?? "";
      const change = [{ step: "topic", mentorId, topic }] as const;
      if (shared === undefined) {
        budget.left -= mentors.length * pool.program.mentees.length;
        const changed = yield* appliedPool(pool, change);
        if (changed !== undefined) yield { kind: "oneTopic", change, pool: changed };
      } else if (hopeless?.has(index) !== true) {
        const changed = withCandidates(pool, withColumn(pool.graph, shared.graph, index));
        if (changed !== undefined) yield { kind: "oneTopic", change, pool: changed };
      }
    }
  }
}

function* ruled(pool: Pool, program: Program, budget: Budget): Generator<Progress, Pool, void> {
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
function hopelessMentors({ pool, plan }: FixBase, shared: Pool, person: SidedPerson): ReadonlySet<number> {
  if (plan === undefined) return new Set();
  const { cost } = gainsOf(pool, plan.answer, person);
  const { mentors, mentees } = pool.program;
  const risesOf: number[][] = mentors.map(() => []);
  const isOpen = new Uint8Array(mentors.length);
  const scoreIn = new Int32Array(mentors.length);
  for (const row of mentees.keys()) {
    scoreIn.fill(-1);
    eachCandidate(pool.graph, row, (column, score) => (scoreIn[column] = score));
    eachCandidate(shared.graph, row, (column, score) => {
      const was = scoreIn[column] ?? -1;
      if (was < 0 || score < was) isOpen[column] = 1;
      else risesOf[column]?.push(score - was);
      scoreIn[column] = -1;
    });
    // what is left has lost its place among the candidates
    scoreIn.forEach((score, column) => {
      if (score >= 0) isOpen[column] = 1;
    });
  }
  const mostOf = (column: number): number => {
    const rises = (risesOf[column] ?? []).sort((a, b) => b - a);
    return rises.slice(0, mentors[column]?.capacity).reduce((sum, rise) => sum + rise, 0);
  };
  return new Set([...mentors.keys()].filter((column) => isOpen[column] === 0 && mostOf(column) < cost));
}

function eachCandidate(graph: CandidateGraph, row: number, tell: (column: number, score: number) => void): void {
  for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
    tell(graph.columnAt[edge] ?? 0, graph.scoreAt[edge] ?? 0);
  }
}
