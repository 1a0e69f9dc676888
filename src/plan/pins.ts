import { throwIssues, type TersineIssue } from "../base/error.ts";
import { compareText } from "../base/text.ts";
import { normalId } from "../model/ids.ts";
import type { Program } from "../model/program.ts";
import type { PairOfIds } from "../rules/ban.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import type { FairAssignment, LevelPrices } from "../solve/fair/problem.ts";
import type { Assignment, LoadWitness, OptimalAssignment, SparseProblem } from "../solve/problem.ts";

/** A pair that the result must hold. */
export interface Pin {
  /** Index of the mentee. */
  readonly row: number;
  /** Index of the mentor. */
  readonly column: number;
  /** Index of the candidate pair. */
  readonly edge: number;
}

/** The pins of a pool by mentee, then mentor, and for each side how many a person has. */
export interface Pins {
  readonly list: readonly Pin[];
  readonly ofRow: Int32Array;
  readonly ofColumn: Int32Array;
}

/**
 * Finds the pinned pairs among the candidates; a pair that is pinned twice is pinned once.
 *
 * @param pathOf Where the pin at a position of the list stands in what the caller gave.
 * @throws TersineError all together: ID_UNKNOWN; PAIR_CONFLICT for a pair that rules refuse, with their names;
 *   PIN_OVER_CAPACITY for each pin beyond a person's capacity
 */
export function readPins(
  program: Program,
  graph: CandidateGraph,
  given: readonly PairOfIds[],
  pathOf = (position: number): string => `/pins/${position}`,
): Pins {
  const { mentors, mentees } = program;
  if (given.length === 0) {
    return { list: [], ofRow: new Int32Array(mentees.length), ofColumn: new Int32Array(mentors.length) };
  }
  const mentorIndex = new Map(mentors.map(({ id }, index) => [id, index]));
  const menteeIndex = new Map(mentees.map(({ id }, index) => [id, index]));
  const issues: TersineIssue[] = [];
  const pins = new Map<number, Pin>();
  const ofRow = new Int32Array(mentees.length);
  const ofColumn = new Int32Array(mentors.length);
  given.forEach(({ mentorId, menteeId }, position) => {
    const path = pathOf(position);
    const column = mentorIndex.get(normalId(mentorId));
    const row = menteeIndex.get(normalId(menteeId));
    if (column === undefined) issues.push(unknownId(`${path}/mentorId`, "mentor"));
    if (row === undefined) issues.push(unknownId(`${path}/menteeId`, "mentee"));
    if (column === undefined || row === undefined || pins.has(row * mentors.length + column)) return;
    const edge = edgeOf(graph, row, column);
    if (edge < 0) {
      const names = [...new Set(graph.rulesAgainst(row, column).map(({ name }) => name))];
      const message = `expected a pair that the rules allow, got one refused by ${names.join(", ")}.`;
      issues.push({ code: "PAIR_CONFLICT", path, message });
      return;
    }
    pins.set(row * mentors.length + column, { row, column, edge });
    ofRow[row] = (ofRow[row] ?? 0) + 1;
    ofColumn[column] = (ofColumn[column] ?? 0) + 1;
    if ((ofRow[row] ?? 0) > (mentees[row]?.capacity ?? 0)) issues.push(overCapacity(path, "mentee"));
    if ((ofColumn[column] ?? 0) > (mentors[column]?.capacity ?? 0)) issues.push(overCapacity(path, "mentor"));
  });
  throwIssues(issues);
  const list = [...pins.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return { list, ofRow, ofColumn };
}

/** The pins with one more at the end. */
export function withPin({ list, ofRow, ofColumn }: Pins, pin: Pin): Pins {
  return {
    list: [...list, pin],
    ofRow: ofRow.map((count, row) => count + (row === pin.row ? 1 : 0)),
    ofColumn: ofColumn.map((count, column) => count + (column === pin.column ? 1 : 0)),
  };
}

/** The candidate pair of a mentee and a mentor, -1 if rules refuse it. */
export function edgeOf(
  { rowStart, columnAt }: Pick<CandidateGraph, "rowStart" | "columnAt">,
  row: number,
  column: number,
): number {
  const start = rowStart[row] ?? 0;
  const place = columnAt.subarray(start, rowStart[row + 1]).indexOf(column);
  return place < 0 ? -1 : start + place;
}

/** The pins at some places of the list, in its order. */
export function pinsAmong({ list, ofRow, ofColumn }: Pins, places: readonly number[]): Pins {
  const kept = new Set(places);
  const some = list.filter((_, place) => kept.has(place));
  const count = (nodes: number, of: (pin: Pin) => number): Int32Array => {
    const counts = new Int32Array(nodes);
    for (const pin of some) counts[of(pin)] = (counts[of(pin)] ?? 0) + 1;
    return counts;
  };
  return {
    list: some,
    ofRow: count(ofRow.length, ({ row }) => row),
    ofColumn: count(ofColumn.length, ({ column }) => column),
  };
}

/** Pins in the order of their ids, each once. */
export function sortedPins(pins: readonly PairOfIds[]): readonly PairOfIds[] {
  const byKey = new Map(
    pins.map(({ mentorId, menteeId }) => {
      const pin = { mentorId: normalId(mentorId), menteeId: normalId(menteeId) };
      return [JSON.stringify([pin.menteeId, pin.mentorId]), pin];
    }),
  );
  return [...byKey.values()].sort((a, b) => compareText(a.menteeId, b.menteeId) || compareText(a.mentorId, b.mentorId));
}

function unknownId(path: string, side: "mentor" | "mentee"): TersineIssue {
  return { code: "ID_UNKNOWN", path, message: `expected the id of a registered ${side}, got another.` };
}

function overCapacity(path: string, side: "mentor" | "mentee"): TersineIssue {
  const message = `expected at most as many pins as the ${side} has capacity, got more.`;
  return { code: "PIN_OVER_CAPACITY", path, message };
}

/** Score of the half of a pin that stands for nothing, under `fair`: above all real scores, so that no level meets it. */
const ABOVE_ALL = FULL_SCORE + 1;

/**
 * The same problem with each pin cut in two: its mentee is held by a column of their own and its mentor by a row of their
 * own, each of which demands its one partner. So both ends count as placed and lose a place, exactly as if the pair were
 * chosen, and every engine, objective and proof takes it without knowing of pins.
 *
 * The half at the mentee's side has the pair's score; the other one has 0, or a score above all others under `fair`,
 * where 0 would be the worst.
 *
 * @param banned Candidate pairs to leave out, none of them a pin.
 */
export function cutPins(
  problem: SparseProblem,
  { list }: Pick<Pins, "list">,
  isFair: boolean,
  banned: ReadonlySet<number> = new Set(),
): SparseProblem {
  if (list.length === 0 && banned.size === 0) return problem;
  const { rows, columns, rowStart, columnAt, weightAt } = problem;
  const edges = columnAt.length + list.length;
  const start = new Int32Array(rows + list.length + 1);
  const column = new Int32Array(edges);
  const weight = weightAt instanceof Float64Array ? new Float64Array(edges) : new Int32Array(edges);
  const placeOf = new Map(list.map(({ edge }, place) => [edge, place]));
  const isPinned = new Set(list.map(({ row }) => row));
  const bans = [...banned].sort((a, b) => a - b);
  let ban = 0;
  let at = 0;
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [rowStart[row] ?? 0, rowStart[row + 1] ?? 0];
    while ((bans[ban] ?? Infinity) < from) ban += 1;
    if (!isPinned.has(row) && (bans[ban] ?? Infinity) >= to) {
      column.set(columnAt.subarray(from, to), at);
      weight.set(weightAt.subarray(from, to), at);
      at += to - from;
      start[row + 1] = at;
      continue;
    }
    const own: { readonly column: number; readonly weight: number }[] = [];
    for (let edge = from; edge < to; edge += 1) {
      if (banned.has(edge)) continue;
      const place = placeOf.get(edge);
      if (place !== undefined) {
        own.push({ column: columns + place, weight: weightAt[edge] ?? 0 });
        continue;
      }
      column[at] = columnAt[edge] ?? 0;
      weight[at] = weightAt[edge] ?? 0;
      at += 1;
    }
    own.sort((a, b) => a.column - b.column);
    for (const half of own) {
      column[at] = half.column;
      weight[at] = half.weight;
      at += 1;
    }
    start[row + 1] = at;
  }
  list.forEach((each, place) => {
    column[at] = each.column;
    weight[at] = isFair ? ABOVE_ALL : 0;
    at += 1;
    start[rows + place + 1] = at;
  });
  const ones = new Int32Array(list.length).fill(1);
  const extended = (given: Int32Array | undefined, nodes: number, otherwise: number): Int32Array => {
    const all = new Int32Array(nodes + list.length).fill(otherwise);
    all.set(given ?? []);
    all.set(ones, nodes);
    return all;
  };
  return {
    ...problem,
    rows: rows + list.length,
    columns: columns + list.length,
    rowStart: start,
    columnAt: column.subarray(0, at),
    weightAt: weight.subarray(0, at),
    rowCapacity: extended(problem.rowCapacity, rows, 1),
    columnCapacity: extended(problem.columnCapacity, columns, 1),
    rowMinimum: extended(problem.rowMinimum, rows, 0),
    columnMinimum: extended(problem.columnMinimum, columns, 0),
  };
}

/** The answer to a problem with cut pins, in the indices of the problem without. */
export function joinPins<Answer extends Assignment | FairAssignment>(
  answer: Answer,
  { rows, columns }: SparseProblem,
  { list }: Pick<Pins, "list">,
): Answer {
  if (list.length === 0) return answer;
  if (answer.status === "infeasible") return { ...answer, witness: joinWitness(answer.witness, rows, columns) };
  const pairs: (readonly [row: number, column: number])[] = [];
  answer.rowOf.forEach((row, pair) => {
    if (row >= rows) return;
    const column = answer.columnOf[pair] ?? 0;
    pairs.push([row, column < columns ? column : (list[column - columns]?.column ?? 0)]);
  });
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const { proof } = answer;
  const isFair = proof.kind === "levels";
  return {
    ...answer,
    rowOf: Int32Array.from(pairs, ([row]) => row),
    columnOf: Int32Array.from(pairs, ([, column]) => column),
    total: answer.total - (isFair ? list.length * ABOVE_ALL : 0),
    placedRows: answer.placedRows - list.length,
    placedColumns: answer.placedColumns - list.length,
    proof: isFair ? joinLevels(proof, rows, columns) : joinPrices(proof, rows, columns),
  };
}

function joinPrices(proof: OptimalAssignment["proof"], rows: number, columns: number): OptimalAssignment["proof"] {
  const { coverage } = proof;
  return {
    ...proof,
    rowPrice: proof.rowPrice.slice(0, rows),
    columnPrice: proof.columnPrice.slice(0, columns),
    ...(coverage === undefined
      ? {}
      : { coverage: { rows: below(coverage.rows, rows), columns: below(coverage.columns, columns) } }),
  };
}

function joinLevels(proof: FairAssignment["proof"], rows: number, columns: number): FairAssignment["proof"] {
  const real = (prices: LevelPrices): LevelPrices => ({
    rows: below(prices.rows, rows),
    rowPrice: prices.rowPrice.filter((_, place) => (prices.rows[place] ?? 0) < rows),
    columns: below(prices.columns, columns),
    columnPrice: prices.columnPrice.filter((_, place) => (prices.columns[place] ?? 0) < columns),
  });
  return {
    ...proof,
    placed: real(proof.placed),
    pairs: real(proof.pairs),
    levels: proof.levels.flatMap((level) => (level.weight === ABOVE_ALL ? [] : [{ ...level, ...real(level) }])),
  };
}

/** Pins leave fewer places: what the people beside them need and have is less by the same number. */
function joinWitness(witness: LoadWitness, rows: number, columns: number): LoadWitness {
  const nodes = below(witness.nodes, witness.side === "row" ? rows : columns);
  const halves = witness.nodes.length - nodes.length;
  return { ...witness, nodes, needed: witness.needed - halves, available: witness.available - halves };
}

function below(indices: Int32Array, limit: number): Int32Array {
  return indices.filter((index) => index < limit);
}
