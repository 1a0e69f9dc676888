import { problem } from "../../base/error.ts";
import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import { foldText } from "../../index.ts";
import type { Mentee, Mentor } from "../../index.ts";
import { FULL_SCORE } from "../../score/index.ts";
import { roundedRatio } from "../../score/micro-points.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupPlaces,
  PreparedGroupCriterion,
} from "../criterion.ts";
import { checkOptions, compiled } from "./settings.ts";

export interface DifferentOptions extends GroupCriterionOptions {
  /** Whom it compares. @default "all" */
  readonly among?: "mentors" | "mentees" | "all";
}

/**
 * How many pairs of members differ in a field: `department`, `location`, `timeZone`, or a field of `attributes` that holds text, a
 * number, or yes or no. 1: all differ from each other. 0: all are the same. Texts are compared folded. Pairs of whom one's field
 * is not known are left out; `null` if no pair is known.
 *
 * @throws TersineError VALUE_UNKNOWN, FIELD_UNKNOWN
 * @default name "different department", weight 1
 * @example
 * different("department", { among: "mentors" });
 */
export function different(field: string, options: DifferentOptions = {}): GroupCriterion {
  return asPublic("different", () => {
    checkOptions(options, ["name", "weight", "among"]);
    const { among = "all" } = options;
    if (!["mentors", "mentees", "all"].includes(among)) {
      throw problem("VALUE_UNKNOWN", "/among", 'expected "mentors", "mentees" or "all".');
    }
    const prepare = (ground: CriterionGround): PreparedGroupCriterion => prepareDifferent(ground, field, among);
    const called = FIELD_WORDS.get(field) ?? { en: `different ${field}`, tr: `farklı "${field}"` };
    const defaults = { name: `different ${field}`, weight: 1, settings: { field, among } };
    return { ...compiled(defaults, options, prepare), title: called };
  });
}

const FIELD_WORDS: ReadonlyMap<string, { readonly en: string; readonly tr: string }> = new Map([
  ["department", { en: "different departments", tr: "farklı departmanlar" }],
  ["location", { en: "different locations", tr: "farklı çalışma yerleri" }],
  ["timeZone", { en: "different time zones", tr: "farklı saat dilimleri" }],
]);

function prepareDifferent(
  { mentees, mentors }: CriterionGround,
  field: string,
  among: NonNullable<DifferentOptions["among"]>,
): PreparedGroupCriterion {
  const numbers = new Map<string, number>();
  const read = (person: Mentee | Mentor): number => {
    const text = valueText(person, field);
    if (text === "") return 0;
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return number;
  };
  const ofMentee = mentees.map(read);
  const ofMentor = mentors.map(read);
  const valuesOf = (group: GroupPlaces): readonly number[] => {
    const ids = new Set(among === "mentors" ? [] : group.mentees.map((mentee) => mentees[mentee]!.id));
    const values = among === "mentors" ? [] : group.mentees.map((mentee) => ofMentee[mentee]!);
    // somebody on both sides is there once
    for (const mentor of among === "mentees" ? [] : group.mentors) {
      if (!ids.has(mentors[mentor]!.id)) values.push(ofMentor[mentor]!);
    }
    return values.filter((value) => value !== 0);
  };
  return {
    points: (group) => {
      const { twos, differing } = compared(valuesOf(group));
      return twos === 0 ? -1 : roundedRatio(differing * FULL_SCORE, twos);
    },
    ground: (group) => {
      const { twos, differing } = compared(valuesOf(group));
      if (twos === 0)
        return { en: `Too little is known of the field ${field}.`, tr: `"${field}" bilgisi yeterince bilinmiyor.` };
      return {
        en: `${String(differing)} of ${counted(twos, "pair")} of members ${differing === 1 ? "differs" : "differ"} in ${field}.`,
        tr: `Gruptaki ${String(twos)} ikiliden ${String(differing)} tanesi ${FIELD_NOUNS.get(field) ?? `"${field}" bilgisi`} açısından farklı.`,
      };
    },
  };
}

const FIELD_NOUNS: ReadonlyMap<string, string> = new Map([
  ["department", "departman"],
  ["location", "çalışma yeri"],
  ["timeZone", "saat dilimi"],
]);

function compared(values: readonly number[]): { readonly twos: number; readonly differing: number } {
  let [twos, differing] = [0, 0];
  for (let a = 0; a < values.length; a += 1) {
    for (let b = a + 1; b < values.length; b += 1) {
      twos += 1;
      if (values[a] !== values[b]) differing += 1;
    }
  }
  return { twos, differing };
}

/** A field as folded text, with its kind before it; nothing if it is not known or no plain value. */
function valueText(person: Mentee | Mentor, field: string): string {
  const { attributes = {} } = person;
  const own: unknown = Object.hasOwn(attributes, field) ? attributes[field] : undefined;
  const value: unknown = field === "department" || field === "location" || field === "timeZone" ? person[field] : own;
  if (typeof value === "string") return foldText(value) === "" ? "" : `text ${foldText(value)}`;
  return typeof value === "number" || typeof value === "boolean" ? `${typeof value} ${String(value)}` : "";
}
