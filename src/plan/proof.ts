import { at } from "../base/at.ts";
import { counted, figureText } from "../base/figures.ts";
import { scaleText } from "../score/scale.ts";
import type { BoundPairsProof, Cutoff, GoalPrices, MatchedResult, PairsProof, Price } from "../explain/result.ts";
import type { Mentee, Mentor, Program } from "../model/program.ts";
import type { LevelPrices } from "../solve/fair/problem.ts";
import type { PricesProof } from "../solve/problem.ts";
import type { BoundedAssignment, BoundNode } from "../solve/quota/problem.ts";
import type { Pool } from "./pool.ts";
import type { Matching } from "./solve.ts";

/** The proof of an assignment in the words of results. */
export function proofOf(pool: Pool, proof: Matching["proof"]): MatchedResult["proof"] {
  const { program } = pool;
  switch (proof.kind) {
    case "bound":
      return boundInWords(pool, proof);
    case "prices":
      return { ...pricesInWords(program, proof), ...countsOf(pool) };
    case "levels":
      return {
        kind: "levels",
        placed: goalPrices(program, proof.placed),
        pairs: goalPrices(program, proof.pairs),
        levels: proof.levels.map((level) => ({
          score: level.weight,
          count: level.count,
          ...goalPrices(program, level),
        })),
      };
    case "noBlockingPair":
      return {
        kind: "noBlockingPair",
        proposer: proof.proposer === "rows" ? "mentees" : "mentors",
        mentors: cutoffs(program.mentors, proof.columnCutoff),
        mentees: cutoffs(program.mentees, proof.rowCutoff),
      };
  }
}

/** The `counts` entry of a proof, or no entry. */
function countsOf({ options: { coverage } }: Pool): Pick<PairsProof, "counts"> {
  return coverage === undefined || coverage === "both" ? {} : { counts: coverage };
}

const COUNTED = {
  both: { en: ["person", "people"], tr: "kişiden" },
  mentors: { en: ["mentor", "mentors"], tr: "mentordan" },
  mentees: { en: ["mentee", "mentees"], tr: "mentee'den" },
} as const;

function boundInWords({ quotas, options }: Pool, { placed, total, tree }: BoundedAssignment["proof"]): BoundPairsProof {
  const cases =
    leavesOf(tree.root) + (placed !== undefined && "root" in placed.because ? leavesOf(placed.because.root) : 0);
  const price = new Map<number, number>();
  quotas.list.forEach(({ position }, quota) => {
    price.set(position, (price.get(position) ?? 0) + at(tree.root.multipliers, quota) / tree.scale);
  });
  const best = scaleText(total);
  const noun = COUNTED[options.coverage ?? "both"];
  const shown = {
    en: `shown in ${counted(cases, "case")}`,
    tr: `${figureText(cases).tr} durumda kanıtlandı`,
  };
  const text =
    placed === undefined
      ? {
          en: `No plan that meets the demands totals more than ${best.en} (${shown.en}).`,
          tr: `Koşullara uyan hiçbir planın toplamı ${best.tr} üstüne çıkamaz (${shown.tr}).`,
        }
      : {
          en: `No plan that meets the demands places more than ${counted(placed.nodes, noun.en[0], noun.en[1])}; none that places as many totals more than ${best.en} (${shown.en}).`,
          tr: `Koşullara uyan hiçbir plan ${figureText(placed.nodes).tr} ${noun.tr} fazlasını eşleştiremez; o kadarını eşleştirenlerin hiçbirinin toplamı ${best.tr} üstüne çıkamaz (${shown.tr}).`,
        };
  return {
    kind: "bound",
    ...(placed === undefined ? {} : { people: placed.nodes }),
    score: total,
    cases,
    quotas: quotas.given.map(({ name }, position) => ({ name, price: Math.round(price.get(position) ?? 0) })),
    ...text,
  };
}

function leavesOf(root: BoundNode): number {
  let leaves = 0;
  const open: (BoundNode | undefined)[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (node?.then !== undefined) open.push(node.then);
    else if (node?.branch !== undefined) open.push(node.branch.required, node.branch.excluded);
    else if (node?.split !== undefined) open.push(node.split.within, node.split.beyond);
    else leaves += 1;
  }
  return leaves;
}

function pricesInWords({ mentors, mentees }: Program, proof: PricesProof): PairsProof {
  const priced = (people: readonly (Mentor | Mentee)[], prices: Float64Array): readonly Price[] =>
    people.map(({ id }, index) => ({ id, price: at(prices, index) }));
  const { coverage } = proof;
  return {
    kind: "prices",
    placement: proof.placement,
    mentors: priced(mentors, proof.columnPrice),
    mentees: priced(mentees, proof.rowPrice),
    ...(coverage === undefined
      ? {}
      : { deficientSets: { mentors: idsAt(mentors, coverage.columns), mentees: idsAt(mentees, coverage.rows) } }),
  };
}

function goalPrices({ mentors, mentees }: Program, prices: LevelPrices): GoalPrices {
  const listed = (people: readonly (Mentor | Mentee)[], indices: Int32Array, priceAt: Int32Array): readonly Price[] =>
    Array.from(indices, (index, place) => ({ id: at(people, index).id, price: at(priceAt, place) }));
  return {
    mentors: listed(mentors, prices.columns, prices.columnPrice),
    mentees: listed(mentees, prices.rows, prices.rowPrice),
  };
}

function cutoffs(people: readonly (Mentor | Mentee)[], cutoffOf: Int32Array): readonly Cutoff[] {
  return people.map(({ id }, index) => ({ id, cutoff: at(cutoffOf, index) }));
}

function idsAt(people: readonly (Mentor | Mentee)[], indices: Int32Array): readonly string[] {
  return Array.from(indices).flatMap((index) => people[index]?.id ?? []);
}
