import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";

/** Why the weights stay: the gain is not sure, nothing varies, the pairs would be the same, or demands could not be met. */
export type KeepReason = "gainNotSure" | "noVariation" | "samePlan" | "infeasible";

export function tooFewSentence(ratings: number, needed: number): Sentence {
  return {
    en: `${counted(ratings, "pair was", "pairs were")} rated; nothing is concluded from fewer than ${needed}. The weights stay.`,
    tr: `${ratings} eşleşme değerlendirildi; ${needed} eşleşmeden azıyla bir sonuca varılmaz. Ağırlıklar kalıyor.`,
  };
}

export function keepSentence(because: KeepReason, ratings: number): Sentence {
  return {
    gainNotSure: {
      en: `${ratings} rated pairs do not show that other weights would serve better. The weights stay.`,
      tr: `${ratings} değerlendirilen eşleşme başka ağırlıkların daha iyi olacağını göstermiyor. Ağırlıklar kalıyor.`,
    },
    noVariation: {
      en: "The ratings, or the values of the criteria, do not vary: there is nothing to learn from. The weights stay.",
      tr: "Notlar ya da ölçüt değerleri hiç değişmiyor: öğrenilecek bir şey yok. Ağırlıklar kalıyor.",
    },
    infeasible: {
      en: "With the weights that the ratings point to, the programme's demands cannot be met together. The weights stay.",
      tr: "Notların gösterdiği ağırlıklarla programın koşulları birlikte karşılanamıyor. Ağırlıklar kalıyor.",
    },
    samePlan: {
      en: "The weights that the ratings point to give the same pairs. There is nothing to decide.",
      tr: "Notların gösterdiği ağırlıklar aynı eşleşmeleri veriyor. Karar verilecek bir şey yok.",
    },
  }[because];
}

export function proposeSentence(ratings: number, pairs: number, stars: Sentence, low: Sentence): Sentence {
  return {
    en: `${ratings} rated pairs point to other weights: ${counted(pairs, "pair")} of the last programme would differ, and a pair's mean rating would rise by about ${stars.en}, by at least ${low.en} as far as that is sure. Nothing changes unless you write the weights into the configuration.`,
    tr: `${ratings} değerlendirilen eşleşme başka ağırlıklara işaret ediyor: son programda ${pairs} eşleşme değişirdi ve ortalama not yaklaşık ${stars.tr}, emin olunabildiği kadarıyla en az ${low.tr} artardı. Ağırlıkları yapılandırmaya siz yazmadıkça hiçbir şey değişmez.`,
  };
}

/** Said with every proposal. */
export const CAVEATS: readonly Sentence[] = [
  {
    en: "Only pairs that were made have ratings: what other pairs would have said is not known.",
    tr: "Yalnızca kurulan eşleşmelerin notu var: başka eşleşmelerin ne diyeceği bilinmiyor.",
  },
  {
    en: "The ratings are those of the people who answered.",
    tr: "Notlar yalnızca yanıt verenlerin notları.",
  },
  {
    en: "A criterion that goes together with ratings need not cause them.",
    tr: "Notlarla birlikte değişen bir ölçüt onların nedeni olmayabilir.",
  },
  {
    en: "The gain is in what people say of their meetings, not in what the programme is for.",
    tr: "Kazanç, kişilerin görüşmeler için söylediklerindedir; programın amacında değil.",
  },
];
