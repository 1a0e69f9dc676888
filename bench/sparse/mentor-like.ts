import type { SparseProblem } from "../../src/solve/problem.ts";

/** Mulberry32: a small generator of uniform [0, 1), so that every machine measures the same matrices. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TOPICS = 40;

/**
 * `size` rows and columns with 20 to 50 candidates a row. Everybody has 3 to 6 of 40 topics (Zipf), each with a
 * strength; an edge weighs the share of the row's wishes that the column meets, plus a pair-specific part of up to
 * 0.4, in thousandths of at most 1000. Row r can always take one column of a hidden permutation.
 */
export function mentorLike(size: number, seed = 1): SparseProblem {
  const random = createRandom(seed);
  const rowTopics = drawTopics(size, random);
  const columnTopics = drawTopics(size, random);
  const hidden = Int32Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [hidden[at], hidden[other]] = [hidden[other]!, hidden[at]!];
  }
  const rowStart = new Int32Array(size + 1);
  for (let row = 0; row < size; row++) {
    rowStart[row + 1] = rowStart[row]! + Math.min(size, 20 + Math.floor(random() * 31));
  }
  const columnAt = new Int32Array(rowStart[size]!);
  const weightAt = new Int32Array(rowStart[size]!);
  for (let row = 0; row < size; row++) {
    const first = rowStart[row]!;
    const own = columnAt.subarray(first, rowStart[row + 1]);
    drawColumns(own, size, hidden[row]!, random);
    for (let edge = first; edge < rowStart[row + 1]!; edge++) {
      const fit = fitOf(rowTopics, row, columnTopics, columnAt[edge]!);
      weightAt[edge] = Math.round(1000 * (0.6 * fit + 0.4 * random()));
    }
  }
  return { layout: "sparse", rows: size, columns: size, rowStart, columnAt, weightAt, unmatched: "last" };
}

/** Strength 0 to 1 of each of the topics, person by person. */
function drawTopics(size: number, random: () => number): Float32Array {
  const strength = new Float32Array(size * TOPICS);
  const harmonic = Math.log(TOPICS + 1);
  for (let person = 0; person < size; person++) {
    for (let left = 3 + Math.floor(random() * 4); left > 0; left--) {
      const topic = Math.min(TOPICS - 1, Math.floor(Math.exp(random() * harmonic)) - 1);
      strength[person * TOPICS + topic] = 0.25 + 0.75 * random();
    }
  }
  return strength;
}

/** Fills `own` with different columns, the hidden one among them, ascending. */
function drawColumns(own: Int32Array, size: number, hiddenColumn: number, random: () => number): void {
  own[0] = hiddenColumn;
  for (let at = 1; at < own.length; at++) {
    let column = Math.floor(random() * size);
    while (own.subarray(0, at).includes(column)) column = (column + 1) % size;
    own[at] = column;
  }
  own.sort();
}

function fitOf(rowTopics: Float32Array, row: number, columnTopics: Float32Array, column: number): number {
  let met = 0;
  let wished = 0;
  for (let topic = 0; topic < TOPICS; topic++) {
    const wish = rowTopics[row * TOPICS + topic]!;
    wished += wish;
    met += Math.min(wish, columnTopics[column * TOPICS + topic]!);
  }
  return met / wished;
}
