import type { Program } from "../../model/program.ts";
import type { PreparedScore } from "../../score/weighted.ts";
import {
  type AskedRules,
  countBits,
  emptyCounts,
  hasSameMeasures,
  pairBitsOf,
  type Refusals,
  scoreBitsOf,
} from "./asked-rules.ts";
import { type CandidateGraph, candidateGraph } from "./graph.ts";
import { type Block, mergeEdges } from "./merged-edges.ts";

/** Old index of each row and column; -1 for new ones, and for those whose pairs the change may affect. */
export interface OldIndices {
  readonly oldRowOf: Int32Array;
  readonly oldColumnOf: Int32Array;
}

/** Scores of some mentees with some mentors, mentee by mentee. */
export type BlockScores = (mentees: readonly number[], mentors: readonly number[]) => Int32Array;

/** A programme before or after a change, and how its pairs are scored. */
export interface ChangeSide {
  readonly program: Program;
  readonly scoresOf: BlockScores;
}

/**
 * The candidates after a change: pairs of two people who were the same before keep what was found of them, all others are
 * asked about. The rules must be those of `previous`, with further ones behind; a new one refuses none of the pairs kept.
 *
 * Takes O(candidates + changed people × people × (criteria + rules)) time.
 *
 * @returns Nothing if a rule measures by something else now, which changes pairs that the change does not touch.
 */
export function changeCandidates(
  previous: CandidateGraph,
  before: ChangeSide,
  after: ChangeSide,
  asked: AskedRules,
  score: PreparedScore,
  old: OldIndices,
): CandidateGraph | undefined {
  if (!hasSameMeasures(previous.asked, asked)) return undefined;
  const rows = newOnes(old.oldRowOf);
  const columns = newOnes(old.oldColumnOf);
  const isNobodyGone =
    old.oldRowOf.length === before.program.mentees.length && old.oldColumnOf.length === before.program.mentors.length;
  // the refusals count a new rule too
  if (rows.length + columns.length === 0 && isNobodyGone && asked.rules.length === previous.rules.length) {
    return candidateGraph(previous, asked, previous.refusals, score);
  }
  const mentors = [...old.oldColumnOf.keys()];
  const ofRows = askBlock(asked, after, rows, mentors);
  const ofColumns = askBlock(asked, after, [...old.oldRowOf.keys()], columns);
  const counts = keptCounts(previous, before, asked.rules.length, old);
  rows.forEach((row, at) => {
    for (const column of mentors) {
      const bits = ofRows.bitsAt[at * mentors.length + column]!;
      countBits(counts.mentees, row, bits, asked.anyPairRule, 1);
      countBits(counts.mentors, column, bits, asked.anyPairRule, 1);
    }
  });
  for (let row = 0; row < old.oldRowOf.length; row += 1) {
    if (old.oldRowOf[row]! < 0) continue;
    columns.forEach((column, at) => {
      const bits = ofColumns.bitsAt[row * columns.length + at]!;
      countBits(counts.mentees, row, bits, asked.anyPairRule, 1);
      countBits(counts.mentors, column, bits, asked.anyPairRule, 1);
    });
  }
  const edges = mergeEdges(previous, old.oldRowOf, old.oldColumnOf, ofRows, ofColumns);
  return candidateGraph(edges, asked, counts, score);
}

function newOnes(oldOf: Int32Array): readonly number[] {
  return [...oldOf.keys()].filter((index) => oldOf[index]! < 0);
}

function askBlock(
  asked: AskedRules,
  { scoresOf }: ChangeSide,
  mentees: readonly number[],
  mentors: readonly number[],
): Block {
  const scoreAt = mentees.length * mentors.length === 0 ? new Int32Array() : scoresOf(mentees, mentors);
  return { bitsAt: bitsOfBlock(asked, mentees, mentors, scoreAt), scoreAt };
}

function bitsOfBlock(
  asked: AskedRules,
  mentees: readonly number[],
  mentors: readonly number[],
  scoreAt: Int32Array,
): Int32Array {
  const bitsAt = new Int32Array(mentors.length * mentees.length);
  let at = 0;
  for (const mentee of mentees) {
    for (const mentor of mentors) {
      bitsAt[at] = pairBitsOf(asked, mentee, mentor) | scoreBitsOf(asked, scoreAt[at] ?? Infinity, mentee, mentor);
      at += 1;
    }
  }
  return bitsAt;
}

/** Counts of all pairs of two people who were the same before. */
function keptCounts(
  { asked, refusals }: CandidateGraph,
  before: ChangeSide,
  rules: number,
  { oldRowOf, oldColumnOf }: OldIndices,
): Record<"mentors" | "mentees", Refusals> {
  const counts = emptyCounts(rules, oldRowOf.length, oldColumnOf.length);
  copyCounts(counts.mentees, refusals.mentees, oldRowOf);
  copyCounts(counts.mentors, refusals.mentors, oldColumnOf);
  const newRowOf = inverse(oldRowOf, before.program.mentees.length);
  const newColumnOf = inverse(oldColumnOf, before.program.mentors.length);
  const goneRows = newOnes(newRowOf);
  const goneColumns = newOnes(newColumnOf);
  // scores matter for what a minimum score refused alone
  const scoresOf = (mentees: readonly number[], mentors: readonly number[]): Int32Array =>
    asked.scoreRules.length === 0 || mentees.length * mentors.length === 0
      ? new Int32Array()
      : before.scoresOf(mentees, mentors);
  const keptRows = [...newRowOf.keys()].filter((row) => newRowOf[row]! >= 0);
  const keptColumns = [...newColumnOf.keys()].filter((column) => newColumnOf[column]! >= 0);
  takeBack(counts.mentors, newColumnOf, "mentor", goneRows, keptColumns);
  takeBack(counts.mentees, newRowOf, "mentee", keptRows, goneColumns);
  return counts;

  function takeBack(
    kept: Refusals,
    newOf: Int32Array,
    side: "mentor" | "mentee",
    mentees: readonly number[],
    mentors: readonly number[],
  ): void {
    const bitsAt = bitsOfBlock(asked, mentees, mentors, scoresOf(mentees, mentors));
    let at = 0;
    for (const mentee of mentees) {
      for (const mentor of mentors) {
        countBits(kept, newOf[side === "mentor" ? mentor : mentee]!, bitsAt[at]!, asked.anyPairRule, -1);
        at += 1;
      }
    }
  }
}

function copyCounts(into: Refusals, from: Refusals, oldOf: Int32Array): void {
  const copy = (to: Int32Array, old: Int32Array): void => {
    for (let index = 0; index < oldOf.length; index += 1) if (oldOf[index]! >= 0) to[index] = old[oldOf[index]!]!;
  };
  from.by.forEach((old, rule) => {
    copy(into.by[rule]!, old);
    copy(into.onlyBy[rule]!, from.onlyBy[rule]!);
  });
  copy(into.allowedByPairRules, from.allowedByPairRules);
  copy(into.candidates, from.candidates);
}

/** New index of each old one, -1 for those gone. */
function inverse(oldOf: Int32Array, length: number): Int32Array {
  const newOf = new Int32Array(length).fill(-1);
  oldOf.forEach((old, index) => {
    if (old >= 0) newOf[old] = index;
  });
  return newOf;
}
