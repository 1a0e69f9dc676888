import type { Sentence } from "../base/sentence.ts";
import { counted } from "../base/figures.ts";
import { criterionTitle, type Reason } from "../index.ts";
import type { GroupPlaces } from "./criterion.ts";
import type { GroupContribution, GroupScore } from "./score.ts";
import { pointsFigure } from "./sentence.ts";

/** Contributions in words: what each rests on, and how many of the possible points it brings. */
export function contributionReasons(
  contributions: readonly GroupContribution[],
  places: GroupPlaces,
  pairs: number,
  { parts }: GroupScore,
): readonly Reason[] {
  return contributions.map((contribution): Reason => {
    const part = parts.find(
      ({ criterion }) => contribution.kind === "joint" && criterion.name === contribution.criterion,
    );
    const called = part?.criterion.title ?? { en: contribution.criterion, tr: contribution.criterion };
    const ground =
      part === undefined
        ? pairsGround(contribution, pairs)
        : (part.prepared.ground?.(places) ?? valueGround(called, contribution));
    const points = pointsText(contribution);
    return {
      about: contribution.criterion,
      audience: part?.prepared.ground === undefined ? "organiser" : "participant",
      en: `${ground.en} ${points.en}`,
      tr: `${ground.tr} ${points.tr}`,
    };
  });
}

function pairsGround({ criterion, value }: GroupContribution, pairs: number): Sentence {
  const title = criterionTitle(criterion);
  if (value === null) return { en: `${title.en}: nothing is known.`, tr: `${title.tr}: bilgi yok.` };
  const { en, tr } = pointsFigure(value);
  return pairs === 1
    ? { en: `${title.en}: ${en} of 100.`, tr: `${title.tr}: 100 üzerinden ${tr}.` }
    : {
        en: `${title.en}: ${en} of 100 on average over ${counted(pairs, "pair")}.`,
        tr: `${title.tr}: ${String(pairs)} eşleşmenin ortalaması 100 üzerinden ${tr}.`,
      };
}

function valueGround(called: Sentence, { value }: GroupContribution): Sentence {
  if (value === null)
    return { en: `${called.en}: nothing is known of the group.`, tr: `${called.tr}: bu grup için bilgi yok.` };
  const { en, tr } = pointsFigure(value);
  return { en: `${called.en}: ${en} of 100.`, tr: `${called.tr}: 100 üzerinden ${tr}.` };
}

function pointsText({ points, weight, value }: GroupContribution): Sentence {
  if (value === null) return { en: "The other criteria share its weight.", tr: "Ağırlığı diğer ölçütlere dağıtıldı." };
  const [told, possible] = [pointsFigure(points), pointsFigure(Math.round(weight * 1_000_000))];
  return { en: `${told.en} of ${possible.en} points.`, tr: `${possible.tr} puan üzerinden ${told.tr}.` };
}

/** What the group would be without a member; `null` if it would be none, `undefined` if a criterion does not say. */
export function addsReason(score: number, without: number | null | undefined): Reason {
  const about = "member";
  const audience = "organiser";
  if (without === undefined) {
    return {
      about,
      audience,
      en: "A criterion does not say what the group would be without this member.",
      tr: "Bu kişi olmasaydı grubun ne olacağını bir ölçüt söylemiyor.",
    };
  }
  if (without === null) {
    return { about, audience, en: "Without this member there is no group.", tr: "Bu kişi olmadan grup kurulamaz." };
  }
  const [now, then] = [pointsFigure(score), pointsFigure(without)];
  if (score === without) {
    return {
      about,
      audience,
      en: `Without this member the group would have the same ${now.en} points.`,
      tr: `Bu kişi olmasa da grubun puanı aynı kalırdı: ${now.tr}.`,
    };
  }
  return {
    about,
    audience,
    en: `The group has ${now.en} points; without this member it would have ${then.en}.`,
    tr: `Grubun puanı ${now.tr}; bu kişi olmasaydı ${then.tr} olurdu.`,
  };
}

/** What a plan that is compared has as many of; none for the objective `score`. */
export type Counted = "mentees" | "mentors" | "both" | "nobody";

const AS_MANY: Readonly<Record<Counted, Sentence>> = {
  both: { en: "that places as many people", tr: "Aynı sayıda kişiyi yerleştiren hiçbir plan" },
  mentees: { en: "that places as many mentees", tr: "Aynı sayıda mentee yerleştiren hiçbir plan" },
  mentors: { en: "that places as many mentors", tr: "Aynı sayıda mentor yerleştiren hiçbir plan" },
  nobody: { en: "there is", tr: "Hiçbir plan" },
};

/** What is proved about a plan. */
export function proofText(isOptimal: boolean, share: number, cases: number, counts: Counted): Sentence {
  const { en, tr } = AS_MANY[counts];
  if (isOptimal) {
    return {
      en: `No plan ${en} has a better total: prices show it in ${counted(cases, "case")}.`,
      tr: `${tr}ın toplamı daha yüksek değil: bunu ${String(cases)} durumda fiyatlar gösteriyor.`,
    };
  }
  const percent = (Math.ceil(share * 10_000) / 100).toFixed(2);
  return {
    en: `No plan ${en} has a total more than ${percent}% better.`,
    tr: `${tr}ın toplamı bundan %${percent.replace(".", ",")} kadardan daha fazla yüksek değil.`,
  };
}
