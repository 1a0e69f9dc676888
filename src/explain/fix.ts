import type { PersonOfSide } from "../rules/rule.ts";
import type { Sentence } from "../base/sentence.ts";

/** The smallest change that would place somebody, or why none is told. */
export type Fix = SmallestFix | NoFix;

/** What a change touches, from the smallest on: this is the order in which they are tried. */
export type FixKind = "onePlace" | "oneTopic" | "oneRule" | "twoPlaces";

/** One step of a change, for the organisers to apply to the input or, for a rule, to the options with `exceptFor`. */
export type ChangeStep =
  | { readonly step: "place"; readonly side: "mentor" | "mentee"; readonly id: string; readonly places: number }
  | { readonly step: "topic"; readonly mentorId: string; readonly topic: string }
  | {
      readonly step: "rule";
      readonly rule: string;
      /** Place of the rule in the options' `rules`, or in the default ones. */
      readonly place: number;
      readonly except: PersonOfSide;
    };

/** A change that has been applied and solved again: the person is in the new plan. */
export interface SmallestFix extends Sentence {
  readonly kind: FixKind;
  /** One step; two for places at two partners, by id. */
  readonly change: readonly ChangeStep[];
  /** Those who have a partner in the plan and none in the new one: mentees by id, then mentors by id. */
  readonly displaced: readonly { readonly side: "mentor" | "mentee"; readonly id: string }[];
  /** Micro-points that the pairs of everybody else lose, in sum; below 0 if they gain. */
  readonly othersLose: number;
  /** Whether all changes of the kind, and all of smaller kinds, have been looked at: if not, a better one may exist. */
  readonly isLeast: boolean;
  /** Present if the options have quotas. */
  readonly quotas?: QuotaEvidence;
}

/**
 * `placed`: there is nothing to fix. `notThisRound`: the person's capacity is 0. `noneWorks`: no change of any kind places
 * the person. `notAllTried`: none has been found within the work allowed; one may exist.
 */
export type NoFixReason = "placed" | "notThisRound" | "noneWorks" | "notAllTried";

export interface NoFix extends Sentence {
  readonly kind: "none";
  readonly because: NoFixReason;
  /** Present if the options have quotas, for `noneWorks` and `notAllTried`. */
  readonly quotas?: QuotaEvidence;
}

/** Whether quotas, limits on partners among them, are what leaves somebody out; by matches without them. */
export interface QuotaEvidence {
  /** Names of those without which, each alone, a plan proved within the work allowed holds the person. */
  readonly alone: readonly string[];
  /** Whether the plan without any quota holds the person. */
  readonly together: boolean;
}

const NONE: Readonly<Record<NoFixReason, Sentence>> = {
  placed: { en: "Is in the plan.", tr: "Zaten planda." },
  notThisRound: { en: "Sits this round out.", tr: "Bu tura katılmıyor." },
  noneWorks: {
    en: "No single place, topic or rule and no two places would bring a partner.",
    tr: "Ne tek bir yer, konu veya kural ne de iki yer eş getirirdi.",
  },
  notAllTried: {
    en: "No change was found within the work allowed.",
    tr: "İzin verilen iş içinde bir değişiklik bulunamadı.",
  },
};

/** That there is no fix to tell, in words. */
export function noFix(because: NoFixReason, quotas?: QuotaEvidence): NoFix {
  const text = withEvidence(NONE[because], quotas);
  return { kind: "none", because, ...(quotas === undefined ? {} : { quotas }), ...text };
}

function withEvidence(text: Sentence, evidence: QuotaEvidence | undefined): Sentence {
  if (evidence === undefined) return text;
  const { en, tr } = evidenceInWords(evidence);
  return { en: `${text.en} ${en}`, tr: `${text.tr} ${tr}` };
}

function evidenceInWords({ alone, together }: QuotaEvidence): Sentence {
  const names = alone.map((name) => `"${name}"`).join(", ");
  if (alone.length === 1) {
    return { en: `Without the quota ${names} would be in the plan.`, tr: `${names} kotası olmasa planda olurdu.` };
  }
  if (alone.length > 1) {
    return {
      en: `Without any one of the quotas ${names} would be in the plan.`,
      tr: `${names} kotalarından herhangi biri olmasa planda olurdu.`,
    };
  }
  return together
    ? {
        en: "Would be in the plan if there were no quotas, but for no single one of them.",
        tr: "Hiç kota olmasa planda olurdu; tek bir kotanın kalkması yetmiyor.",
      }
    : { en: "Without quotas would not be in the plan either.", tr: "Kotalar olmasa da planda olmazdı." };
}

/** A fix with its sentences. */
export function fixInWords(fix: Omit<SmallestFix, "en" | "tr">): SmallestFix {
  const steps = fix.change.map(stepInWords);
  const [others, digerleri] = othersInWords(fix.displaced, fix.othersLose);
  const text = {
    en: `Would be placed ${steps.map(({ en }) => en).join(" and ")}. ${others}`,
    tr: `${steps.map(({ tr }) => tr).join(" ve ")} yerleşirdi. ${digerleri}`,
  };
  return { ...fix, ...withEvidence(text, fix.quotas) };
}

function stepInWords(step: ChangeStep): Sentence {
  switch (step.step) {
    case "place": {
      const { places, side, id } = step;
      const more = places === 1 ? "one more place" : `${places} more places`;
      return { en: `with ${more} at the ${side} ${id}`, tr: `${id} (${side}) ${places} yer daha açsa` };
    }
    case "topic":
      return {
        en: `if the mentor ${step.mentorId} also offered "${step.topic}"`,
        tr: `${step.mentorId} (mentor) "${step.topic}" konusunu da sunsa`,
      };
    case "rule":
      return {
        en: `if the rule ${step.rule} made an exception`,
        tr: `${step.rule} kuralı bir istisna tanısa`,
      };
  }
}

function othersInWords(displaced: SmallestFix["displaced"], othersLose: number): readonly [en: string, tr: string] {
  const ids = displaced.map(({ side, id }) => `${id} (${side})`).join(", ");
  const [who, kim] =
    displaced.length === 0
      ? ["Nobody would be left out instead", "Onun yerine kimse açıkta kalmazdı"]
      : [`Left out instead: ${ids}`, `Onun yerine açıkta kalacaklar: ${ids}`];
  const points = Math.abs(othersLose);
  if (othersLose === 0) return [`${who}.`, `${kim}.`];
  return othersLose > 0
    ? [
        `${who}; the others' pairs would score ${points} points less.`,
        `${kim}; ötekilerin eşleşmeleri ${points} puan daha az alırdı.`,
      ]
    : [
        `${who}; the others' pairs would score ${points} points more.`,
        `${kim}; ötekilerin eşleşmeleri ${points} puan daha çok alırdı.`,
      ];
}
