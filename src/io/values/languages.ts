import { plainWords } from "./spelling.ts";
import { LANGUAGE_NAMES } from "../tables/languages.ts";

/** Names that the CLDR gives no language in English or Turkish, but people do. */
const FURTHER = [
  ...["fa|Farsi", "zh|Mandarin", "ku|Kurmanji|Kurmancî|Kurdî", "ckb|Sorani", "el|Rumca", "my|Burmese", "az|Azerice"],
  // as they call themselves, where forms write them so
  ...["de|Deutsch", "fr|Français", "es|Español|Castellano", "it|Italiano", "pt|Português", "nl|Nederlands"],
  ...["ru|Русский", "uk|Українська", "ar|العربية", "fa|فارسی", "el|Ελληνικά", "bg|Български", "az|Azərbaycanca"],
  ...["pl|Polski", "ro|Română", "zza|Zazaca|Zazaki", "zh|中文", "ja|日本語"],
].join("\n");

let tags: ReadonlyMap<string, string> | undefined;

/** Tags by name in plain words; what is the name of two languages is none. */
function tagsByName(): ReadonlyMap<string, string> {
  if (tags !== undefined) return tags;
  const found = new Map<string, string>();
  for (const line of `${LANGUAGE_NAMES}${FURTHER}`.split("\n")) {
    const [tag = "", ...names] = line.split("|");
    for (const name of names.map(plainWords)) {
      const known = found.get(name);
      // the first tag of a language is the shortest
      if (known === undefined || known === "") found.set(name, tag);
      else if (known.split("-")[0] !== tag.split("-")[0]) found.set(name, "");
    }
  }
  tags = new Map([...found].filter(([, tag]) => tag !== ""));
  return tags;
}

const LEVEL =
  /^(.*?)\s*(?:[([:,\-–]\s*)?\b(A1|A2|B1|B2|C1|C2|native|native speaker|mother tongue|anadil|anadili|ana dil|ana dili)\s*[)\]]?$/iu;
/** Longer texts name no language. */
const LONGEST = 80;
const CEFR = new Set(["A1", "A2", "B1", "B2", "C1", "C2"]);

/** A language as the model takes it, and whether it is understood. */
export interface LanguageReading {
  readonly value: unknown;
  readonly isKnown: boolean;
  /** How it is written. A word is a tag that English or Turkish also have as a usual word, or an answer such as no. */
  readonly form?: "name" | "tag" | "word";
}

/**
 * Reads a language: a tag (BCP 47), or a name in English or Turkish, also with a level behind it (`English (B2)`). What is
 * not understood stays as it is written, and meets only the same words.
 */
export function readLanguage(written: unknown): LanguageReading {
  if (typeof written === "object" && written !== null && "language" in written) {
    const { value, isKnown } = readLanguage(written.language);
    return typeof value === "string"
      ? { value: { ...written, language: value }, isKnown }
      : { value: written, isKnown };
  }
  if (typeof written !== "string") return { value: written, isKnown: true };
  if (written.length > LONGEST) return { value: written, isKnown: false };
  const whole = tagOf(written);
  if (whole !== undefined) return { value: whole.tag, isKnown: true, form: whole.form };
  if (ANSWERS.has(plainWords(written))) return { value: written, isKnown: false, form: "word" };
  const [, name = "", stated = ""] = LEVEL.exec(written.trim().replaceAll("İ", "i")) ?? [];
  const language = tagOf(name);
  if (language === undefined) return { value: written, isKnown: false };
  const step = stated.toUpperCase();
  const level = CEFR.has(step) ? step : "native";
  // a level behind it makes a word a language
  return { value: { language: language.tag, level }, isKnown: true, form: language.form === "name" ? "name" : "tag" };
}

/** Tags that are usual words of English or Turkish: `no`, `it`, `az` (little), `en az` (at least). */
const WORDS = new Set(
  "am an ara as az bak bas be ben ha he her hi ho id ile in is it ki la lo man may me mi my na ne no or os pi ses si so su sun ta tam to ve".split(
    " ",
  ),
);
/** Answers to the question for further languages that name none. */
const ANSWERS = new Set(["no", "hayir", "none", "yok", "other", "others", "diger"]);

interface Tag {
  readonly tag: string;
  readonly form: "name" | "tag" | "word";
}

function tagOf(text: string): Tag | undefined {
  const tag = text.trim().replaceAll("_", "-");
  const known = tagsByName().get(plainWords(text)) ?? tagsByName().get(plainWords(`${text} dili`));
  if (known !== undefined) return { tag: known, form: "name" };
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/iu.test(tag)) return undefined;
  try {
    const { language } = new Intl.Locale(tag);
    const canonical = isLanguage(language) ? Intl.getCanonicalLocales(tag)[0] : undefined;
    return canonical === undefined
      ? undefined
      : { tag: canonical, form: WORDS.has(tag.toLowerCase()) ? "word" : "tag" };
  } catch {
    return undefined;
  }
}

/** Whether the CLDR has a name for the language of a tag. */
function isLanguage(language: string): boolean {
  return LANGUAGE_NAMES.includes(`\n${language}|`);
}
