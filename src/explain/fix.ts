import type { PersonOfSide } from "../rules/except-for.ts";
import type { Text } from "./result.ts";

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
export interface SmallestFix extends Text {
  readonly kind: FixKind;
  /** One step; two for places at two partners, by id. */
  readonly change: readonly ChangeStep[];
  /** Those who have a partner in the plan and none in the new one: mentees by id, then mentors by id. */
  readonly displaced: readonly { readonly side: "mentor" | "mentee"; readonly id: string }[];
  /** Micro-points that the pairs of everybody else lose, in sum; below 0 if they gain. */
  readonly othersLose: number;
  /** Whether all changes of the kind, and all of smaller kinds, have been looked at: if not, a better one may exist. */
  readonly isLeast: boolean;
}

/**
 * `placed`: there is nothing to fix. `notThisRound`: the person's capacity is 0. `noneWorks`: no change of any kind places
 * the person. `notAllTried`: none has been found within the work allowed. `quotas`: quotas or limits on partners tie
 * pairs together, and changes are not tried.
 */
export type NoFixReason = "placed" | "notThisRound" | "noneWorks" | "notAllTried" | "quotas";

export interface NoFix extends Text {
  readonly kind: "none";
  readonly because: NoFixReason;
}

const NONE: Readonly<Record<NoFixReason, Text>> = {
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
  quotas: {
    en: "Under quotas or limits on partners no changes are tried.",
    tr: "Kotalar veya eş sınırları varken değişiklik denenmez.",
  },
};

/** That there is no fix to tell, in words. */
export function noFix(because: NoFixReason): NoFix {
  return { kind: "none", because, ...NONE[because] };
}

/** A fix with its sentences. */
export function fixInWords(fix: Omit<SmallestFix, "en" | "tr">): SmallestFix {
  const steps = fix.change.map(stepInWords);
  const [others, digerleri] = othersInWords(fix.displaced, fix.othersLose);
  return {
    ...fix,
    en: `Would be placed ${steps.map(({ en }) => en).join(" and ")}. ${others}`,
    tr: `${steps.map(({ tr }) => tr).join(" ve ")} yerleşirdi. ${digerleri}`,
  };
}

function stepInWords(step: ChangeStep): Text {
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
