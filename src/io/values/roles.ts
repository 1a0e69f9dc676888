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
    ...["sadece mentor", "yalnizca mentor", "mentor olarak katilmak istiyorum", "junior mentor"],
    ...["i want to mentor", "i would like to mentor", "id like to be a mentor", "id like to mentor", "i will mentor"],
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
    ...["menti olmak isterim", "mentee olmak istiyorum", "sadece menti", "yalnizca menti", "mentee olarak"],
    ...[
      "menti olarak katilmak istiyorum",
      "mentee olarak katilmak istiyorum",
      "senior mentee",
      "id like to be a mentee",
    ],
    ...["sadece mentee", "yalnizca mentee", "mentee olmak isterim"],
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
      "hem mentor hem mentee",
      "hem mentor hem de mentee",
    ],
  ],
  none: [
    ...[
      "none",
      "neither",
      "no",
      "no role",
      "neither mentor nor mentee",
      "neither mentee nor mentor",
      "none of them",
      "none of the above",
    ],
    ...["withdrawn", "withdrew", "opt out", "opted out", "drop out", "dropped out", "not this year", "not applicable"],
    ...[
      "istemiyorum",
      "katilmayacagim",
      "katilamiyorum",
      "katilmak istemem",
      "vazgectim",
      "bu yil degil",
      "bu yil hayir",
    ],
    ...["inactive", "disabled", "not participating", "not taking part", "not interested", "na", "n/a", "-"],
    ...[
      "yok",
      "hayir",
      "hicbiri",
      "hicbiri degil",
      "ne mentor ne menti",
      "ne menti ne mentor",
      "ne mentor ne mentee",
      "ne mentor ne de menti",
      "ne mentor ne de mentee",
      "katilmak istemiyorum",
      "ilgilenmiyorum",
      "katilmiyorum",
      "pasif",
    ],
  ],
};

const KNOWN: ReadonlyMap<string, Word> = new Map(
  (["mentor", "mentee", "both", "none"] as const).flatMap((word) => ANSWERS[word].map((answer) => [answer, word])),
);

/** Words that may turn round what stands before them, however much is said: no, perhaps, withdrawn, or the other side as well. */
const DENIAL = new RegExp(
  [
    String.raw`\b(?:no|not|non|never|dont|doesnt|wont|cannot|cant|degil|hayir|yok|isteme\p{L}*|olma[mzyd]\p{L}*|asla)\b`,
    String.raw`\b(?:withdr[ae]wn?|withdrawing|cancell?ed|declined|resigned|opt(?:s|ed|ing)?[ -]out|dropp?(?:ed|ing)?[ -]?out)\b`,
    String.raw`\b(?:maybe|perhaps|undecided|unsure|tentative\p{L}*|if|unless|belki|kararsiz\p{L}*|eger)\b`,
    String.raw`\b(?:iptal|istifa|vazgec(?:t|m|iyor|ecek)\p{L}*|cekild\p{L}*|katil(?:am|m[iu]yor|mad|may|maz|mam)\p{L}*)\b`,
    String.raw`(?:\b(?:and|or|also|both|plus|ve|veya|ya da|hem|hem de|ayrica)|[&+/])\s*(?:an?\s+)?(?:mentor|mentee|menti|protege)`,
    // what Turkish hangs on a verb to turn it round
    String.raw`\p{L}{2,}(?:m[iu]yor|m[ae]y[ae]c[ae][gk])|\?`,
  ].join("|"),
  "u",
);

/** What became of somebody, or when they will take part: it says so in a few words, and nothing of the kind in more. */
const STATUS = new RegExp(
  [
    String.raw`\b(?:cancel\p{L}*|declin\p{L}*|reject\p{L}*|left|leav(?:e|es|ing)|former\p{L}*|ex|past|previous\p{L}*|last (?:year|round|time))\b`,
    String.raw`\b(?:inactive|disabled|unavailable|suspended|removed|deleted|expired|ended|retired|retiring|retirement|paused?|hold|pending)\b`,
    String.raw`\b(?:wait\p{L}*|opt|opts|opted|out|drop(?:s|ped)?|quit|quits|stop(?:s|ped)?|complet(?:e|ed|es)|finish(?:ed)?|done|graduated?)\b`,
    String.raw`\b(?:back ?up|back-up|reserves?|stand ?by|stand-by|spare|substitute|alternate|alumn(?:i|a|us)|terminated|transferred|moved|gone)\b`,
    String.raw`\b(?:next (?:\p{L}+)|later|future|tb[acd]|unconfirmed|sabbatical|maternity|paternity|parental|sick|draft|closed|archived|old)\b`,
    String.raw`\b(?:ayril\p{L}*|eski|onceki|gecen|gecmis|redd?\p{L}*|cekil\p{L}*|bekl\p{L}*|izin\p{L}*|izni\p{L}*|pasif|raporlu)\b`,
    String.raw`\b(?:kaldiril\p{L}*|durdur\p{L}*|dondur\p{L}*|aski\p{L}*|silin\p{L}*|ertele\p{L}*|sona|bitti|bitir\p{L}*|birak\p{L}*)\b`,
    String.raw`\b(?:emekli\p{L}*|yedek\p{L}*|gelecek|onumuzdeki|seneye|ileride|sonra\p{L}*|tamamla\p{L}*|cikti|cikarildi|mezun\p{L}*)\b`,
    String.raw`\b(?:taslak|kesinlesme\p{L}*|netlesme\p{L}*|belirsiz|simdilik|henuz)\b`,
  ].join("|"),
  "u",
);
/** Most words in which a status is told. */
const FEW_WORDS = 3;

/** Whether what stands behind a label may turn it round. */
function mayDeny(rest: string): boolean {
  const words = rest.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return DENIAL.test(rest) || (words.length <= FEW_WORDS && STATUS.test(rest));
}

/** Longer answers are no label. */
const LONGEST = 300;

const UNKNOWN: Told = {
  code: "ROLE_UNKNOWN",
  message: "expected mentor, mentee, both or none.",
  hint:
    "In Turkish mentor, menti, her ikisi or yok. Other answers are not read, as one word can turn them round; " +
    'say what they mean: "values": { "role": { "the answer": "mentor" } }.',
};

/**
 * The sides of an answer: one that is known as a whole, alone, before a bracket or a dash (`Mentor (I teach)`), or several
 * joined by commas, semicolons, slashes, `&`, `+`, `and` or `ve`.
 */
export function readRole(answer: unknown): Sides | Told {
  if (typeof answer !== "string" || answer.length > LONGEST) return UNKNOWN;
  // forms write several answers in lines, or with a semicolon behind each
  const text = plainWords(answer.trim().replace(/\s*[\r\n]+\s*/gu, "; ")).replace(/[\s;]+$/u, "");
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
  return mayDeny(rest) || KNOWN.has(rest.replace(/[()[\]]/gu, "").trim()) ? undefined : label;
}

const YES = new Set(
  "yes y true t 1 x ok on checked selected evet e dogru var isterim istiyorum secili ✓ ✔ ☑".split(" "),
);
const NO = new Set(
  "no n false f 0 - off unchecked unselected hayir h yanlis yok istemem istemiyorum secilmedi ✗ ✘ ☐".split(" "),
);

/** Whether a cell says yes. */
export function readYesNo(value: unknown): { readonly value: boolean } | Told {
  if (typeof value === "boolean") return { value };
  const given = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const text = given.length > LONGEST ? "" : plainWords(given).replace(/!$/u, "");
  const parts = YES.has(text) || NO.has(text) ? [text] : (labelOf(text) ?? text).split(/\s*\/\s*/u);
  // forms in two languages write an answer in both
  if (parts.every((part) => YES.has(part))) return { value: true };
  if (parts.every((part) => NO.has(part))) return { value: false };
  return {
    code: "BOOLEAN_FORMAT",
    message: "expected yes or no, true or false, 1 or 0, evet or hayır.",
    hint: 'Say what other answers mean: "values": { "isMentor": { "the answer": "yes" } }.',
  };
}
