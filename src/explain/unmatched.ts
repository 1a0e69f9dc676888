import { at } from "../base/at.ts";
import { counted, figureText } from "../base/figures.ts";
import { forPeople, type Steps } from "../base/steps.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { type DeficientSet, deficientSetsOf } from "./deficient-sets.ts";
import { countEvidence, countReasons, refusalCounts } from "./refusal-counts.ts";
import type { Reason, Shortage, Sentence, Unmatched, UnmatchedCode, UnmatchedEvidence } from "./result.ts";
import type { SideView } from "./side-view.ts";

type Side = "mentor" | "mentee";

/** What the pairs were chosen by, as far as the reasons depend on it. */
type Objective = "coverage" | "score" | "fair" | "stable" | "quotas" | "furtherPartners" | "worth";

export interface UnmatchedExplanation {
  readonly unmatched: readonly Unmatched[];
  readonly shortages: readonly Shortage[];
}

/**
 * Everybody who is in no pair, with one code each and what it rests on; and the shortages that they share. Can be paused
 * every few people.
 *
 * @param views The chosen pairs; without them only those are listed whom no choice of pairs could place.
 */
export function* explainUnmatched(
  program: Program,
  graph: CandidateGraph,
  views: Readonly<Record<Side, SideView>> | undefined,
  objective: Objective = "coverage",
): Steps<UnmatchedExplanation> {
  const shortages: Shortage[] = [];
  const unmatched: Unmatched[] = [];
  for (const side of ["mentee", "mentor"] as const) {
    const view = views?.[side];
    const others = (side === "mentor" ? program.mentees : program.mentors).length;
    const standings = standingsOf(program, graph, view, side);
    const hopeful = standings.filter(({ isHopeless }) => !isHopeless).map(({ index }) => index);
    const deficientOf = view === undefined ? undefined : yield* deficientSetsOf(hopeful, view);
    const numberOf = new Map<DeficientSet, number>();
    const numbered = (set: DeficientSet): number => {
      const number = numberOf.get(set) ?? shortages.push(shortageOf(program, side, set)) - 1;
      numberOf.set(set, number);
      return number;
    };
    yield* forPeople(standings, (standing) => {
      if (view === undefined && !standing.isHopeless) return;
      const deficient = deficientOf?.get(standing.index);
      const code = codeOf(standing, deficient, objective);
      const shortage = deficient === undefined ? {} : { shortage: numbered(deficient) };
      const counts = refusalCounts(program, graph, standing);
      const { candidates } = standing;
      const evidence = { others, candidates, refusals: countEvidence(counts), ...shortage };
      const reasons = reasonsOf(code, side, evidence, deficient, objective, () => countReasons(graph, counts));
      unmatched.push({ id: standing.id, side, code, reasons, evidence });
    });
  }
  return { unmatched, shortages };
}

/** Somebody without a partner, and what the candidates say of them. */
interface Standing {
  readonly side: Side;
  readonly index: number;
  readonly id: string;
  readonly capacity: number;
  /** How many people of the other side are candidates. */
  readonly candidates: number;
  /** How many would be if no minimum score counted. */
  readonly allowedByPairRules: number;
  /** Whether no choice of pairs could place the person. */
  readonly isHopeless: boolean;
}

/** Everybody of a side without a partner; without a view everybody. */
function standingsOf(
  program: Program,
  { refusals }: CandidateGraph,
  view: SideView | undefined,
  side: Side,
): readonly Standing[] {
  const people = side === "mentor" ? program.mentors : program.mentees;
  const counts = side === "mentor" ? refusals.mentors : refusals.mentees;
  return people.flatMap(({ id, capacity }, index): readonly Standing[] => {
    if (view !== undefined && at(view.loadOf, index) > 0) return [];
    const candidates = at(counts.candidates, index);
    const allowedByPairRules = at(counts.allowedByPairRules, index);
    const isHopeless = capacity === 0 || candidates === 0;
    return [{ side, index, id, capacity, candidates, allowedByPairRules, isHopeless }];
  });
}

function codeOf(
  { capacity, candidates, allowedByPairRules }: Standing,
  deficient: DeficientSet | undefined,
  objective: Objective,
): UnmatchedCode {
  if (capacity === 0) return "notThisRound";
  if (candidates === 0) return allowedByPairRules > 0 ? "belowMinimumScore" : "noCandidate";
  if (deficient !== undefined) return "noFreePlace";
  return objective === "stable" ? "notProposed" : "outscored";
}

function shortageOf({ mentors, mentees }: Program, side: Side, set: DeficientSet): Shortage {
  const [own, others] = side === "mentor" ? [mentors, mentees] : [mentees, mentors];
  const idsOf = (people: readonly { readonly id: string }[], indices: readonly number[]): readonly string[] =>
    indices.map((index) => at(people, index).id);
  const { seats: places, needed } = set;
  return { side, ids: idsOf(own, set.people), partners: idsOf(others, set.partners), places, needed };
}

function reasonsOf(
  code: UnmatchedCode,
  side: Side,
  evidence: UnmatchedEvidence,
  deficient: DeficientSet | undefined,
  objective: Objective,
  refusals: () => readonly Reason[],
): readonly Reason[] {
  const other = side === "mentor" ? "mentee" : "mentor";
  switch (code) {
    case "notThisRound":
      return [
        {
          about: code,
          audience: "participant",
          en: "Not taking part in this round (capacity 0).",
          tr: "Bu tura katılmıyor (kapasite 0).",
        },
      ];
    case "outscored":
      return [
        {
          about: code,
          audience: "organiser",
          ...outscoredText(evidence.candidates, objective),
        },
      ];
    case "notProposed":
      return [
        {
          about: code,
          audience: "organiser",
          en: `Has ${counted(evidence.candidates, "candidate")}; ${evidence.candidates === 1 ? "who is" : "each is"} full with partners ranked higher.`,
          tr: `${figureText(evidence.candidates).tr} adayı var; her birinin kontenjanı daha üst sıraya yazdığı kişilerle dolu.`,
        },
      ];
    case "noFreePlace": {
      const { people = [], partners: candidates = [], needed = 0, seats: places = 0 } = deficient ?? {};
      const [count, partners] = [people.length, candidates.length];
      return [
        {
          about: code,
          audience: "organiser",
          en:
            count === 1
              ? `Needs ${counted(needed, "place")}, but has only ${counted(partners, other)} as ${plural(partners, "candidate")}, with ${counted(places, "place")} to give.`
              : `${counted(count, "person", "people")}, this one among them, need ${counted(needed, "place")}, but have only ${counted(partners, other)} as ${plural(partners, "candidate")}, with ${counted(places, "place")} for them.`,
          tr:
            count === 1
              ? `Bu kişiye ${trOf(needed)} kontenjan gerekiyor, ama adayı yalnızca ${trOf(partners)} ${other}; ayrılabilen kontenjan ${trOf(places)}.`
              : `Bu kişiyle birlikte ${trOf(count)} kişiye ${trOf(needed)} kontenjan gerekiyor, ama adayları yalnızca ${trOf(partners)} ${other}; onlara ayrılabilen kontenjan ${trOf(places)}.`,
        },
      ];
    }
    case "noCandidate":
    case "belowMinimumScore":
      return [
        {
          about: code,
          audience: "organiser",
          ...noCandidateText(evidence.others, other),
        },
        ...refusals(),
      ];
  }
}

function noCandidateText(others: number, other: Side): Sentence {
  if (others === 0) return { en: `There is no ${other} in the programme.`, tr: `Programda hiç ${other} yok.` };
  if (others === 1) return { en: `The only ${other} is no candidate.`, tr: `Programdaki tek ${other} aday olamıyor.` };
  const { en, tr } = figureText(others);
  return { en: `None of the ${en} ${other}s is a candidate.`, tr: `${tr} ${other} arasında aday yok.` };
}

function trOf(count: number): string {
  return figureText(count).tr;
}

function plural(count: number, noun: string): string {
  return count === 1 ? noun : `${noun}s`;
}

function outscoredText(count: number, objective: Objective): Sentence {
  const candidates = counted(count, "candidate");
  const adaylar = trOf(count);
  if (objective === "fair") {
    return {
      en: `Has ${candidates}, but other pairs keep the lowest scores higher.`,
      tr: `${adaylar} adayı var, ama başka eşleşmeler en düşük puanları daha yüksek tutuyor.`,
    };
  }
  if (objective === "quotas") {
    return {
      en: `Has ${candidates}, but the quotas and the better total ask for other pairs.`,
      tr: `${adaylar} adayı var, ama kotalar ve daha yüksek toplam puan başka eşleşmeler gerektiriyor.`,
    };
  }
  if (objective === "furtherPartners") {
    return {
      en: `Has ${candidates}, but no plan with this person is better: further partners have to reach a set score.`,
      tr: `${adaylar} adayı var, ama bu kişiyle daha iyi bir plan çıkmıyor: ek eşleşmeler belirlenen puana ulaşmak zorunda.`,
    };
  }
  if (objective === "worth") {
    return {
      en: `Has ${candidates}, but other pairs are worth more to the plan, with what it adds to scores.`,
      tr: `${adaylar} adayı var, ama puanlara eklenen değerle birlikte başka eşleşmeler plana daha çok katkı sağlıyor.`,
    };
  }
  return {
    en: `Has ${candidates}, but other pairs give the better total.`,
    tr: `${adaylar} adayı var, ama başka eşleşmelerle toplam puan daha yüksek.`,
  };
}
