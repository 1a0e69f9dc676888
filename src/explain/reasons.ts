import type { Rule } from "../rules/rule.ts";
import { FULL_SCORE, type MissingSide } from "../score/criterion.ts";
import { STANDARD_CRITERIA } from "../score/standard-criteria.ts";
import type { Contribution } from "../score/pair-score.ts";
import type { Reason, Sentence } from "./result.ts";

/** A contribution in words: what it rests on, and how many of the possible points it brings. */
export function reasonOf(contribution: Contribution): Reason {
  const { criterion, facts } = contribution;
  const ground = facts.missing === undefined ? groundOf(contribution) : missingGround(facts.missing, criterion);
  const points = pointsText(contribution);
  return { about: criterion, en: `${ground.en} ${points.en}`, tr: `${ground.tr} ${points.tr}` };
}

/** Why a rule refuses a pair, in words. */
export function refusalInWords({ name, because }: Pick<Rule, "name" | "because">): Reason {
  return {
    about: name,
    en: `${name} refuses the pair because ${because.en}.`,
    tr: `${name} eşleşmeyi reddediyor, çünkü ${because.tr}.`,
  };
}

function pointsText({ points, weight, missing, personal }: Contribution): Sentence {
  if (missing === "skip")
    return { en: "The other criteria share its weight.", tr: "Ağırlığı öteki ölçütlere dağıldı." };
  const full = Math.round(weight * FULL_SCORE);
  const share =
    personal === undefined || (personal.mentor === 100 && personal.mentee === 100)
      ? { en: "", tr: "" }
      : {
          en: ` Personal weights: mentor ${personal.mentor} %, mentee ${personal.mentee} %.`,
          tr: ` Kişisel ağırlıklar: mentor %${personal.mentor}, mentee %${personal.mentee}.`,
        };
  return { en: `${points} of ${full} points.${share.en}`, tr: `${full} puan üzerinden ${points}.${share.tr}` };
}

function missingGround(missing: MissingSide, name: string): Sentence {
  const who: Readonly<Record<MissingSide, Sentence>> = {
    mentor: { en: "the mentor gave nothing", tr: "mentor bilgi vermedi" },
    mentee: { en: "the mentee gave nothing", tr: "mentee bilgi vermedi" },
    both: { en: "neither gave anything", tr: "ikisi de bilgi vermedi" },
    pair: { en: "nothing is known of the pair", tr: "bu ikili için bilgi yok" },
  };
  return { en: `For ${name} ${who[missing].en}.`, tr: `${name}: ${who[missing].tr}.` };
}

/** What the criterion's own sentence says; of a caller's criterion only its value is known. */
function groundOf({ criterion, facts, value }: Contribution): Sentence {
  for (const entry of STANDARD_CRITERIA) {
    const sentence = entry.sentence(facts, { criterion, value });
    if (sentence !== undefined) return sentence;
  }
  return {
    en: `${criterion}: ${value ?? 0} of ${FULL_SCORE}.`,
    tr: `${criterion}: ${FULL_SCORE} üzerinden ${value ?? 0}.`,
  };
}
