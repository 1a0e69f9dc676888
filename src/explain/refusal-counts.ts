import { at } from "../base/at.ts";
import { figureText } from "../base/figures.ts";
import type { Sentence } from "../base/sentence.ts";
import type { Program } from "../model/program.ts";
import type { CandidateGraph } from "../rules/candidates/graph.ts";
import type { LackingData } from "../rules/rule.ts";
import type { PersonRefusals, Reason } from "./result.ts";

/** Somebody of a side, by index. */
interface Person {
  readonly side: "mentor" | "mentee";
  readonly index: number;
}

/** What a rule refuses of a person's pairs. */
interface RuleCount extends PersonRefusals {
  /** Place of the rule among the graph's. */
  readonly place: number;
  /** Of the unknown ones, those for which it is the person's own data that is missing. */
  readonly own: number;
}

/** What each rule refuses of a person's pairs, in the order of the rules; those that refuse none are absent. */
export function refusalCounts(program: Program, graph: CandidateGraph, person: Person): readonly RuleCount[] {
  const { rules, refusals } = graph;
  const { side, index } = person;
  const counts = side === "mentor" ? refusals.mentors : refusals.mentees;
  return rules.flatMap(({ name }, place): readonly RuleCount[] => {
    const refused = at(at(counts.by, place), index);
    if (refused === 0) return [];
    const onlyByThis = at(at(counts.onlyBy, place), index);
    return [{ rule: name, refused, onlyByThis, place, ...unknownsOf(program, graph, place, person) }];
  });
}

/** The counts as evidence. */
export function countEvidence(counts: readonly RuleCount[]): readonly PersonRefusals[] {
  return counts.map(({ rule, refused, unknown, onlyByThis }) => ({ rule, refused, unknown, onlyByThis }));
}

/** How many of a rule's refusals of a person rest on missing data, and of how many of these it is the person's own. */
function unknownsOf(
  { mentors, mentees }: Program,
  { asked }: CandidateGraph,
  rule: number,
  { side, index }: Person,
): { readonly unknown: number; readonly own: number } {
  const lacking = asked.lackingAt[rule];
  const refuses = asked.refusesAt[asked.pairBits.indexOf(1 << rule)];
  const counts = { unknown: 0, own: 0 };
  if (lacking === undefined || refuses === undefined) return counts;
  for (const other of (side === "mentor" ? mentees : mentors).keys()) {
    const [mentee, mentor] = side === "mentor" ? [other, index] : [index, other];
    const missing = refuses(mentee, mentor) ? lacking.of(mentee, mentor) : undefined;
    if (missing === undefined) continue;
    counts.unknown += 1;
    if (missing !== (side === "mentor" ? "mentee" : "mentor")) counts.own += 1;
  }
  return counts;
}

/** Why each rule refuses so many of a person's pairs, in words. */
export function countReasons({ asked }: CandidateGraph, counts: readonly RuleCount[]): readonly Reason[] {
  return counts.map(({ rule, refused, unknown, onlyByThis, place, own }): Reason => {
    const because = at(asked.becauseAt, place);
    const lacking = asked.lackingAt[place];
    const why = grounds(refused - unknown, because, unknown, lacking && notKnown(lacking, unknown, own));
    const only = onlyReason(refused, onlyByThis);
    return {
      about: rule,
      audience: "organiser",
      en: `${figureText(refused).en} ${refused === 1 ? "is" : "are"} ruled out (${why.en}); ${only.en}.`,
      tr: `${figureText(refused).tr} kişi elendi (${why.tr}); ${only.tr}.`,
    };
  });
}

/** For how many of a rule's refusals no other rule refuses too. */
function onlyReason(refused: number, onlyByThis: number): Sentence {
  if (refused === 1) {
    return onlyByThis === 1
      ? { en: "it is the only reason", tr: "tek engel bu" }
      : { en: "it is not the only reason", tr: "tek engel bu değil" };
  }
  if (onlyByThis === 0) return { en: "for none of them is it the only reason", tr: "hiçbirinde tek engel bu değil" };
  if (onlyByThis === refused) return { en: "for all of them it is the only reason", tr: "hepsinde tek engel bu" };
  const { en, tr } = figureText(onlyByThis);
  return { en: `for ${en} of them it is the only reason`, tr: `${tr} kişide tek engel bu` };
}

/** The grounds of a rule's refusals: what it says of so many, and what is not known of the others. */
function grounds(known: number, because: Sentence, unknown: number, missing: Sentence | undefined): Sentence {
  if (missing === undefined || unknown === 0) return because;
  if (known === 0) return missing;
  const [some, others] = [figureText(known), figureText(unknown)];
  return {
    en: `${some.en}: ${because.en}; ${others.en}: ${missing.en}`,
    tr: `${some.tr} kişi: ${because.tr}; ${others.tr} kişi: ${missing.tr}`,
  };
}

/** Whose data is not known, told to the person: their own, that of the others, or either. */
function notKnown({ noun: { en, tr } }: LackingData, unknown: number, own: number): Sentence {
  if (own === unknown) return { en: `this person's ${en} is not known`, tr: `bu kişinin ${tr} bilinmiyor` };
  if (own === 0) return { en: `the other's ${en} is not known`, tr: `karşı tarafın ${tr} bilinmiyor` };
  return { en: `the ${en} of one of the two is not known`, tr: `ikisinden birinin ${tr} bilinmiyor` };
}
