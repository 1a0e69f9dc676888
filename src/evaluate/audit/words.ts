import { type Sentence, gapPoints, joined, percent, type Side } from "../sentence.ts";
import type { Comparison, Verdict } from "./compare.ts";
import type { Stage } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Count } from "../statistics/proportions.ts";

const STAGE_WORDS: Readonly<Record<Stage, Sentence>> = {
  registered: { en: "registered", tr: "kayıt oldu" },
  hasCandidate: { en: "have at least one candidate", tr: "için en az bir aday var" },
  placed: { en: "have a partner", tr: "yerleşti" },
  met: { en: "met their partner", tr: "eşiyle buluştu" },
  rated: { en: "rated the meetings", tr: "görüşmeleri değerlendirdi" },
};

const SIDE_WORDS: Readonly<Record<Side, Sentence>> = {
  mentor: { en: "mentors", tr: "mentor" },
  mentee: { en: "mentees", tr: "mentee" },
};

/** A row in words: its name, or what it holds. */
export function groupWords({ name, kind }: Pick<AuditGroup, "name" | "kind">): Sentence {
  return {
    group: { en: name, tr: name },
    merged: { en: "several small groups", tr: "birkaç küçük grup" },
    unknown: { en: "unknown group", tr: "grubu bilinmeyen kişiler" },
  }[kind];
}

/** "43 of 46 mentees of F have a partner (93 %)." */
export function countSentence(
  group: Pick<AuditGroup, "name" | "kind">,
  side: Side,
  stage: Stage,
  { k, n }: Count,
): Sentence {
  const [share, what, who, named] = [percent(k / n), STAGE_WORDS[stage], SIDE_WORDS[side], groupWords(group)];
  return {
    en: `${k} of ${n} ${who.en} of ${named.en} ${what.en} (${share.en}).`,
    tr: `${named.tr}: ${n} ${who.tr} içinden ${k} kişi ${what.tr} (${share.tr}).`,
  };
}

/** That a figure is not shown. Who registered is known from every other row. */
export function hiddenSentence(
  group: Pick<AuditGroup, "name" | "kind">,
  side: Side,
  stage: Stage,
  { k }: Pick<Count, "k">,
): Sentence {
  const [named, who] = [groupWords(group), SIDE_WORDS[side]];
  if (stage === "registered") {
    return {
      en: `${named.en}: ${k} ${who.en} registered; of how many is hidden, because the figure would tell about few people.`,
      tr: `${named.tr}: ${k} ${who.tr} kayıt oldu; kaç kişi içinden olduğu gizli, çünkü sayı az sayıda kişi hakkında bilgi verirdi.`,
    };
  }
  return {
    en: `${named.en}: hidden, because the figure would tell about few people.`,
    tr: `${named.tr}: gizli, çünkü sayı az sayıda kişi hakkında bilgi verirdi.`,
  };
}

/** What a comparison says, with what it would have missed. "None shown" never stands alone. */
export function comparisonSentence(
  comparison: Pick<Comparison, "verdict" | "difference" | "detectable" | "flips">,
): Sentence {
  const { verdict, difference, detectable, flips } = comparison;
  const points = gapPoints(difference);
  if (verdict === "difference") {
    const people = flips ?? 1;
    return {
      en: `A difference from the rest: ${points} points ${difference < 0 ? "lower" : "higher"}. It rests on ${people} ${people === 1 ? "person" : "people"}: with so many more in the lower group it would not be shown.`,
      tr: `Diğerlerinden farklı: ${points} puan daha ${difference < 0 ? "düşük" : "yüksek"}. Bulgu ${people} kişiye dayanıyor: düşük grupta o kadar kişi daha olsaydı fark gösterilemezdi.`,
    };
  }
  const missed =
    detectable === null
      ? {
          en: "With so few people no gap would be seen.",
          tr: "Bu kadar az kişiyle hiçbir fark görülemez.",
        }
      : {
          en: `A gap below ${gapPoints(detectable)} points would be missed more than one time in five.`,
          tr: `${gapPoints(detectable)} puanın altındaki bir fark her beş seferin birinden fazlasında gözden kaçar.`,
        };
  return joined([verdictSentence(verdict), missed]);
}

/** The verdict of three words, as a sentence. */
export function verdictSentence(verdict: Verdict): Sentence {
  return {
    difference: { en: "A difference is shown.", tr: "Bir fark görülüyor." },
    noneShown: {
      en: "No difference is shown, which does not mean that there is none.",
      tr: "Bir fark görülmüyor; bu, fark olmadığı anlamına gelmez.",
    },
    tooFewToTell: { en: "There are too few people to tell.", tr: "Bir şey söylemek için kişi sayısı yetersiz." },
  }[verdict];
}

/** How many other plans, as good as this one, could place. */
export function placeableSentence(
  group: string,
  side: Side,
  {
    placed,
    least,
    most,
    oneMore,
  }: {
    readonly placed: number;
    readonly least: number;
    readonly most: number;
    readonly oneMore: { readonly people: number; readonly points: number } | null;
  },
): Sentence {
  const who = SIDE_WORDS[side];
  const range =
    least === most
      ? {
          en: `Every plan as good as this one places ${placed} ${who.en} of ${group}.`,
          tr: `Bu plan kadar iyi her plan ${group} grubundan ${placed} ${who.tr} yerleştiriyor.`,
        }
      : {
          en: `Plans as good as this one place ${least} to ${most} ${who.en} of ${group}; this one places ${placed}.`,
          tr: `Bu plan kadar iyi planlar ${group} grubundan ${least} ile ${most} arasında ${who.tr} yerleştiriyor; bu plan ${placed}.`,
        };
  const price =
    oneMore === null
      ? { en: `No plan places more than ${most}.`, tr: `Hiçbir plan ${most} kişiden fazlasını yerleştirmiyor.` }
      : {
          en: `One more than ${most} would cost ${oneMore.people} people and ${oneMore.points} points.`,
          tr: `${most} kişiden bir fazlası ${oneMore.people} kişiye ve ${oneMore.points} puana mal olur.`,
        };
  return joined([range, price]);
}
