import type { Rule } from "../rules/rule.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import { scaleFigure, scaleFigures } from "../score/scale.ts";
import { STANDARD_CRITERIA } from "../score/standard-criteria.ts";
import { audienceOfReason } from "./audience.ts";
import type { Contribution } from "../score/pair-score.ts";
import type { Reason, Sentence } from "./result.ts";

/** A contribution in words: what it rests on, and how many of the possible points it brings. */
export function reasonOf(contribution: Contribution): Reason {
  const { criterion } = contribution;
  const ground = groundOf(contribution);
  const audience = audienceOfReason(contribution);
  const points = pointsText(contribution);
  return { about: criterion, audience, en: `${ground.en} ${points.en}`, tr: `${ground.tr} ${points.tr}` };
}

/** Why a rule refuses a pair, in words. */
export function refusalInWords({ name, because }: Pick<Rule, "name" | "because">): Reason {
  return {
    about: name,
    audience: "organiser",
    en: `Cannot be paired: ${because.en}.`,
    tr: `Eşleştirilemezler: ${because.tr}.`,
  };
}

function pointsText({ points, weight, missing, personal }: Contribution): Sentence {
  if (missing === "skip")
    return { en: "The other criteria share its weight.", tr: "Ağırlığı diğer ölçütlere dağıtıldı." };
  const full = Math.round(weight * FULL_SCORE);
  const share =
    personal === undefined || (personal.mentor === 100 && personal.mentee === 100)
      ? { en: "", tr: "" }
      : {
          en: ` Personal weights: mentor ${personal.mentor}%, mentee ${personal.mentee}%.`,
          tr: ` Kişisel ağırlıklar: mentor %${personal.mentor}, mentee %${personal.mentee}.`,
        };
  const [told, possible] = scaleFigures([points, full]);
  return {
    en: `${told?.en ?? ""} of ${possible?.en ?? ""} points.${share.en}`,
    tr: `${possible?.tr ?? ""} puan üzerinden ${told?.tr ?? ""}.${share.tr}`,
  };
}

/** What a contribution rests on, in words, without points; of a caller's criterion only its value is known. */
export function groundOf({ criterion, facts, value }: Contribution): Sentence {
  for (const entry of STANDARD_CRITERIA) {
    const sentence = entry.sentence(facts, { criterion, value });
    if (sentence !== undefined) return sentence;
  }
  if (facts.missing !== undefined) {
    return { en: `${criterion}: nothing is known of the two.`, tr: `${criterion}: bu ikili için bilgi yok.` };
  }
  return {
    en: `${criterion}: ${scaleFigure(value ?? 0).en} of 100.`,
    tr: `${criterion}: 100 üzerinden ${scaleFigure(value ?? 0).tr}.`,
  };
}
