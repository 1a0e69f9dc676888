import { at } from "../base/at.ts";
import { compareByIds, compareText } from "../base/text.ts";
import type { InfeasibleResult, MatchedResult, PairsProof, Unmatched } from "../explain/result.ts";
import type { Program } from "../model/program.ts";
import { hash } from "./input-hash.ts";

/** How ties between equally good plans are decided: by lot, in the order of the SHA-256 of this text followed by the id. */
export interface Lot {
  readonly lot: string;
}

/**
 * The programme with both sides in the order of a lot instead of that of ids: from then on, whoever comes first in it has
 * the better of a tie. Nothing is random: the same text and ids give the same order, another text another one.
 */
export function drawLots(program: Program, { lot }: Lot): Program {
  const mentors = drawn(program.mentors, program.personOfMentor, lot);
  const mentees = drawn(program.mentees, program.personOfMentee, lot);
  return {
    ...program,
    mentors: mentors.people,
    personOfMentor: mentors.personOf,
    mentees: mentees.people,
    personOfMentee: mentees.personOf,
  };
}

function drawn<Person extends { readonly id: string }>(
  people: readonly Person[],
  personOf: Int32Array,
  lot: string,
): { readonly people: readonly Person[]; readonly personOf: Int32Array } {
  const order = people
    .map(({ id }, index) => ({ index, id, key: hash(lot + id) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id));
  return {
    people: order.map(({ index }) => at(people, index)),
    personOf: Int32Array.from(order, ({ index }) => at(personOf, index)),
  };
}

/** A result whose lists are in the order of a lot, with its lists in the order of ids as every result has them. */
export function inOrderOfIds<Result extends MatchedResult | InfeasibleResult>(result: Result): Result;
export function inOrderOfIds(result: MatchedResult | InfeasibleResult): MatchedResult | InfeasibleResult {
  const unmatched = [...result.unmatched].sort(bySideAndId);
  if (result.status === "infeasible") {
    return { ...result, unmatched, witness: { ...result.witness, ids: sortedIds(result.witness.ids) } };
  }
  const { pairs, shortages, totals, proof } = result;
  return {
    ...result,
    pairs: [...pairs].sort(compareByIds),
    unmatched,
    shortages: shortages.map((shortage) => ({
      ...shortage,
      ids: sortedIds(shortage.ids),
      partners: sortedIds(shortage.partners),
    })),
    totals: { ...totals, spare: [...totals.spare].sort(bySideAndId) },
    proof: proofInOrder(proof),
  };
}

function proofInOrder(proof: MatchedResult["proof"]): MatchedResult["proof"] {
  switch (proof.kind) {
    case "bound":
      return proof;
    case "prices":
      return { ...proof, ...sidesInOrder(proof), ...setsInOrder(proof) };
    case "levels":
      return {
        ...proof,
        placed: sidesInOrder(proof.placed),
        pairs: sidesInOrder(proof.pairs),
        levels: proof.levels.map((level) => ({ ...level, ...sidesInOrder(level) })),
      };
    case "noBlockingPair":
      return { ...proof, ...sidesInOrder(proof) };
  }
}

function setsInOrder({ deficientSets }: PairsProof): Pick<PairsProof, "deficientSets"> {
  if (deficientSets === undefined) return {};
  const { mentors, mentees } = deficientSets;
  return { deficientSets: { mentors: sortedIds(mentors), mentees: sortedIds(mentees) } };
}

function sidesInOrder<Item extends { readonly id: string }>(sides: {
  readonly mentors: readonly Item[];
  readonly mentees: readonly Item[];
}): { readonly mentors: readonly Item[]; readonly mentees: readonly Item[] } {
  const byId = (a: Item, b: Item): number => compareText(a.id, b.id);
  return { mentors: [...sides.mentors].sort(byId), mentees: [...sides.mentees].sort(byId) };
}

function sortedIds(ids: readonly string[]): readonly string[] {
  return [...ids].sort(compareText);
}

/** Mentees first, as in every result. */
function bySideAndId(a: Pick<Unmatched, "id" | "side">, b: Pick<Unmatched, "id" | "side">): number {
  return compareText(a.side, b.side) || compareText(a.id, b.id);
}
