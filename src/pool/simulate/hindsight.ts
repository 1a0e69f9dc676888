import { at } from "../../base/at.ts";
import { normalId } from "../../base/ids.ts";
import type { PairOfIds } from "../../index.ts";
import { solveAssignment, type SparseProblem, verifyOptimality } from "../../solve/index.ts";
import type { PoolEvent } from "../event.ts";
import type { Roster } from "../roster.ts";
import { daysBetween, goneFrom, instantText, knownInstant } from "../time.ts";
import type { Side } from "../words.ts";
import { FULL } from "../worth.ts";
import type { Table } from "./table.ts";
import { staysIn, type Stay } from "./waits.ts";

/** Figures of a set of pairs, by which a policy is held against hindsight. */
export interface PairFigures {
  readonly pairs: number;
  /** Micro-points together. */
  readonly score: number;
  /** Days from the first of the two joining to the pair, together. */
  readonly waitDays: number;
  /** Score less `dayCost` for each of these days. */
  readonly worth: number;
}

/**
 * The best that anybody could have done who knew the whole stream: most pairs, then the largest score less `dayCost` a day
 * of waiting, where every pair is made when the later of the two comes. Proved by prices. No policy has more pairs, and none
 * with as many has a larger worth.
 */
export interface Hindsight extends PairFigures {
  /** Days from the mentees joining to their pairs, together. */
  readonly menteeDays: number;
  readonly chosen: readonly (PairOfIds & { readonly at: string; readonly score: number })[];
}

/** Places of one stay that are free from one instant on. */
interface Places extends Stay {
  readonly opens: number;
  readonly count: number;
}

/**
 * Solves the stream in hindsight. A place that gets free when a pair ends is a place more, from then on, of both; so this is
 * a bound from above where pairs end.
 *
 * @param made Pairs that a policy made, which count as allowed with their scores, whatever the table says.
 */
export function hindsightOf(
  events: readonly PoolEvent[],
  table: Table,
  dayCost: number,
  made: readonly Made[] = [],
): Hindsight {
  const { rows, columns } = placesIn(events);
  const links = linksOf(rows, columns, table, made);
  const large = 1 + Math.min(seats(rows), seats(columns)) * (FULL + links.mostCost(dayCost));
  const weightAt = Float64Array.from(links.scoreAt, (score, edge) => large + score - links.costOf(edge, dayCost));
  const problem: SparseProblem = {
    layout: "sparse",
    rows: rows.length,
    columns: columns.length,
    rowStart: links.rowStart,
    columnAt: links.columnAt,
    weightAt,
    rowCapacity: Int32Array.from(rows, ({ count }) => count),
    columnCapacity: Int32Array.from(columns, ({ count }) => count),
    unmatched: "free",
  };
  const answer = solveAssignment(problem, { verify: false });
  verifyOptimality(problem, answer);
  if (answer.status === "infeasible") throw new RangeError("expected no demands in a pool");
  const edges = Array.from(answer.rowOf, (row, pair) => edgeAt(links, row, answer.columnOf[pair] ?? 0));
  return figuresOf(edges, links, rows, columns, dayCost);
}

/** A pair that a policy made and that counts: it was not declined, and held its place until it ended. */
export interface Made extends PairOfIds {
  readonly score: number;
  /** Instant. */
  readonly at: number;
}

/** Pairs of a policy that are held against hindsight. */
export function madePairs({ pairs }: Roster): readonly Made[] {
  return [...pairs.values()].flat().flatMap(({ mentorId, menteeId, score = 0, status, left, proposed }) => {
    if (status === "declined" || left !== undefined) return [];
    return [{ mentorId, menteeId, score, at: knownInstant(proposed) }];
  });
}

/** The same figures of what a policy made. */
export function figuresOfMade(events: readonly PoolEvent[], made: readonly Made[], dayCost: number): PairFigures {
  const stays = staysIn(events);
  const byPerson = new Map<string, Stay[]>();
  for (const stay of stays) {
    const key = `${stay.side} ${stay.id}`;
    byPerson.set(key, [...(byPerson.get(key) ?? []), stay]);
  }
  const joined = (side: Side, id: string, at: number): number =>
    (byPerson.get(`${side} ${normalId(id)}`) ?? []).reduce(
      (last, { from }) => (from <= at ? Math.max(last, from) : last),
      0,
    );
  let [score, waitDays, cost] = [0, 0, 0];
  for (const pair of made) {
    const first = Math.min(joined("mentee", pair.menteeId, pair.at), joined("mentor", pair.mentorId, pair.at));
    const days = daysBetween(first, pair.at);
    score += pair.score;
    waitDays += days;
    cost += Math.round(dayCost * days);
  }
  return { pairs: made.length, score, waitDays, worth: score - cost };
}

function placesIn(events: readonly PoolEvent[]): {
  readonly rows: readonly Places[];
  readonly columns: readonly Places[];
} {
  const places: Places[] = [];
  const endOf = new Map<string, number>();
  const started = new Map<string, { readonly capacity: number; readonly leavesBy: number }>();
  for (const event of events) {
    if (!("join" in event)) continue;
    const key = `${event.side} ${normalId(event.join.id)} ${knownInstant(event.at)}`;
    const leavesBy = event.leavesBy === undefined ? Infinity : goneFrom(event.leavesBy);
    started.set(key, { capacity: event.join.capacity ?? 1, leavesBy });
  }
  const stays = staysIn(events).map((stay): Stay => {
    const key = `${stay.side} ${stay.id} ${stay.from}`;
    const until = Math.min(stay.until, started.get(key)?.leavesBy ?? Infinity);
    endOf.set(key, until);
    return { ...stay, until };
  });
  for (const stay of stays) {
    const count = started.get(`${stay.side} ${stay.id} ${stay.from}`)?.capacity ?? 1;
    if (count > 0) places.push({ ...stay, opens: stay.from, count });
  }
  for (const { side, id, at, count } of freedIn(events)) {
    const stay = stays.find((one) => one.side === side && one.id === id && one.from <= at && at < one.until);
    if (stay !== undefined) places.push({ ...stay, opens: at, count });
  }
  return {
    rows: places.filter(({ side }) => side === "mentee"),
    columns: places.filter(({ side }) => side === "mentor"),
  };
}

interface Freed {
  readonly side: Side;
  readonly id: string;
  readonly at: number;
  readonly count: number;
}

/** Places that get free while people are there. */
function freedIn(events: readonly PoolEvent[]): readonly Freed[] {
  return events.flatMap((event): readonly Freed[] => {
    const at = knownInstant(event.at);
    if ("free" in event) return [{ side: event.side, id: normalId(event.free), at, count: event.places }];
    if (!("ended" in event)) return [];
    const { mentorId, menteeId } = event.ended;
    return [
      { side: "mentee", id: normalId(menteeId), at, count: 1 },
      { side: "mentor", id: normalId(mentorId), at, count: 1 },
    ];
  });
}

interface Links {
  readonly rowStart: Int32Array;
  readonly columnAt: Int32Array;
  readonly scoreAt: Int32Array;
  readonly daysAt: Float64Array;
  readonly costOf: (edge: number, dayCost: number) => number;
  readonly mostCost: (dayCost: number) => number;
}

/** Who could have met whom: allowed, and there at one time. */
function linksOf(rows: readonly Places[], columns: readonly Places[], table: Table, made: readonly Made[]): Links {
  const columnsOf = new Map<number, number[]>();
  columns.forEach(({ id }, column) => {
    const place = table.columnOf.get(id);
    if (place === undefined) return;
    const own = columnsOf.get(place);
    if (own === undefined) columnsOf.set(place, [column]);
    else own.push(column);
  });
  const further = furtherPairs(table, made);
  const rowStart = new Int32Array(rows.length + 1);
  const columnAt: number[] = [];
  const scoreAt: number[] = [];
  const daysAt: number[] = [];
  rows.forEach((row, place) => {
    const own = table.rowOf.get(row.id) ?? -1;
    const found: { readonly column: number; readonly score: number; readonly days: number }[] = [];
    const add = (mentor: number, score: number): void => {
      for (const column of columnsOf.get(mentor) ?? []) {
        const other = at(columns, column);
        const met = Math.max(row.opens, other.opens);
        if (met >= row.until || met >= other.until) continue;
        found.push({ column, score, days: daysBetween(Math.min(row.from, other.from), met) });
      }
    };
    const more = further.get(own);
    for (let pair = table.rowStart[own] ?? 0; pair < (table.rowStart[own + 1] ?? 0); pair += 1) {
      const column = at(table.columnAt, pair);
      add(column, Math.max(at(table.scoreAt, pair), more?.get(column) ?? 0));
      more?.delete(column);
    }
    for (const [column, score] of more ?? []) add(column, score);
    found.sort((a, b) => a.column - b.column);
    for (const { column, score, days } of found) {
      columnAt.push(column);
      scoreAt.push(score);
      daysAt.push(days);
    }
    rowStart[place + 1] = columnAt.length;
  });
  const days = Float64Array.from(daysAt);
  const longest = days.reduce((most, each) => Math.max(most, each), 0);
  return {
    rowStart,
    columnAt: Int32Array.from(columnAt),
    scoreAt: Int32Array.from(scoreAt),
    daysAt: days,
    costOf: (edge, dayCost) => Math.round(dayCost * (days[edge] ?? 0)),
    mostCost: (dayCost) => Math.ceil(dayCost * longest),
  };
}

/** Pairs that were made, by row and column of the table, with their best score. */
function furtherPairs(table: Table, made: readonly Made[]): ReadonlyMap<number, Map<number, number>> {
  const further = new Map<number, Map<number, number>>();
  for (const { menteeId, mentorId, score } of made) {
    const row = table.rowOf.get(normalId(menteeId));
    const column = table.columnOf.get(normalId(mentorId));
    if (row === undefined || column === undefined) continue;
    const own = further.get(row) ?? new Map<number, number>();
    further.set(row, own.set(column, Math.max(own.get(column) ?? 0, score)));
  }
  return further;
}

function seats(places: readonly Places[]): number {
  return places.reduce((sum, { count }) => sum + count, 0);
}

function edgeAt({ rowStart, columnAt }: Links, row: number, column: number): number {
  const from = rowStart[row] ?? 0;
  return from + columnAt.subarray(from, rowStart[row + 1]).indexOf(column);
}

function figuresOf(
  edges: readonly number[],
  links: Links,
  rows: readonly Places[],
  columns: readonly Places[],
  dayCost: number,
): Hindsight {
  const rowOf = new Int32Array(links.columnAt.length);
  rows.forEach((_, row) => rowOf.fill(row, links.rowStart[row], links.rowStart[row + 1]));
  let [score, waitDays, cost, menteeDays] = [0, 0, 0, 0];
  const chosen = edges.map((edge) => {
    const [row, column] = [rows[rowOf[edge] ?? 0], columns[links.columnAt[edge] ?? 0]];
    if (row === undefined || column === undefined) throw new RangeError("expected places of the stream");
    const own = links.scoreAt[edge] ?? 0;
    score += own;
    waitDays += links.daysAt[edge] ?? 0;
    cost += links.costOf(edge, dayCost);
    menteeDays += daysBetween(row.from, Math.max(row.opens, column.opens));
    return { mentorId: column.id, menteeId: row.id, at: instantText(Math.max(row.opens, column.opens)), score: own };
  });
  return { pairs: edges.length, score, waitDays, worth: score - cost, menteeDays, chosen };
}
