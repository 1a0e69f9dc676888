import type { Availability, Language } from "../model/input.ts";
import type { PairOfIds } from "../rules/ban.ts";
import type { NeededField } from "../rules/rule.ts";
import type { Sentence } from "../base/sentence.ts";

/** The smallest change that would place somebody, or why none is told. */
export type Fix = SmallestFix | NoFix;

/**
 * What a change touches, from the smallest on: this is the order in which they are tried. `data`: something is not known of
 * one person. `oneRule`: a rule makes an exception for one pair; only rules that are `waivable`.
 */
export type FixKind = "data" | "onePlace" | "oneTopic" | "twoPlaces" | "oneRule";

/** What can be stated in a field of a person that rules ask for. */
export type DataValue = string | number | readonly Language[] | Availability;

/** One step of a change, for the organisers to apply to the input or, for a rule, to the options with `exceptFor`. */
export type ChangeStep =
  | {
      readonly step: "data";
      readonly side: "mentor" | "mentee";
      readonly id: string;
      /** The field of the entry to fill in. */
      readonly field: NeededField;
      readonly value: DataValue;
    }
  | { readonly step: "place"; readonly side: "mentor" | "mentee"; readonly id: string; readonly places: number }
  | { readonly step: "topic"; readonly mentorId: string; readonly topic: string }
  | {
      readonly step: "rule";
      readonly rule: string;
      /** Place of the rule in the options' `rules`, or in the default ones. */
      readonly place: number;
      /** The one pair. */
      readonly except: PairOfIds;
    };

/** A pair of a changed plan. */
export interface NewPair extends PairOfIds {
  /** Micro-points. */
  readonly score: number;
}

/** What follows if something that is not known turns out to be a value. */
export interface DataOutcome {
  /** One step for each field, with its value. */
  readonly change: readonly ChangeStep[];
  readonly pairs: readonly NewPair[];
  readonly displaced: SmallestFix["displaced"];
  readonly othersLose: number;
}

/** A change that has been applied and solved again: the person is in the new plan. */
export interface SmallestFix extends Sentence {
  readonly kind: FixKind;
  /** One step; two for places at two partners, by id; for `data` one for each field of the person. */
  readonly change: readonly ChangeStep[];
  /** Pairs of the new plan that the present one does not hold: by mentee id, then mentor id. */
  readonly pairs: readonly NewPair[];
  /** For `data`: what follows for each value that would place the person, the best first; `change` holds the first. */
  readonly outcomes?: readonly DataOutcome[];
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
  placed: { en: "Already paired.", tr: "Zaten eşleşmiş." },
  notThisRound: { en: "Not taking part in this round (capacity 0).", tr: "Bu tura katılmıyor (kapasite 0)." },
  noneWorks: {
    en: "No missing data, no extra place or topic, no two extra places and no exception that may be made would give this person a partner.",
    tr: "Eksik bilgilerin tamamlanması, bir ek kontenjan ya da konu, iki ek kontenjan veya yapılabilecek bir istisna bu kişiyi eşleştirmeye yetmiyor.",
  },
  notAllTried: {
    en: "No change was found within the work allowed.",
    tr: "İzin verilen hesap sınırı içinde uygun bir değişiklik bulunamadı.",
  },
};

/** That there is no fix to tell, in words. */
export function noFix(because: NoFixReason, quotas?: QuotaEvidence): NoFix {
  const text = withEvidence(NONE[because], quotas);
  return { kind: "none", because, ...(quotas === undefined ? {} : { quotas }), ...text };
}

/** A text, and what quotas have to do with it. */
export function withEvidence(text: Sentence, evidence: QuotaEvidence | undefined): Sentence {
  if (evidence === undefined) return text;
  const { en, tr } = evidenceInWords(evidence);
  return { en: `${text.en} ${en}`, tr: `${text.tr} ${tr}` };
}

function evidenceInWords({ alone, together }: QuotaEvidence): Sentence {
  const names = alone.map((name) => `"${name}"`).join(", ");
  if (alone.length === 1) {
    return {
      en: `Without the quota ${names} this person would be paired.`,
      tr: `${names} kotası olmasa bu kişi eşleşirdi.`,
    };
  }
  if (alone.length > 1) {
    return {
      en: `Without any one of the quotas ${names} this person would be paired.`,
      tr: `${names} kotalarından herhangi biri olmasa bu kişi eşleşirdi.`,
    };
  }
  return together
    ? {
        en: "This person would be paired if there were no quotas; dropping one of them is not enough.",
        tr: "Hiç kota olmasa bu kişi eşleşirdi; tek bir kotanın kalkması yetmiyor.",
      }
    : {
        en: "Without quotas this person would not be paired either.",
        tr: "Kotalar olmasa da bu kişi eşleşmezdi.",
      };
}
