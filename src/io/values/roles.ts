import type { Told } from "./numbers.ts";
import { plainWords } from "./spelling.ts";

/** What a role says of the two sides. */
export interface Sides {
  readonly mentor: boolean;
  readonly mentee: boolean;
}

type Word = "mentor" | "mentee" | "both" | "none";

/** Whole answers without accents, by what they say. Whatever is none of them is not read. */
const ANSWERS: Readonly<Record<Word, readonly string[]>> = {
  mentor: [
    ...[
      "mentor",
      "mentors",
      "a mentor",
      "as mentor",
      "as a mentor",
      "be a mentor",
      "to be a mentor",
      "become a mentor",
    ],
    ...["i am a mentor", "i want to be a mentor", "i would like to be a mentor", "reverse mentor", "mentor only"],
    ...["only mentor", "mentor olarak", "mentorum", "mentor olmak istiyorum", "mentor olmak isterim", "tersine mentor"],
    ...["sadece mentor", "yalnizca mentor"],
  ],
  mentee: [
    ...[
      "mentee",
      "mentees",
      "a mentee",
      "as mentee",
      "as a mentee",
      "be a mentee",
      "to be a mentee",
      "become a mentee",
    ],
    ...["i am a mentee", "i want to be a mentee", "i would like to be a mentee", "reverse mentee", "mentee only"],
    ...["only mentee", "protege", "menti", "mentiler", "menti olarak", "mentiyim", "menti olmak istiyorum"],
    ...["menti olmak isterim", "mentee olmak istiyorum", "sadece menti", "yalnizca menti"],
  ],
  both: [
    ...[
      "both",
      "both roles",
      "both sides",
      "both mentor and mentee",
      "both a mentor and a mentee",
      "mentor and mentee both",
    ],
    ...[
      "her ikisi",
      "her ikisi de",
      "herikisi",
      "ikisi de",
      "ikiside",
      "hem mentor hem menti",
      "hem mentor hem de menti",
    ],
  ],
  none: [
    ...["none", "neither", "no", "no role", "neither mentor nor mentee", "neither mentee nor mentor", "none of them"],
    ...["inactive", "disabled", "not participating", "not taking part", "na", "n/a", "-"],
    ...[
      "yok",
      "hayir",
      "hicbiri",
      "hicbiri degil",
      "ne mentor ne menti",
      "ne menti ne mentor",
      "katilmiyorum",
      "pasif",
    ],
  ],
};

const KNOWN: ReadonlyMap<string, Word> = new Map(
  (["mentor", "mentee", "both", "none"] as const).flatMap((word) => ANSWERS[word].map((answer) => [answer, word])),
);

/** Words that may turn round what stands before them. */
const DENIAL = /\b(?:no|not|non|never|dont|wont|cannot|cant|degil|hayir|yok|isteme\p{L}*|olma[mz]\p{L}*|asla)\b/u;

/** Longer answers are no label. */
const LONGEST = 300;

const UNKNOWN: Told = {
  code: "ROLE_UNKNOWN",
  message: "expected mentor, mentee, both or none.",
  hint: "In Turkish mentor, menti, her ikisi or yok. Other answers are not read, as one word can turn them round.",
};

/**
 * The sides of an answer: one that is known as a whole, alone, before a bracket or a dash (`Mentor (I teach)`), or several
 * joined by commas, semicolons, slashes, `&`, `+`, `and` or `ve`.
 */
export function readRole(answer: unknown): Sides | Told {
  if (typeof answer !== "string" || answer.length > LONGEST) return UNKNOWN;
  const text = plainWords(answer);
  const label = labelOf(text);
  const whole = KNOWN.get(text) ?? (label === undefined ? undefined : KNOWN.get(label));
  const words = whole === undefined ? text.split(/\s*[,;/&+|]\s*| and | ve /u).map(wordOf) : [whole];
  if (words.length > 1 && !words.every((word) => word === "mentor" || word === "mentee")) return UNKNOWN;
  if (words.includes(undefined)) return UNKNOWN;
  return {
    mentor: words.includes("mentor") || words.includes("both"),
    mentee: words.includes("mentee") || words.includes("both"),
  };
}

function wordOf(text: string): Word | undefined {
  return KNOWN.get(text) ?? KNOWN.get(labelOf(text) ?? "");
}

/** What stands before a bracket, a dash or a colon, unless what follows may deny it or is an answer of its own. */
function labelOf(text: string): string | undefined {
  const [, label, rest = ""] = /^([^([\-–—:]+?)\s*[([\-–—:](.*)$/u.exec(text) ?? [];
  return DENIAL.test(rest) || KNOWN.has(rest.replace(/[()[\]]/gu, "").trim()) ? undefined : label;
}

const YES = new Set("yes y true 1 x ok evet e dogru var ✓ ✔ ☑".split(" "));
const NO = new Set("no n false 0 - hayir h yanlis yok ✗ ✘ ☐".split(" "));

/** Whether a cell says yes. */
export function readYesNo(value: unknown): { readonly value: boolean } | Told {
  if (typeof value === "boolean") return { value };
  const given = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const text = given.length > LONGEST ? "" : plainWords(given);
  const known = [text, labelOf(text) ?? ""].find((each) => YES.has(each) || NO.has(each));
  if (known !== undefined) return { value: YES.has(known) };
  return { code: "BOOLEAN_FORMAT", message: "expected yes or no, true or false, 1 or 0, evet or hayır." };
}
