import type { Sentence } from "../base/sentence.ts";
import { timeOfWeekText, windowsText } from "../base/time/weekday.ts";
import type { Language, WeeklyWindow } from "../model/input.ts";
import type { ChangeStep, DataOutcome, DataValue, NewPair, SmallestFix } from "./fix.ts";
import { withEvidence } from "./fix.ts";
import type { NeededField } from "../rules/rule.ts";
import { ruleTitle } from "../rules/titles.ts";
import { scaleFigures, scaleText } from "../score/scale.ts";

/** Outcomes that are told; the data hold all. */
const OUTCOMES_TOLD = 3;

/** A fix with its sentences, told to the organisers about a person. */
export function fixInWords(fix: Omit<SmallestFix, "en" | "tr">): SmallestFix {
  const what = fix.outcomes === undefined ? asAction(fix) : asQuestion(fix.outcomes);
  return { ...fix, ...withEvidence(what, fix.quotas) };
}

/** Ask for data: what follows for each value. */
function asQuestion(outcomes: readonly DataOutcome[]): Sentence {
  const told = outcomes.slice(0, OUTCOMES_TOLD);
  const [first] = told;
  if (first === undefined) return { en: "", tr: "" };
  const asked = first.change.flatMap((step) => (step.step === "data" ? [step] : []));
  const { id = "", side = "mentee" } = asked[0] ?? {};
  const fields = asked.map(({ field }) => FIELD_WORDS[field]);
  const cases = told.map((outcome) => {
    const values = outcome.change.flatMap((step) => (step.step === "data" ? [step] : []));
    const listed = (language: keyof Sentence): string =>
      values.map(({ field, value }) => valueText(field, value, language)).join(", ");
    const then = effects(outcome);
    return { en: `with ${listed("en")}: ${then.en}`, tr: `${listed("tr")} ise: ${then.tr}` };
  });
  const more = outcomes.length - told.length;
  const rest = more === 0 ? { en: "", tr: "" } : { en: ` ${more} more would do.`, tr: ` ${more} değer daha olur.` };
  return {
    en: `Fill in what is not known of ${id} (${side}): ${fields.map(({ en }) => en).join(" and ")}. ${cases.map(({ en }) => capital(en)).join(" ")}${rest.en}`,
    tr: `Eksik bilgiyi tamamlayın, ${id} (${side}): ${fields.map(({ tr }) => tr).join(" ve ")}. ${cases.map(({ tr }) => tr).join(" ")}${rest.tr}`,
  };
}

function asAction(fix: Omit<SmallestFix, "en" | "tr">): Sentence {
  const steps = fix.change.map(stepInWords);
  const then = effects(fix);
  return {
    en: `${capital(steps.map(({ en }) => en).join(" and "))}: ${then.en}`,
    tr: `${steps.map(({ tr }) => tr).join(" ve ")}: ${then.tr}`,
  };
}

const FIELD_WORDS: Readonly<Record<NeededField, Sentence>> = {
  level: { en: "level", tr: "kademe" },
  birthYear: { en: "birth year", tr: "doğum yılı" },
  careerStartYear: { en: "year of starting work", tr: "işe başlama yılı" },
  generation: { en: "generation", tr: "kuşak" },
  languages: { en: "languages", tr: "diller" },
  availability: { en: "free times", tr: "uygun zamanlar" },
  department: { en: "department", tr: "departman" },
  location: { en: "location", tr: "çalışma yeri" },
  timeZone: { en: "time zone", tr: "saat dilimi" },
};

function valueText(field: NeededField, value: DataValue, language: keyof Sentence): string {
  if (typeof value === "string") return field === "availability" ? windowsText(value, language) : value;
  if (typeof value === "number") return String(value);
  if ("windows" in value) return valueText(field, value.windows, language);
  const items: readonly (Language | WeeklyWindow)[] = value;
  return items
    .map((item) => {
      if (typeof item === "string") return item;
      return "day" in item ? timeOfWeekText(item, language) : item.language;
    })
    .join("; ");
}

function stepInWords(step: ChangeStep): Sentence {
  switch (step.step) {
    case "data":
      return { en: "", tr: "" };
    case "place": {
      const { places, side, id } = step;
      const other = side === "mentor" ? "mentee" : "mentor";
      const more = places === 1 ? `one more ${other}` : `${places} more ${other}s`;
      return {
        en: `ask whether ${id} (${side}) would take ${more}`,
        tr: `${id} (${side}) ${places} kişi daha kabul ederse`,
      };
    }
    case "topic":
      return {
        en: `ask whether ${step.mentorId} (mentor) could also show ${step.topic}`,
        tr: `${step.mentorId} (mentor) şu konuyu da sunabilirse, ${step.topic}`,
      };
    case "rule": {
      const { mentorId, menteeId } = step.except;
      return {
        en: `make an exception to the rule ${ruleTitle(step.rule).en} for ${mentorId} - ${menteeId}`,
        tr: `${ruleTitle(step.rule).tr} kuralında ${mentorId} - ${menteeId} çifti için istisna yapılırsa`,
      };
    }
  }
}

/** The new pairs with their scores, who loses every partner, and what it costs the others. */
function effects({ pairs, displaced, othersLose }: Omit<DataOutcome, "change">): Sentence {
  const figures = scaleFigures(pairs.map(({ score }) => score));
  const told = (language: keyof Sentence): string =>
    pairs.map((pair, place) => pairText(pair, figures[place]?.[language])).join(", ");
  const ids = displaced.map(({ side, id }) => `${id} (${side})`).join(", ");
  const [lost, kayip] =
    displaced.length === 0
      ? ["nobody loses their place", "kimse eşleşmesiz kalmaz"]
      : [`left out instead: ${ids}`, `eşleşmesiz kalan: ${ids}`];
  const points = scaleText(Math.abs(othersLose));
  const [cost, bedel] =
    othersLose === 0
      ? ["", ""]
      : othersLose > 0
        ? [`; the others' pairs score ${points.en} less`, `; diğer eşleşmelerin toplamı ${points.tr} azalır`]
        : [`; the others' pairs score ${points.en} more`, `; diğer eşleşmelerin toplamı ${points.tr} artar`];
  return {
    en: `new ${pairs.length === 1 ? "pair" : "pairs"} ${told("en")}; ${lost}${cost}.`,
    tr: `yeni eşleşme ${told("tr")}; ${kayip}${bedel}.`,
  };
}

function pairText({ mentorId, menteeId }: NewPair, figure = ""): string {
  return `${mentorId} - ${menteeId} (${figure}/100)`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
