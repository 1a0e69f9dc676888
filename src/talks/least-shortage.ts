import { solveAssignment } from "../solve/index.ts";
import { type Network, solveInOrder } from "./lexicographic.ts";

/** An allowed pair, by index. */
export interface Candidate {
  readonly row: number;
  readonly column: number;
  /** Micro-points. */
  readonly score: number;
  /** Whether the row chose the column. */
  readonly isFavourite: boolean;
}

/** How many talks each node of a side may have, and how many it should have if that can be. */
export interface Bounds {
  readonly fewest: Int32Array;
  readonly most: Int32Array;
}

/** Whether all can have the fewest talks that they should have, at one time. */
export function canMeet(
  { rowAt, columnAt }: { readonly rowAt: Int32Array; readonly columnAt: Int32Array },
  row: Bounds,
  column: Bounds,
): boolean {
  const rows = row.most.length;
  const answer = solveAssignment({
    layout: "sparse",
    unmatched: "free",
    rows,
    columns: column.most.length,
    rowStart: startsOf(rowAt, rows),
    columnAt,
    weightAt: new Int32Array(columnAt.length),
    rowMinimum: row.fewest,
    rowCapacity: row.most,
    columnMinimum: column.fewest,
    columnCapacity: column.most,
  });
  return answer.status === "optimal";
}

/** Where the entries of each row begin, of a list by row. */
function startsOf(rowAt: Int32Array, rows: number): Int32Array {
  const start = new Int32Array(rows + 1);
  for (const row of rowAt) start[row + 1] = (start[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row += 1) start[row + 1] = (start[row + 1] ?? 0) + (start[row] ?? 0);
  return start;
}

/** A list of talks that lacks as few as can be. */
export interface LeastShortage {
  /** Places of the chosen among the candidates, ascending. */
  readonly chosen: readonly number[];
  /** Micro-points. */
  readonly total: number;
}

/**
 * The list that leaves fewest nodes without a talk, then fewest without a second, and so on up to what each should have;
 * then gives most rows a favourite; then has the best total score.
 *
 * Both sides reach their best together, since minima that each side can meet alone can be met at one time (Mendelsohn and
 * Dulmage, 1958). Numbers of talks that one side can have are an integral polymatroid, in which one vector is best for every
 * concave sum at once (Frank and Murota, 2022, on decreasingly minimal elements); so falling bonuses of 1, 2, 3 … count as
 * much as bonuses that outweigh each other.
 *
 * The network, all of it edges that are taken once: each node has as many empty seats as it may have talks and fills what
 * talks leave; an empty seat below `fewest` costs the more the fewer talks there are. A favourite is an edge of its own row
 * that goes to its column or back to a seat of the row's favourites, of which the first that is used brings a bonus.
 *
 * @param candidates By row, then column
 */
export function leastShortage(candidates: readonly Candidate[], row: Bounds, column: Bounds): LeastShortage {
  const draft = networkDraft(candidates, row, column);
  const { network, first, second, candidateAt } = compressed(draft);
  const { edges, totals } = solveInOrder(network, first, second);
  const chosen = edges.flatMap((edge) => {
    const candidate = candidateAt[edge] ?? -1;
    return candidate < 0 ? [] : [candidate];
  });
  return { chosen: chosen.sort((a, b) => a - b), total: totals[1] };
}

interface DraftEdge {
  readonly row: number;
  readonly column: number;
  readonly first: number;
  readonly second: number;
  /** Place of the candidate whose talk the edge is; -1 for others. */
  readonly candidate: number;
}

interface Draft {
  readonly edges: readonly DraftEdge[];
  readonly rowBounds: readonly (readonly [minimum: number, capacity: number])[];
  readonly columnBounds: readonly (readonly [minimum: number, capacity: number])[];
}

function networkDraft(candidates: readonly Candidate[], row: Bounds, column: Bounds): Draft {
  const full = (most: number): readonly [number, number] => [most, most];
  const favouritesOf = groupedFavourites(candidates);
  const favourites = [...favouritesOf.values()].flat();
  // favourites come first, so that ties go to the smaller row there too
  const [ahead, unit] = [favourites.length, favouritesOf.size + 1];
  const rowBounds = [...favourites.map(() => full(1)), ...Array.from(row.most, full)];
  const columnBounds = Array.from(column.most, full);
  const edges: DraftEdge[] = [];
  const plain = (from: number, to: number, first = 0): void => {
    edges.push({ row: from, column: to, first, second: 0, candidate: -1 });
  };
  const top = [row.fewest, column.fewest].reduce((most, side) => side.reduce((a, b) => Math.max(a, b), most), 0);
  // what an empty seat costs: the first seat most, those beyond `fewest` nothing
  const cost = (seat: number, fewest: number): number => (seat < fewest ? -(top - seat) * unit : 0);
  row.most.forEach((most, node) => {
    for (let seat = 0; seat < most; seat += 1)
      plain(ahead + node, columnBounds.push([0, 1]) - 1, cost(seat, row.fewest[node] ?? 0));
  });
  column.most.forEach((most, node) => {
    for (let seat = 0; seat < most; seat += 1)
      plain(rowBounds.push([0, 1]) - 1, node, cost(seat, column.fewest[node] ?? 0));
  });
  candidates.forEach(({ row: from, column: to, score, isFavourite }, candidate) => {
    if (!isFavourite) edges.push({ row: ahead + from, column: to, first: 0, second: score, candidate });
  });
  let own = 0;
  for (const [node, places] of favouritesOf) {
    const seats = places.map(() => columnBounds.push(full(1)) - 1);
    seats.forEach((seat, at) => {
      plain(ahead + node, seat, at === 0 ? 1 : 0);
    });
    for (const candidate of places) {
      const { column: to = 0, score: second = 0 } = candidates[candidate] ?? {};
      edges.push({ row: own, column: to, first: 0, second, candidate });
      for (const seat of seats) plain(own, seat);
      own += 1;
    }
  }
  return { edges, rowBounds, columnBounds };
}

/** Places of the favourites of each row that has some. */
function groupedFavourites(candidates: readonly Candidate[]): ReadonlyMap<number, readonly number[]> {
  const favouritesOf = new Map<number, number[]>();
  candidates.forEach(({ row, isFavourite }, place) => {
    if (!isFavourite) return;
    const known = favouritesOf.get(row);
    if (known === undefined) favouritesOf.set(row, [place]);
    else known.push(place);
  });
  return favouritesOf;
}

interface Compressed {
  readonly network: Network;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly candidateAt: Int32Array;
}

function compressed({ edges, rowBounds, columnBounds }: Draft): Compressed {
  const sorted = [...edges].sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    network: {
      rows: rowBounds.length,
      columns: columnBounds.length,
      rowStart: startsOf(
        Int32Array.from(sorted, ({ row }) => row),
        rowBounds.length,
      ),
      columnAt: Int32Array.from(sorted, ({ column }) => column),
      rowMinimum: Int32Array.from(rowBounds, ([minimum]) => minimum),
      rowCapacity: Int32Array.from(rowBounds, ([, capacity]) => capacity),
      columnMinimum: Int32Array.from(columnBounds, ([minimum]) => minimum),
      columnCapacity: Int32Array.from(columnBounds, ([, capacity]) => capacity),
    },
    first: Int32Array.from(sorted, ({ first }) => first),
    second: Int32Array.from(sorted, ({ second }) => second),
    candidateAt: Int32Array.from(sorted, ({ candidate }) => candidate),
  };
}
