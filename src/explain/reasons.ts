import type { Rule } from "../rules/rule.ts";
import type { CriterionFacts } from "../score/facts.ts";
import { FULL_SCORE } from "../score/criterion.ts";
import type { Contribution } from "../score/pair-score.ts";
import type { Reason, Text } from "./result.ts";

/** A contribution in words: what it rests on, and how many of the possible points it brings. */
export function reasonOf(contribution: Contribution): Reason {
  const { criterion, facts } = contribution;
  const ground = facts.missing === undefined ? groundOf(facts, contribution) : missingGround(facts.missing, criterion);
  const points = pointsText(contribution);
  return { about: criterion, en: `${ground.en} ${points.en}`, tr: `${ground.tr} ${points.tr}` };
}

/** Why a rule refuses a pair, in words. */
export function refusalOf({ name, because }: Pick<Rule, "name" | "because">): Reason {
  return {
    about: name,
    en: `${name} refuses the pair because ${because.en}.`,
    tr: `${name} eşleşmeyi reddediyor, çünkü ${because.tr}.`,
  };
}

function pointsText({ points, weight, missing, personal }: Contribution): Text {
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

function missingGround(missing: NonNullable<CriterionFacts["missing"]>, name: string): Text {
  const who: Readonly<Record<typeof missing, Text>> = {
    mentor: { en: "the mentor gave nothing", tr: "mentor bilgi vermedi" },
    mentee: { en: "the mentee gave nothing", tr: "mentee bilgi vermedi" },
    both: { en: "neither gave anything", tr: "ikisi de bilgi vermedi" },
    pair: { en: "nothing is known of the pair", tr: "bu ikili için bilgi yok" },
  };
  return { en: `For ${name} ${who[missing].en}.`, tr: `${name}: ${who[missing].tr}.` };
}

function groundOf(facts: CriterionFacts, { criterion, value }: Contribution): Text {
  switch (facts.kind) {
    case "topics": {
      const count = facts.shared.length;
      const list = listed(facts.shared.map(({ topic }) => topic));
      return {
        en: `Offers ${count} of ${facts.wished} wished topics${list}.`,
        tr: `İstenen ${facts.wished} konudan sunulan: ${count}${list}.`,
      };
    }
    case "goals": {
      const list = listed(facts.shared);
      return {
        en: `Shared goals ${facts.shared.length}${list}.`,
        tr: `Ortak hedef ${facts.shared.length}${list}.`,
      };
    }
    case "availability": {
      const { minutesPerWeek: mean, targetMinutes: target, worstWeekMinutes: worst } = facts;
      return {
        en: `Both are free ${mean} minutes a week on average (target ${target}, worst week ${worst}).`,
        tr: `Haftada ortalama ${mean} dakika ortak boş süre (hedef ${target}, en kötü hafta ${worst}).`,
      };
    }
    case "hierarchy": {
      const gap = String(facts.levelGap ?? 0);
      return {
        en: `Level gap ${gap}.`,
        tr: `Kademe farkı ${gap}.`,
      };
    }
    case "generation": {
      const gap = String(facts.gap ?? 0);
      const [en, tr] = facts.by === "band" ? ["generations", "kuşak"] : ["years", "yıl"];
      return { en: `${gap} ${en} lie between the two.`, tr: `Aralarında ${gap} ${tr} var.` };
    }
    case "language": {
      const list = listed(facts.shared);
      return {
        en: `Shared languages ${facts.shared.length}${list}.`,
        tr: `Ortak dil ${facts.shared.length}${list}.`,
      };
    }
    case "sameOrDifferent":
      return facts.same === true
        ? { en: `Same ${facts.field}.`, tr: `${facts.field}: aynı.` }
        : { en: `Different ${facts.field}.`, tr: `${facts.field}: farklı.` };
    case "choices": {
      const rank = (place: number | undefined): string => (place === undefined ? "–" : String(place));
      const [byMentor, byMentee] = [rank(facts.rankByMentor), rank(facts.rankByMentee)];
      return {
        en: `Place on the mentor's list: ${byMentor}, on the mentee's: ${byMentee}.`,
        tr: `Mentorun listesindeki sıra: ${byMentor}, menteenin listesindeki: ${byMentee}.`,
      };
    }
    case "waiting": {
      const [mentor, mentee] = [String(facts.mentorDays ?? 0), String(facts.menteeDays ?? 0)];
      return {
        en: `The mentor has waited ${mentor} days, the mentee ${mentee}.`,
        tr: `Mentor ${mentor} gün, mentee ${mentee} gün bekledi.`,
      };
    }
    case "treeDistance": {
      const steps = String(facts.steps ?? 0);
      return { en: `${steps} lines of the chart lie between them.`, tr: `Şemada aralarında ${steps} çizgi var.` };
    }
    case "commonManager": {
      const steps = String(facts.steps ?? 0);
      return { en: `Their common manager is ${steps} levels up.`, tr: `Ortak yöneticileri ${steps} kademe yukarıda.` };
    }
    case "custom":
      return {
        en: `${criterion}: ${value ?? 0} of ${FULL_SCORE}.`,
        tr: `${criterion}: ${FULL_SCORE} üzerinden ${value ?? 0}.`,
      };
  }
}

function listed(words: readonly string[]): string {
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
