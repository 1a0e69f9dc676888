/** A cost matrix to minimise: row-major, `Infinity` where a pair is forbidden. */
export interface CostMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly costs: Float64Array;
}

type Random = () => number;

/** A small seeded generator of numbers in [0, 1), so that every run and every rival gets the same matrices. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function fill(rows: number, columns: number, costAt: (row: number, column: number) => number): CostMatrix {
  const costs = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) costs[row * columns + column] = costAt(row, column);
  }
  return { rows, columns, costs };
}

function numbers(count: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => random());
}

function euclidean(size: number, random: Random): CostMatrix {
  const [x, y, p, q] = [1, 2, 3, 4].map(() => numbers(size, random)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return fill(size, size, (row, column) => Math.hypot(x[row]! - p[column]!, y[row]! - q[column]!));
}

function machine(rows: number, columns: number, random: Random): CostMatrix {
  const speed = numbers(rows, random);
  const length = numbers(columns, random);
  return fill(rows, columns, (row, column) => speed[row]! * length[column]!);
}

const TOPICS = 40;

/** 3 to 6 topics of 40, drawn with Zipf's frequencies. */
function drawTopics(random: Random): Set<number> {
  const weights = Array.from({ length: TOPICS }, (_, topic) => 1 / (topic + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const wanted = 3 + Math.floor(random() * 4);
  const topics = new Set<number>();
  while (topics.size < wanted) {
    let point = random() * sum;
    let topic = 0;
    while (topic < TOPICS - 1 && point >= weights[topic]!) point -= weights[topic++]!;
    topics.add(topic);
  }
  return topics;
}

/** One minus the covered share of the topics, with a little personal taste, rounded to 1e-3; 15 % of pairs forbidden. */
function mentorLike(size: number, random: Random): CostMatrix {
  const wanted = Array.from({ length: size }, () => [...drawTopics(random)]);
  const offered = Array.from({ length: size }, () => drawTopics(random));
  const tasteOf = numbers(size, random);
  const styleOf = numbers(size, random);
  return fill(size, size, (row, column) => {
    if (random() < 0.15) return Infinity;
    const covered = wanted[row]!.filter((topic) => offered[column]!.has(topic)).length / wanted[row]!.length;
    const closeness = 1 - Math.abs(tasteOf[row]! - styleOf[column]!);
    return Math.round((1 - 0.7 * covered - 0.3 * closeness) * 1000) / 1000;
  });
}

/** The families of the benchmark, by name. `size` is the number of rows. */
export const families: ReadonlyMap<string, (size: number, seed: number) => CostMatrix> = new Map([
  [
    "uniform",
    (n, seed) => {
      const random = randomFrom(seed);
      return fill(n, n, () => random());
    },
  ],
  [
    "int100",
    (n, seed) => {
      const random = randomFrom(seed);
      return fill(n, n, () => 1 + Math.floor(random() * 100));
    },
  ],
  ["geometric", (n, seed) => euclidean(n, randomFrom(seed))],
  ["mentor", (n, seed) => mentorLike(n, randomFrom(seed))],
  ["product", (n) => fill(n, n, (row, column) => (row + 1) * (column + 1))],
  ["machine", (n, seed) => machine(n, n, randomFrom(seed))],
  [
    "twocost",
    (n, seed) => {
      const random = randomFrom(seed);
      return fill(n, n, () => (random() < 0.5 ? 1 : 100));
    },
  ],
  [
    "rect",
    (n, seed) => {
      const random = randomFrom(seed);
      return fill(n, 4 * n, () => random());
    },
  ],
  ["machine-beside", (n, seed) => machine(n, n + 1, randomFrom(seed))],
  ["machine-wide", (n, seed) => machine(n, Math.ceil(1.25 * n), randomFrom(seed))],
  ["product-beside", (n) => fill(n, n + 1, (row, column) => (row + 1) * (column + 1))],
  [
    "two-zeros",
    (n, seed) => {
      const random = randomFrom(seed);
      return fill(n, n, () => (random() < 2 / n ? 0 : 1));
    },
  ],
]);
