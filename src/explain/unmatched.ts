import { mapPeople } from "../base/steps.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import { type DeficientSet, deficientSetsOf, type SideView } from "./places.ts";
import type { Reason, Shortage, Text, Unmatched, UnmatchedCode, UnmatchedEvidence } from "./result.ts";

type Side = "mentor" | "mentee";

/** What the pairs were chosen by, as far as the reasons depend on it. */
type Objective = "coverage" | "score" | "fair" | "stable" | "quotas";

export interface UnmatchedExplanation {
  readonly unmatched: readonly Unmatched[];
  readonly shortages: readonly Shortage[];
}

/**
 * Everybody who is in no pair, with one code each and what it rests on; and the shortages that they share. A
 * generator that can be paused every few people.
 *
 * @param views The chosen pairs; without them only those are listed whom no choice of pairs could place.
 */
export function* explainUnmatched(
  program: Program,
  graph: CandidateGraph,
  views: Readonly<Record<Side, SideView>> | undefined,
  objective: Objective = "coverage",
): Generator<void, UnmatchedExplanation, void> {
  const shortages: Shortage[] = [];
  const ofMentees = yield* unmatchedOf(program, graph, views?.mentee, "mentee", shortages, objective);
  yield;
  const ofMentors = yield* unmatchedOf(program, graph, views?.mentor, "mentor", shortages, objective);
  return { unmatched: [...ofMentees, ...ofMentors], shortages };
}

function* unmatchedOf(
  program: Program,
  graph: CandidateGraph,
  view: SideView | undefined,
  side: Side,
  shortages: Shortage[],
  objective: Objective,
): Generator<void, readonly Unmatched[], void> {
  const people = side === "mentor" ? program.mentors : program.mentees;
  const { candidates } = side === "mentor" ? graph.refusals.mentors : graph.refusals.mentees;
  const candidatesOf = (person: number): number => candidates[person] ?? 0;
  const isHopeless = (person: number): boolean => people[person]?.capacity === 0 || candidatesOf(person) === 0;
  const unplaced = [...people.keys()].filter((person) => (view?.loadOf[person] ?? 0) === 0);
  const hopeful = unplaced.filter((person) => !isHopeless(person));
  const deficientOf = view === undefined ? undefined : yield* deficientSetsOf(hopeful, view);
  const numberOf = new Map<DeficientSet, number>();
  const numbered = (set: DeficientSet): number => {
    const number = numberOf.get(set) ?? shortages.push(shortageOf(program, side, set)) - 1;
    numberOf.set(set, number);
    return number;
  };
  const found = yield* mapPeople(unplaced, (person): readonly Unmatched[] => {
    if (view === undefined && !isHopeless(person)) return [];
    const { id, capacity } = people[person] ?? { id: "", capacity: 0 };
    const deficient = deficientOf?.get(person);
    const code = codeOf(capacity, candidatesOf(person), graph, side, person, deficient, objective);
    const evidence = {
      ...refusalEvidence(program, graph, side, person, candidatesOf(person)),
      ...(deficient === undefined ? {} : { shortage: numbered(deficient) }),
    };
    return [{ id, side, code, reasons: reasonsOf(code, side, evidence, graph, deficient, objective), evidence }];
  });
  return found.flat();
}

function codeOf(
  capacity: number,
  candidates: number,
  graph: CandidateGraph,
  side: Side,
  person: number,
  deficient: DeficientSet | undefined,
  objective: Objective,
): UnmatchedCode {
  if (capacity === 0) return "notThisRound";
  if (candidates === 0) {
    const { allowedByPairRules } = side === "mentor" ? graph.refusals.mentors : graph.refusals.mentees;
    return (allowedByPairRules[person] ?? 0) > 0 ? "belowMinimumScore" : "noCandidate";
  }
  if (deficient !== undefined) return "noFreePlace";
  return objective === "stable" ? "notProposed" : "outscored";
}

function refusalEvidence(
  { mentors, mentees }: Program,
  { rules, refusals }: CandidateGraph,
  side: Side,
  person: number,
  candidates: number,
): UnmatchedEvidence {
  const counts = side === "mentor" ? refusals.mentors : refusals.mentees;
  const refused = rules.flatMap(({ name }, index) => {
    const count = counts.by[index]?.[person] ?? 0;
    return count === 0 ? [] : [{ rule: name, refused: count, onlyByThis: counts.onlyBy[index]?.[person] ?? 0 }];
  });
  const others = side === "mentor" ? mentees : mentors;
  return { others: others.length, candidates, refusals: refused };
}

function shortageOf({ mentors, mentees }: Program, side: Side, set: DeficientSet): Shortage {
  const [own, others] = side === "mentor" ? [mentors, mentees] : [mentees, mentors];
  const idsOf = (people: readonly { readonly id: string }[], indices: readonly number[]): readonly string[] =>
    indices.flatMap((index) => people[index]?.id ?? []);
  const { places, needed } = set;
  return { side, ids: idsOf(own, set.people), partners: idsOf(others, set.partners), places, needed };
}

function reasonsOf(
  code: UnmatchedCode,
  side: Side,
  evidence: UnmatchedEvidence,
  graph: CandidateGraph,
  deficient: DeficientSet | undefined,
  objective: Objective,
): readonly Reason[] {
  const [others, digerleri] = side === "mentor" ? ["mentees", "mentee"] : ["mentors", "mentor"];
  switch (code) {
    case "notThisRound":
      return [{ about: code, en: "Sits this round out: the capacity is 0.", tr: "Bu tura katılmıyor: kapasitesi 0." }];
    case "outscored":
      return [
        {
          about: code,
          ...outscoredText(evidence.candidates, objective),
        },
      ];
    case "notProposed":
      return [
        {
          about: code,
          en: `Has ${evidence.candidates} candidates; each of them is full with partners whom they rank higher.`,
          tr: `${evidence.candidates} adayı var; her birinin yerleri daha yukarıda sıraladığı eşlerle dolu.`,
        },
      ];
    case "noFreePlace": {
      const { people = [], partners: candidates = [], needed = 0, places = 0 } = deficient ?? {};
      const [count, partners] = [people.length, candidates.length];
      return [
        {
          about: code,
          en: `${count} people, this one among them, need ${needed} places, but have only ${partners} ${others} as candidates, with ${places} places for them.`,
          tr: `Bu kişiyle birlikte ${count} kişiye ${needed} yer gerekiyor, ama adayları yalnızca ${partners} ${digerleri}, onlara ayrılabilen yer ${places}.`,
        },
      ];
    }
    case "noCandidate":
    case "belowMinimumScore":
      return [
        {
          about: code,
          en: `None of the ${evidence.others} ${others} is a candidate.`,
          tr: `${evidence.others} ${digerleri} arasında aday yok.`,
        },
        ...evidence.refusals.map((refusal) => refusalReason(refusal, graph)),
      ];
  }
}

function outscoredText(candidates: number, objective: Objective): Text {
  if (objective === "fair") {
    return {
      en: `Has ${candidates} candidates, but other pairs keep the lowest scores higher.`,
      tr: `${candidates} adayı var, ama başka eşleşmeler en düşük puanları daha yüksek tutuyor.`,
    };
  }
  if (objective === "quotas") {
    return {
      en: `Has ${candidates} candidates, but the quotas and the better total ask for other pairs.`,
      tr: `${candidates} adayı var, ama kotalar ve daha iyi toplam başka eşleşmeler istiyor.`,
    };
  }
  return {
    en: `Has ${candidates} candidates, but other pairs give the better total.`,
    tr: `${candidates} adayı var, ama başka eşleşmeler daha iyi toplam veriyor.`,
  };
}

function refusalReason(
  { rule, refused, onlyByThis }: UnmatchedEvidence["refusals"][number],
  { rules }: CandidateGraph,
): Reason {
  const because = rules.find(({ name }) => name === rule)?.because ?? { en: rule, tr: rule };
  return {
    about: rule,
    en: `${rule} refuses ${refused} because ${because.en}; ${onlyByThis} of them no other rule refuses.`,
    tr: `${rule} ${refused} kişiyi reddediyor, çünkü ${because.tr}; bunlardan ${onlyByThis} kişiyi başka kural reddetmiyor.`,
  };
}
