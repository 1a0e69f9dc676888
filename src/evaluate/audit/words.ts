import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";
import { criterionTitle, ruleTitle, scaleText } from "../../index.ts";
import { gapPoints, joined, percent, type Side } from "../sentence.ts";
import type { Comparison, Verdict } from "./compare.ts";
import type { Placeable } from "./equal-plans.ts";
import type { Stage } from "./funnel.ts";
import type { AuditGroup } from "./groups.ts";
import type { Count } from "../statistics/proportions.ts";

type Named = Pick<AuditGroup, "name" | "kind">;

/** What so many people did; English has a form for one of them. */
const STAGE_WORDS: Readonly<Record<Stage, Sentence & { readonly one: string }>> = {
  registered: { one: "registered", en: "registered", tr: "kayıt oldu" },
  hasCandidate: {
    one: "has at least one candidate",
    en: "have at least one candidate",
    tr: "için en az bir aday var",
  },
  placed: { one: "has a partner", en: "have a partner", tr: "yerleşti" },
  met: { one: "met the partner", en: "met their partner", tr: "eşleştiği kişiyle buluştu" },
  rated: { one: "rated the meetings", en: "rated the meetings", tr: "görüşmeleri değerlendirdi" },
};

/** A row in words: its name, or what it holds. */
export function groupWords({ name, kind }: Named): Sentence {
  return {
    group: { en: name, tr: name },
    merged: { en: "several small groups", tr: "birkaç küçük grup" },
    unknown: { en: "unknown group", tr: "grubu bilinmeyen kişiler" },
  }[kind];
}

/** A group as where people come from, and as where they are, in Turkish. */
function turkishCases({ name, kind }: Named): { readonly from: string; readonly within: string } {
  return {
    group: { from: `${name} grubundan`, within: `${name} grubunda` },
    merged: { from: "birkaç küçük gruptan", within: "birkaç küçük grupta" },
    unknown: { from: "grubu bilinmeyenlerden", within: "grubu bilinmeyenlerde" },
  }[kind];
}

/** "43 of 46 mentees of F have a partner (93%)." */
export function countSentence(group: Named, side: Side, stage: Stage, { k, n }: Count): Sentence {
  const [share, what, named] = [percent(k / n), STAGE_WORDS[stage], groupWords(group)];
  return {
    en: `${k} of ${counted(n, side)} of ${named.en} ${k === 1 ? what.one : what.en} (${share.en}).`,
    tr: `${named.tr}: ${n} ${side} içinden ${k} kişi ${what.tr} (${share.tr}).`,
  };
}

/** That a figure is not shown. Who registered is known from every other row. */
export function hiddenSentence(group: Named, side: Side, stage: Stage, { k }: Pick<Count, "k">): Sentence {
  const named = groupWords(group);
  if (stage === "registered") {
    return {
      en: `${named.en}: ${counted(k, side)} registered; of how many is hidden, because the figure would tell about few people.`,
      tr: `${named.tr}: ${k} ${side} kayıt oldu; kaç kişi içinden olduğu gizli, çünkü sayı az sayıda kişi hakkında bilgi verirdi.`,
    };
  }
  return hiddenFigure(group);
}

/** That a figure of a group is not shown. */
export function hiddenFigure(group: Named): Sentence {
  const named = groupWords(group);
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
  if (verdict === "difference") return differenceSentence(difference, flips ?? 1);
  const missed =
    detectable === null
      ? {
          en: "With so few people no gap would be seen.",
          tr: "Bu kadar az kişiyle hiçbir fark görülemez.",
        }
      : {
          en: `A gap below ${counted(gapPoints(detectable), "percentage point")} would be missed more than one time in five.`,
          tr: `${gapPoints(detectable)} yüzde puanın altındaki bir fark her beş seferin birinden fazlasında gözden kaçar.`,
        };
  return joined([verdictSentence(verdict), missed]);
}

function differenceSentence(difference: number, people: number): Sentence {
  const points = gapPoints(difference);
  const [way, yon] = difference < 0 ? ["lower", "düşük"] : ["higher", "yüksek"];
  return {
    en: `A difference from the rest: ${counted(points, "percentage point")} ${way}. It rests on ${counted(people, "person", "people")}: with so many more in the lower group it would not be shown.`,
    tr: `Diğerlerinden farklı: ${points} yüzde puan daha ${yon}. Bulgu ${people} kişiye dayanıyor: düşük grupta o kadar kişi daha olsaydı fark gösterilemezdi.`,
  };
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
export function placeableSentence(group: Named, side: Side, { placed, least, most, oneMore }: Placeable): Sentence {
  const { from } = turkishCases(group);
  const of = `of ${groupWords(group).en}`;
  const range =
    least === most
      ? {
          en: `Every plan as good as this one places ${counted(placed, side)} ${of}.`,
          tr: `Bu plan kadar iyi her plan ${from} ${placed} ${side} yerleştiriyor.`,
        }
      : {
          en: `Plans as good as this one place ${least} to ${counted(most, side)} ${of}; this one places ${placed}.`,
          tr: `Bu plan kadar iyi planlar ${from} ${least} ile ${most} arasında ${side} yerleştiriyor; bu plan ${placed}.`,
        };
  const none = {
    en: `No plan places more than ${most}.`,
    tr: `Hiçbir plan ${most} kişiden fazlasını yerleştirmiyor.`,
  };
  return joined([range, oneMore === null ? none : priceSentence(most, oneMore)]);
}

/** What a plan with one more loses: people placed in all, and the score of all pairs, which may also rise. */
function priceSentence(most: number, { people, points }: NonNullable<Placeable["oneMore"]>): Sentence {
  const size = scaleText(Math.abs(points));
  const parts: readonly Sentence[] = [
    ...(people === 0
      ? []
      : [
          {
            en: `${counted(people, "person", "people")} fewer would be placed in all`,
            tr: `toplamda ${people} kişi daha az yerleşir`,
          },
        ]),
    ...(points === 0
      ? []
      : [
          {
            en: `the total score would be ${size.en} ${points > 0 ? "lower" : "higher"}`,
            tr: `toplam puan ${size.tr} ${points > 0 ? "düşer" : "artar"}`,
          },
        ]),
  ];
  // only under `fair`, which compares pair by pair
  const told =
    parts.length === 0 ? [{ en: "some pairs would score less", tr: "bazı eşleşmelerin puanı düşer" }] : parts;
  return {
    en: `If one more than ${most} were placed, ${told.map(({ en }) => en).join(", and ")}.`,
    tr: `${most} kişiden bir fazlası yerleşirse ${told.map(({ tr }) => tr).join(", ")}.`,
  };
}

/** What a group's figures would be without a rule or a criterion. */
export function attributionSentence(
  { kind, name }: { readonly kind: "rule" | "criterion"; readonly name: string },
  { group, side, stage }: { readonly group: Named; readonly side: Side; readonly stage: "hasCandidate" | "placed" },
  { withIt, without }: { readonly withIt: Count; readonly without: Count },
): Sentence {
  const title = kind === "rule" ? ruleTitle(name) : criterionTitle(name);
  const what = kind === "rule" ? { en: "the rule", tr: "kuralı" } : { en: "the criterion", tr: "ölçütü" };
  const [was, would] = [withIt.n - withIt.k, without.n - without.k];
  const state = {
    hasCandidate: { en: "without a candidate", tr: "adayı olmayan" },
    placed: { en: "left out", tr: "dışarıda kalan" },
  }[stage];
  return {
    en: `Without ${what.en} ${title.en}, ${would} of ${counted(without.n, side)} of ${groupWords(group).en} would be ${state.en} instead of ${was} of ${withIt.n}.`,
    tr: `${title.tr} ${what.tr} olmasaydı ${turkishCases(group).within} ${state.tr} ${side} sayısı ${was} yerine ${would} olurdu (toplam ${withIt.n}).`,
  };
}
