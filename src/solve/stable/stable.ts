import { insist } from "../optimum/insist.ts";
import { verifyInSteps } from "../proof/verify.ts";
import { drain, SLICE, type Engine } from "../engine.ts";
import { NOT_RETURNED, returnedEntries } from "./mutual-choices.ts";
import {
  checkStableProblem,
  type NoBlockingPairProof,
  type PreferenceLists,
  type Proposer,
  type StableAssignment,
  type StableProblem,
} from "./problem.ts";
import { byNodes, inStretches } from "../stretches.ts";

export interface StableOptions {
  /** The side that makes the offers. @default "rows" */
  readonly proposer?: Proposer;
  /** Whether the answer is checked by `verifyOptimality` before it is returned. @default true */
  readonly verify?: boolean;
}

/**
 * A stable choice of pairs by deferred acceptance: of all stable choices the one that every node of the proposing side
 * likes best.
 *
 * Stable: no partner is unacceptable, no capacity is exceeded, and there is no *blocking pair*: an acceptable row and
 * column that are not partners, of which each has a free seat or prefers the other to its worst partner. With several
 * seats a node compares sets of partners seat by seat (responsive preferences): an acceptable partner is better than an
 * empty seat, and swapping one partner for a preferred one is better. Many-to-many choices are stable pairwise: no single
 * pair blocks; larger coalitions are not considered.
 *
 * What holds for every stable choice: each node has the same number of partners in all of them, and a node with a free
 * seat has the same partners in all of them; so who stays alone does not depend on `proposer`.
 *
 * Never infeasible. Lists are strict and the result is unique, so there are no ties to break. `work` counts the
 * proposals: at most one for each acceptable pair. Time and memory O(entries of both sides).
 *
 * Method: deferred acceptance (Gale and Shapley 1962), several seats a side as in Roth 1984.
 *
 * @throws TersineError `PREFERENCES_SHAPE`, `NUMBER_RANGE`, `NUMBER_NOT_FINITE` with the position of each problem
 */
export function solveStable(problem: StableProblem, options: StableOptions = {}): StableAssignment {
  checkStableProblem(problem);
  return drain(solveStableInSteps(problem, options));
}

/** `solveStable` as a generator that yields its work count every few milliseconds, for lists that are sound by their making. */
export function* solveStableInSteps(problem: StableProblem, options: StableOptions = {}): Engine<StableAssignment> {
  const assignment = yield* propose(problem, options.proposer ?? "rows");
  yield assignment.work;
  if (options.verify ?? true) yield* insist(verifyInSteps(problem, assignment), assignment.work);
  return assignment;
}

function* propose(problem: StableProblem, proposer: Proposer): Engine<StableAssignment> {
  const { rows, columns, rowPreferences, columnPreferences } = problem;
  const rowCapacity = problem.rowCapacity ?? new Int32Array(rows).fill(1);
  const columnCapacity = problem.columnCapacity ?? new Int32Array(columns).fill(1);
  if (proposer === "rows") {
    const outcome = yield* deferAcceptance(rowPreferences, columnPreferences, rowCapacity, columnCapacity);
    const { proposerHeldAt, proposerCutoff, receiverCutoff, proposals } = outcome;
    const proof = {
      kind: "noBlockingPair",
      proposer,
      rowCutoff: proposerCutoff,
      columnCutoff: receiverCutoff,
    } as const;
    return yield* assignmentOf(problem, proposerHeldAt, proof, proposals);
  }
  const outcome = yield* deferAcceptance(columnPreferences, rowPreferences, columnCapacity, rowCapacity);
  const { receiverHeldAt, proposerCutoff, receiverCutoff, proposals } = outcome;
  const proof = { kind: "noBlockingPair", proposer, rowCutoff: receiverCutoff, columnCutoff: proposerCutoff } as const;
  return yield* assignmentOf(problem, receiverHeldAt, proof, proposals);
}

interface Outcome {
  /** 1 for each entry of the proposers' lists that ended as a pair. */
  readonly proposerHeldAt: Uint8Array;
  /** The same pairs, as entries of the receivers' lists. */
  readonly receiverHeldAt: Uint8Array;
  readonly proposerCutoff: Int32Array;
  readonly receiverCutoff: Int32Array;
  readonly proposals: number;
}

/**
 * Every proposer with a free seat asks the best choice it has not asked yet; a receiver holds the best askers that it has
 * seats for and lets the worst go when a better one comes.
 *
 * Invariant: a receiver holds the askers whose entry in its list has `heldAt` 1, and once it is full, `worstHeld` is the last
 * of them. From then on its askers only get better, so `worstHeld` only moves towards the front of the list, and all
 * its moves together are no more than the list is long. The order of the proposals does not change the outcome.
 */
function* deferAcceptance(
  proposerLists: PreferenceLists,
  receiverLists: PreferenceLists,
  proposerCapacity: Int32Array,
  receiverCapacity: Int32Array,
): Engine<Outcome> {
  const { start: listStart, choiceAt: receiverAt } = proposerLists;
  const { start: receiverStart, choiceAt: askerAt } = receiverLists;
  const returnedAt = yield* returnedEntries(proposerLists, receiverLists);
  yield 0;
  const proposers = proposerCapacity.length;
  const next = listStart.slice(0, proposers);
  const seatsLeft = proposerCapacity.slice();
  const spare = receiverCapacity.slice();
  const heldAt = new Uint8Array(askerAt.length);
  const worstHeld = receiverStart.slice(1).map((end) => end - 1);
  const waiting = new Int32Array(proposers).map((_, position) => proposers - 1 - position);
  const isWaiting = new Uint8Array(proposers).fill(1);
  let waitingCount = proposers;
  let proposals = 0;
  let moves = 0;
  let pause = SLICE;
  while (waitingCount > 0) {
    if (proposals + moves >= pause) {
      yield proposals;
      pause = proposals + moves + SLICE;
    }
    const proposer = waiting[--waitingCount]!;
    isWaiting[proposer] = 0;
    while (seatsLeft[proposer]! > 0 && next[proposer]! < listStart[proposer + 1]!) {
      const entry = next[proposer]!++;
      const returned = returnedAt[entry]!;
      if (returned === NOT_RETURNED) continue;
      proposals++;
      const receiver = receiverAt[entry]!;
      if (receiverCapacity[receiver] === 0 || returned > worstHeld[receiver]!) continue;
      heldAt[returned] = 1;
      seatsLeft[proposer]!--;
      let worst = worstHeld[receiver]!;
      if (spare[receiver]! > 0) {
        if (--spare[receiver]! > 0) continue;
      } else {
        const loser = askerAt[worst]!;
        heldAt[worst] = 0;
        seatsLeft[loser]!++;
        if (isWaiting[loser] === 0) {
          isWaiting[loser] = 1;
          waiting[waitingCount++] = loser;
        }
      }
      while (heldAt[worst] === 0) worst--;
      moves += worstHeld[receiver]! - worst;
      worstHeld[receiver] = worst;
    }
  }
  const proposerHeldAt = new Uint8Array(returnedAt.length);
  yield* inStretches(returnedAt.length, proposals, (from, until) => {
    for (let entry = from; entry < until; entry++) {
      const returned = returnedAt[entry]!;
      if (returned !== NOT_RETURNED) proposerHeldAt[entry] = heldAt[returned]!;
    }
  });
  return {
    proposerHeldAt,
    receiverHeldAt: heldAt,
    proposerCutoff: cutoffs(listStart, proposerCapacity, seatsLeft, (node) => next[node]! - 1),
    receiverCutoff: cutoffs(receiverStart, receiverCapacity, spare, (node) => worstHeld[node]!),
    proposals,
  };
}

/** How far down its list each node would still take somebody; see `NoBlockingPairProof`. */
function cutoffs(
  start: Int32Array,
  capacity: Int32Array,
  spare: Int32Array,
  worstEntry: (node: number) => number,
): Int32Array {
  return capacity.map((seats, node) => {
    if (seats === 0) return 0;
    return (spare[node]! > 0 ? start[node + 1]! : worstEntry(node)) - start[node]!;
  });
}

/** The pairs behind the held entries of the rows' lists, sorted by row and column. */
function* assignmentOf(
  { columns, rowPreferences, weightAt }: StableProblem,
  heldAt: Uint8Array,
  proof: NoBlockingPairProof,
  work: number,
): Engine<StableAssignment> {
  const { start, choiceAt } = rowPreferences;
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  const isPlacedColumn = new Uint8Array(columns);
  let placedRows = 0;
  let total = 0;
  yield* byNodes(start, work, (from, until) => {
    for (let row = from; row < until; row++) {
      const partners: number[] = [];
      for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
        if (heldAt[entry] === 0) continue;
        partners.push(choiceAt[entry]!);
        total += weightAt?.[entry] ?? 0;
      }
      if (partners.length > 0) placedRows++;
      for (const column of partners.sort((a, b) => a - b)) {
        rowOf.push(row);
        columnOf.push(column);
        isPlacedColumn[column] = 1;
      }
    }
  });
  const placedColumns = isPlacedColumn.reduce((count, placed) => count + placed, 0);
  return {
    status: "optimal",
    rowOf: Int32Array.from(rowOf),
    columnOf: Int32Array.from(columnOf),
    total,
    placedRows,
    placedColumns,
    proof,
    work,
  };
}
