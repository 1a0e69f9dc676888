import { asPublic } from "../../base/public.ts";
import { drain, type Steps } from "../../base/steps.ts";
import { checkAnswer } from "../check-answer.ts";
import { verifySteps } from "../proof/verify.ts";
import { NOT_RETURNED, returnedEntries } from "./mutual-choices.ts";
import {
  checkStableProblem,
  type NoBlockingPairProof,
  type PreferenceLists,
  type Proposer,
  type StableAssignment,
  type StableProblem,
} from "./problem.ts";

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
  return asPublic("solveStable", () => {
    checkStableProblem(problem);
    return drain(stableSteps(problem, options));
  });
}

/** `solveStable` for lists that are sound by their making; tells the proposals so far. */
export function* stableSteps(problem: StableProblem, options: StableOptions = {}): Steps<StableAssignment, number> {
  const { rows, columns, rowPreferences, columnPreferences } = problem;
  const rowSide = { lists: rowPreferences, capacity: problem.rowCapacity ?? new Int32Array(rows).fill(1) };
  const columnSide = { lists: columnPreferences, capacity: problem.columnCapacity ?? new Int32Array(columns).fill(1) };
  const proposer = options.proposer ?? "rows";
  const outcome = proposer === "rows" ? deferAcceptance(rowSide, columnSide) : deferAcceptance(columnSide, rowSide);
  const [row, column] =
    proposer === "rows" ? [outcome.proposers, outcome.receivers] : [outcome.receivers, outcome.proposers];
  const proof = { kind: "noBlockingPair", proposer, rowCutoff: row.cutoff, columnCutoff: column.cutoff } as const;
  const assignment = assignmentOf(problem, row.heldAt, proof, outcome.proposals);
  yield assignment.work;
  if (options.verify ?? true) yield* checkAnswer(verifySteps(problem, assignment), assignment.work);
  return assignment;
}

interface Side {
  readonly lists: PreferenceLists;
  readonly capacity: Int32Array;
}

interface Outcome {
  readonly proposers: SideOutcome;
  readonly receivers: SideOutcome;
  readonly proposals: number;
}

interface SideOutcome {
  /** 1 for each entry of the side's lists that ended as a pair. */
  readonly heldAt: Uint8Array;
  /** See `NoBlockingPairProof`. */
  readonly cutoff: Int32Array;
}

/**
 * Every proposer with a free seat asks the best choice it has not asked yet; a receiver holds the best askers that it has
 * seats for and lets the worst go when a better one comes.
 *
 * Invariant: a receiver holds the askers whose entry in its list has `heldAt` 1, and once it is full, `worstHeld` is the last
 * of them. From then on its askers only get better, so `worstHeld` only moves towards the front of the list, and all
 * its moves together are no more than the list is long. The order of the proposals does not change the outcome.
 */
function deferAcceptance(proposerSide: Side, receiverSide: Side): Outcome {
  const { start: listStart, choiceAt: receiverAt } = proposerSide.lists;
  const { start: receiverStart, choiceAt: askerAt } = receiverSide.lists;
  const returnedAt = returnedEntries(proposerSide.lists, receiverSide.lists);
  const proposers = listStart.length - 1;
  const next = listStart.slice(0, proposers);
  const seatsLeft = proposerSide.capacity.slice();
  const spare = receiverSide.capacity.slice();
  const heldAt = new Uint8Array(askerAt.length);
  const worstHeld = receiverStart.slice(1).map((end) => end - 1);
  const waiting = new Int32Array(proposers).map((_, position) => proposers - 1 - position);
  const isWaiting = new Uint8Array(proposers).fill(1);
  let waitingCount = proposers;
  let proposals = 0;
  while (waitingCount > 0) {
    const proposer = waiting[--waitingCount]!;
    isWaiting[proposer] = 0;
    while (seatsLeft[proposer]! > 0 && next[proposer]! < listStart[proposer + 1]!) {
      const entry = next[proposer]!++;
      const returned = returnedAt[entry]!;
      if (returned === NOT_RETURNED) continue;
      proposals++;
      const receiver = receiverAt[entry]!;
      if (receiverSide.capacity[receiver] === 0 || returned > worstHeld[receiver]!) continue;
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
      worstHeld[receiver] = worst;
    }
  }
  const isHeld = new Uint8Array(returnedAt.length);
  for (let entry = 0; entry < isHeld.length; entry++) {
    const returned = returnedAt[entry]!;
    if (returned !== NOT_RETURNED) isHeld[entry] = heldAt[returned]!;
  }
  return {
    proposers: { heldAt: isHeld, cutoff: cutoffs(proposerSide, seatsLeft, (node) => next[node]! - 1) },
    receivers: { heldAt, cutoff: cutoffs(receiverSide, spare, (node) => worstHeld[node]!) },
    proposals,
  };
}

/** How far down its list each node would still take somebody; see `NoBlockingPairProof`. */
function cutoffs({ lists, capacity }: Side, spare: Int32Array, worstEntry: (node: number) => number): Int32Array {
  const { start } = lists;
  return capacity.map((seats, node) => {
    if (seats === 0) return 0;
    return (spare[node]! > 0 ? start[node + 1]! : worstEntry(node)) - start[node]!;
  });
}

/** The pairs behind the held entries of the rows' lists, sorted by row and column. */
function assignmentOf(
  { columns, rowPreferences, weightAt }: StableProblem,
  heldAt: Uint8Array,
  proof: NoBlockingPairProof,
  work: number,
): StableAssignment {
  const { start, choiceAt } = rowPreferences;
  const rowOf: number[] = [];
  const columnOf: number[] = [];
  const isPlacedColumn = new Uint8Array(columns);
  let placedRows = 0;
  let total = 0;
  for (let row = 0; row + 1 < start.length; row++) {
    const partners: number[] = [];
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
      if (heldAt[entry] === 0) continue;
      partners.push(choiceAt[entry]!);
      if (weightAt !== undefined) total += weightAt[entry]!;
    }
    if (partners.length > 0) placedRows++;
    for (const column of partners.sort((a, b) => a - b)) {
      rowOf.push(row);
      columnOf.push(column);
      isPlacedColumn[column] = 1;
    }
  }
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
