import { TersineError } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";
import type { ChangeStep } from "../../explain/fix.ts";
import { MAX_CAPACITY, MAX_ITEMS } from "../../model/schema.ts";
import type { Mentee, Mentor, Program } from "../../model/program.ts";
import type { CandidateGraph } from "../../rules/candidates/graph.ts";
import { exceptFor } from "../../rules/except-for.ts";
import type { Rule } from "../../rules/rule.ts";
import { edgeOf, type Pins } from "../../plan/pins.ts";
import { type Change } from "../what-if/change.ts";
import { changedPoolInSteps } from "../what-if/changed-pool.ts";
import { defaultRules } from "../../plan/options.ts";
import type { Pool } from "../../plan/pool.ts";
import type { Steps } from "../../plan/steps.ts";

type Side = "mentor" | "mentee";

/** A person of the pool by index. */
export interface SidedPerson {
  readonly side: Side;
  readonly index: number;
}

export function otherSide(side: Side): Side {
  return side === "mentor" ? "mentee" : "mentor";
}

export function peopleOf({ mentors, mentees }: Program, side: Side): readonly (Mentor | Mentee)[] {
  return side === "mentor" ? mentors : mentees;
}

/** The pool with every step applied as an organiser would apply it; `undefined` if a rule then refuses a pin. */
export function* appliedPool(pool: Pool, steps: readonly ChangeStep[]): Steps<Pool | undefined> {
  try {
    return (yield* changedPoolInSteps(pool, changeOf(pool, steps))).pool;
  } catch (error) {
    if (error instanceof TersineError && error.code === "PAIR_CONFLICT") return undefined;
    throw error;
  }
}

function changeOf({ program, given }: Pool, steps: readonly ChangeStep[]): Change {
  const places = (side: Side) =>
    steps.flatMap((step) => {
      if (step.step !== "place" || step.side !== side) return [];
      const capacity = peopleOf(program, side).find(({ id }) => id === step.id)?.capacity ?? 0;
      return [{ id: step.id, capacity: capacity + step.places }];
    });
  const topics = steps.flatMap((step) => {
    if (step.step !== "topic") return [];
    const teaches = program.mentors.find(({ id }) => id === step.mentorId)?.teaches ?? [];
    return [{ id: step.mentorId, teaches: [...teaches, step.topic] }];
  });
  const exceptions = steps.flatMap((step) => (step.step === "rule" ? [step] : []));
  const exempted = (rule: Rule, place: number): Rule =>
    exceptions.reduce((made, step) => (step.place === place ? exceptFor(made, step.except) : made), rule);
  return {
    mentors: { set: [...places("mentor"), ...topics] },
    mentees: { set: places("mentee") },
    ...(exceptions.length === 0 ? {} : { options: { rules: (given.rules ?? defaultRules()).map(exempted) } }),
  };
}

/** Whether a person can take more partners: those who sit the round out are not asked to. */
export function canOpenPlace({ capacity }: Mentor | Mentee, places: number): boolean {
  return capacity > 0 && capacity + places <= MAX_CAPACITY;
}

/** Whether a mentor can offer one more topic: not one offered already, and not by those who sit the round out. */
export function canOffer({ teaches, capacity }: Mentor, topic: string): boolean {
  if (capacity === 0 || teaches.length >= MAX_ITEMS) return false;
  const key = foldText(topic);
  return !teaches.some((offer) => foldText(typeof offer === "string" ? offer : offer.topic) === key);
}

export function withPlaces(program: Program, { side, index }: SidedPerson, places: number): Program {
  const more = <Entry extends Mentor | Mentee>(people: readonly Entry[]): readonly Entry[] =>
    people.map((person, at) => (at === index ? { ...person, capacity: person.capacity + places } : person));
  return side === "mentor"
    ? { ...program, mentors: more(program.mentors) }
    : { ...program, mentees: more(program.mentees) };
}

export function withTopic(program: Program, topic: string, isMeant: (mentor: Mentor) => boolean): Program {
  const mentors = program.mentors.map((mentor) =>
    isMeant(mentor) && canOffer(mentor, topic) ? { ...mentor, teaches: [...mentor.teaches, topic] } : mentor,
  );
  return { ...program, mentors };
}

/** The same pool with other candidates; `undefined` if a pinned pair is none of them. */
export function withCandidates(pool: Pool, graph: CandidateGraph): Pool | undefined {
  const list = pool.pins.list.map((pin) => ({ ...pin, edge: edgeOf(graph, pin.row, pin.column) }));
  if (list.some(({ edge }) => edge < 0)) return undefined;
  const pins: Pins = { ...pool.pins, list };
  return { ...pool, graph, pins };
}

/** The candidates with those of one mentor taken from another graph of the same people. */
export function withColumn(graph: CandidateGraph, from: CandidateGraph, column: number): CandidateGraph {
  return spliced(graph, (row, add) => {
    let isAdded = false;
    const other = edgeOf(from, row, column);
    const addOwn = (): void => {
      if (!isAdded && other >= 0) add(column, from.scoreAt[other] ?? 0);
      isAdded = true;
    };
    for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
      const at = graph.columnAt[edge] ?? 0;
      if (at >= column) addOwn();
      if (at !== column) add(at, graph.scoreAt[edge] ?? 0);
    }
    addOwn();
  });
}

/** The candidates when one rule, by its place in the graph's, makes an exception for a person. */
export function withoutRule(pool: Pool, rule: number, person: SidedPerson): CandidateGraph {
  const { graph, score, program } = pool;
  const relaxed = graph.rules[rule];
  const isFreed = (column: number, row: number): boolean => {
    if ((person.side === "mentor" ? column : row) !== person.index) return false;
    const refusing = graph.rulesAgainst(row, column);
    return refusing.length === 1 && refusing[0] === relaxed;
  };
  const touched = person.side === "mentor" ? [person.index] : [...program.mentors.keys()];
  return spliced(graph, (row, add) => {
    const columns = person.side === "mentor" || row === person.index ? touched : [];
    const freed = columns.filter((column) => isFreed(column, row));
    let next = 0;
    const addBefore = (limit: number): void => {
      for (let column = freed[next]; column !== undefined && column < limit; column = freed[next]) {
        add(column, score.scoreOf(row, column));
        next += 1;
      }
    };
    for (let edge = graph.rowStart[row] ?? 0; edge < (graph.rowStart[row + 1] ?? 0); edge += 1) {
      const at = graph.columnAt[edge] ?? 0;
      addBefore(at);
      add(at, graph.scoreAt[edge] ?? 0);
    }
    addBefore(Infinity);
  });
}

/** A graph whose rows are told one after the other. */
function spliced(
  graph: CandidateGraph,
  tell: (row: number, add: (column: number, score: number) => void) => void,
): CandidateGraph {
  const { rowStart } = graph;
  const rows = rowStart.length - 1;
  const most = graph.columnAt.length + rows;
  const room = new Int32Array(2 * most);
  let [columnAt, scoreAt] = [room.subarray(0, most), room.subarray(most)];
  const start = new Int32Array(rows + 1);
  let edges = 0;
  const add = (column: number, score: number): void => {
    if (edges >= columnAt.length) {
      columnAt = grown(columnAt);
      scoreAt = grown(scoreAt);
    }
    columnAt[edges] = column;
    scoreAt[edges] = score;
    edges += 1;
  };
  for (let row = 0; row < rows; row += 1) {
    tell(row, add);
    start[row + 1] = edges;
  }
  return { ...graph, rowStart: start, columnAt: columnAt.slice(0, edges), scoreAt: scoreAt.slice(0, edges) };
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * array.length + 1_024);
  more.set(array);
  return more;
}
