import type { MatchedResult } from "../../index.ts";
import type { PairOutcome } from "../outcomes/outcome.ts";
import { SIDES, type Side } from "../sentence.ts";

/** How far somebody came, in this order. */
export const STAGES = ["registered", "hasCandidate", "placed", "met", "rated"] as const;

export type Stage = (typeof STAGES)[number];

/** Somebody who registered for this round, on one side. */
export interface AuditPerson {
  readonly id: string;
  readonly side: Side;
  readonly label: string | undefined;
  readonly stratum: string;
  readonly reached: ReadonlySet<Stage>;
  /** Micro-points of the person's pairs: their mean; absent without a pair. */
  readonly score?: number;
}

export interface FunnelContext {
  readonly labels: ReadonlyMap<string, string>;
  readonly stratumOf: (id: string, side: Side) => string;
  /** Absent: the stages after `placed` are not asked about. */
  readonly outcomes?: readonly PairOutcome[];
}

/**
 * Everybody who registered, and which stages they reached. People with capacity 0 sit this round out and are not among them.
 * Placed people have a candidate: they have a partner.
 */
export function funnelOf(
  result: MatchedResult,
  { labels, stratumOf, outcomes }: FunnelContext,
): readonly AuditPerson[] {
  const people: AuditPerson[] = [];
  const enter = (id: string, side: Side, stages: readonly Stage[], scores: readonly number[]): void => {
    const sum = scores.reduce((all, score) => all + score, 0);
    people.push({
      id,
      side,
      label: labels.get(id),
      stratum: stratumOf(id, side),
      reached: new Set<Stage>(["registered", ...stages]),
      ...(scores.length === 0 ? {} : { score: sum / scores.length }),
    });
  };
  for (const side of SIDES) {
    const scoresOf = new Map<string, number[]>();
    for (const pair of result.pairs) {
      const id = idOf(pair, side);
      const scores = scoresOf.get(id);
      if (scores === undefined) scoresOf.set(id, [pair.score]);
      else scores.push(pair.score);
    }
    const later = laterStages(outcomes ?? [], side);
    for (const [id, scores] of scoresOf) enter(id, side, ["hasCandidate", "placed", ...(later.get(id) ?? [])], scores);
    for (const person of result.unmatched) {
      if (person.side !== side || person.code === "notThisRound") continue;
      enter(person.id, side, person.evidence.candidates > 0 ? ["hasCandidate"] : [], []);
    }
  }
  return people;
}

function laterStages(outcomes: readonly PairOutcome[], side: Side): ReadonlyMap<string, readonly Stage[]> {
  const reached = new Map<string, Set<Stage>>();
  for (const { pair, met, ratings, rating } of outcomes) {
    const id = idOf(pair, side).normalize("NFC");
    const stages = reached.get(id) ?? new Set<Stage>();
    reached.set(id, stages);
    if (met) stages.add("met");
    const isWhole = ratings.mentor === undefined && ratings.mentee === undefined;
    if (ratings[side] !== undefined || (isWhole && rating !== undefined)) stages.add("rated");
  }
  return new Map([...reached].map(([id, stages]) => [id, [...stages]]));
}

/** The person of a side in a pair. */
export function idOf(pair: { readonly mentorId: string; readonly menteeId: string }, side: Side): string {
  return side === "mentor" ? pair.mentorId : pair.menteeId;
}
