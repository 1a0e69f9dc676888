import { at } from "../base/at.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import type { FairAssignment, LevelPrices } from "../solve/fair/problem.ts";
import type { Assignment, LoadWitness, OptimalAssignment, SparseProblem } from "../solve/problem.ts";
import type { Pin } from "./pins.ts";

/** Score of the half of a pin that stands for nothing, under `fair`: above all real scores, so that no level meets it. */
const ABOVE_ALL = FULL_SCORE + 1;

interface CutOptions {
  /** Whether the objective is `fair`. @default false */
  readonly isFair?: boolean;
  /** Candidate pairs to leave out, none of them a pin. @default none */
  readonly banned?: ReadonlySet<number>;
}

/**
 * The same problem with each pin cut in two: its mentee is held by a column of their own and its mentor by a row of their
 * own, each of which demands its one partner. So both ends count as placed and lose a seat, exactly as if the pair were
 * chosen, and every engine, objective and proof takes it without knowing of pins.
 *
 * The half at the mentee's side has the pair's score; the other one has 0, or a score above all others under `fair`,
 * where 0 would be the worst.
 */
export function cutPins(
  problem: SparseProblem,
  pins: readonly Pin[],
  { isFair = false, banned = new Set() }: CutOptions = {},
): SparseProblem {
  if (pins.length === 0 && banned.size === 0) return problem;
  const { rows, columns, rowStart, columnAt, weightAt } = problem;
  const edges = columnAt.length + pins.length;
  const start = new Int32Array(rows + pins.length + 1);
  const column = new Int32Array(edges);
  const weight = weightAt instanceof Float64Array ? new Float64Array(edges) : new Int32Array(edges);
  const positionOf = new Map(pins.map(({ edge }, position) => [edge, position]));
  const isPinned = new Set(pins.map(({ row }) => row));
  const bans = [...banned].sort((a, b) => a - b);
  let ban = 0;
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [at(rowStart, row), at(rowStart, row + 1)];
    while ((bans[ban] ?? Infinity) < from) ban += 1;
    if (!isPinned.has(row) && (bans[ban] ?? Infinity) >= to) {
      column.set(columnAt.subarray(from, to), end);
      weight.set(weightAt.subarray(from, to), end);
      end += to - from;
      start[row + 1] = end;
      continue;
    }
    const own: { readonly column: number; readonly weight: number }[] = [];
    for (let edge = from; edge < to; edge += 1) {
      if (banned.has(edge)) continue;
      const position = positionOf.get(edge);
      if (position !== undefined) {
        own.push({ column: columns + position, weight: at(weightAt, edge) });
        continue;
      }
      column[end] = at(columnAt, edge);
      weight[end] = at(weightAt, edge);
      end += 1;
    }
    own.sort((a, b) => a.column - b.column);
    for (const half of own) {
      column[end] = half.column;
      weight[end] = half.weight;
      end += 1;
    }
    start[row + 1] = end;
  }
  pins.forEach((pin, position) => {
    column[end] = pin.column;
    weight[end] = isFair ? ABOVE_ALL : 0;
    end += 1;
    start[rows + position + 1] = end;
  });
  const ones = new Int32Array(pins.length).fill(1);
  const extended = (given: Int32Array | undefined, nodes: number, otherwise: number): Int32Array => {
    const all = new Int32Array(nodes + pins.length).fill(otherwise);
    all.set(given ?? []);
    all.set(ones, nodes);
    return all;
  };
  return {
    ...problem,
    rows: rows + pins.length,
    columns: columns + pins.length,
    rowStart: start,
    columnAt: column.subarray(0, end),
    weightAt: weight.subarray(0, end),
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
  pins: readonly Pin[],
): Answer {
  if (pins.length === 0) return answer;
  if (answer.status === "infeasible") return { ...answer, witness: joinWitness(answer.witness, rows, columns) };
  const pairs: (readonly [row: number, column: number])[] = [];
  answer.rowOf.forEach((row, pair) => {
    if (row >= rows) return;
    const column = at(answer.columnOf, pair);
    pairs.push([row, column < columns ? column : at(pins, column - columns).column]);
  });
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const { proof } = answer;
  const isFair = proof.kind === "levels";
  return {
    ...answer,
    rowOf: Int32Array.from(pairs, ([row]) => row),
    columnOf: Int32Array.from(pairs, ([, column]) => column),
    total: answer.total - (isFair ? pins.length * ABOVE_ALL : 0),
    placedRows: answer.placedRows - pins.length,
    placedColumns: answer.placedColumns - pins.length,
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
    rowPrice: prices.rowPrice.filter((_, index) => at(prices.rows, index) < rows),
    columns: below(prices.columns, columns),
    columnPrice: prices.columnPrice.filter((_, index) => at(prices.columns, index) < columns),
  });
  return {
    ...proof,
    placed: real(proof.placed),
    pairs: real(proof.pairs),
    levels: proof.levels.flatMap((level) => (level.weight === ABOVE_ALL ? [] : [{ ...level, ...real(level) }])),
  };
}

/** Pins leave fewer seats: what the people beside them need and have is less by the same number. */
function joinWitness(witness: LoadWitness, rows: number, columns: number): LoadWitness {
  const nodes = below(witness.nodes, witness.side === "row" ? rows : columns);
  const halves = witness.nodes.length - nodes.length;
  return { ...witness, nodes, needed: witness.needed - halves, available: witness.available - halves };
}

function below(indices: Int32Array, limit: number): Int32Array {
  return indices.filter((index) => index < limit);
}
