import type { Sentence } from "../../base/sentence.ts";
import { asPublic } from "../../base/public.ts";
import {
  criterionTitle,
  defaultCriteria,
  defaultRules,
  type MatchOptions,
  type Objective,
  ruleTitle,
  VERSION,
} from "../../index.ts";
import { accountOf } from "./criteria.ts";
import { AGE } from "./fields.ts";
import { requiredFields, type RequiredField } from "./required-fields.ts";

/** What a configuration does, for those who must account for it. */
export interface ModelCard {
  readonly version: string;
  /** Left blank: only the organiser can say it. */
  readonly purpose: "";
  readonly objective: Objective;
  readonly criteria: readonly {
    readonly name: string;
    readonly weight: number;
    readonly zero: Sentence;
    readonly one: Sentence;
  }[];
  readonly rules: readonly { readonly name: string; readonly because: Sentence }[];
  readonly quotas: readonly string[];
  readonly fields: readonly RequiredField[];
  /** Present where age, or what stands for it, is read. */
  readonly ageNotice?: Sentence;
  readonly notPromised: readonly Sentence[];
  /** The same as Markdown, by language. */
  readonly markdown: Sentence;
}

const sentence = (en: string, tr: string): Sentence => ({ en, tr });

/** Of a function of the caller's. */
const OWN_ENDS = {
  zero: sentence("say here what 0 means", "0'ın anlamını buraya yazın"),
  one: sentence("say here what 1 means", "1'in anlamını buraya yazın"),
};

const NOT_PROMISED: readonly Sentence[] = [
  sentence(
    "That a pair gets on well, or that the programme reaches its aim.",
    "Bir eşleşmenin iyi anlaşacağı ya da programın amacına ulaşacağı.",
  ),
  sentence("That what the score leaves out does not matter.", "Puanın dışında kalanların önemsiz olduğu."),
  sentence("That any law is met: ask your lawyer.", "Herhangi bir yasaya uyulduğu: hukukçunuza sorun."),
];

const AGE_NOTICE = sentence(
  "This configuration reads age, or what stands for it. Whether and how it may be used differs by country: ask your lawyer.",
  "Bu yapılandırma yaşı ya da onun yerine geçen bir bilgiyi okuyor. Kullanılıp kullanılamayacağı ülkeye göre değişir: hukukçunuza sorun.",
);

/** A card of what a configuration scores, refuses and reads: as data, and as Markdown in both languages. It claims nothing. */
export function modelCard(options: MatchOptions = {}): ModelCard {
  return asPublic("modelCard", () => {
    const {
      criteria = defaultCriteria(),
      rules = defaultRules(),
      quotas = [],
      weights = {},
      objective = "coverage",
    } = options;
    const fields = requiredFields(options);
    const isAge = fields.some(({ field }) => AGE.some((age) => age === field));
    const card = {
      version: VERSION,
      purpose: "" as const,
      objective,
      criteria: criteria.map((criterion) => {
        const { name, weight } = criterion;
        const { zero, one } = accountOf(criterion) ?? OWN_ENDS;
        return { name, weight: weights[name] ?? weight, zero, one };
      }),
      rules: rules.map(({ name, because }) => ({ name, because: { en: because.en, tr: because.tr } })),
      quotas: quotas.map(({ name }) => name),
      fields,
      ...(isAge ? { ageNotice: AGE_NOTICE } : {}),
      notPromised: NOT_PROMISED,
    };
    return { ...card, markdown: { en: markdown(card, "en"), tr: markdown(card, "tr") } };
  });
}

/** What is made best, the first figure first. */
const OBJECTIVES: Readonly<Record<Objective, Sentence>> = {
  coverage: sentence("most people placed, then the best total score", "önce en çok kişi, sonra en yüksek toplam puan"),
  score: sentence("the best total score", "en yüksek toplam puan"),
  fair: sentence(
    "most people placed, then the lowest scores of pairs as high as can be",
    "önce en çok kişi, sonra en düşük eşleşme puanlarının olabildiğince yüksek olması",
  ),
  stable: sentence(
    "no two people who would both rather have each other",
    "birbirini kendi eşlerine yeğleyecek iki kişinin kalmaması",
  ),
};

/** A title with the name behind it; the caller's own have only a name. */
function called(name: string, title: string): string {
  return title === `"${name}"` ? `\`${name}\`` : `${title} (\`${name}\`)`;
}

const HEADINGS = {
  en: {
    title: "Model card",
    purpose: "Purpose (to be filled in)",
    objective: "Objective",
    criteria: "Criteria",
    rules: "Rules: two people are not paired where",
    quotas: "Quotas",
    fields: "Data that is read",
    not: "Not promised",
    weight: "weight",
  },
  tr: {
    title: "Model kartı",
    purpose: "Amaç (doldurulacak)",
    objective: "Amaç işlevi",
    criteria: "Ölçütler",
    rules: "Kurallar: şu durumlarda iki kişi eşleştirilmez",
    quotas: "Kotalar",
    fields: "Okunan veriler",
    not: "Söz verilmeyenler",
    weight: "ağırlık",
  },
} as const;

function markdown(card: Omit<ModelCard, "markdown">, language: "en" | "tr"): string {
  const words = HEADINGS[language];
  const part = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? "" : `\n## ${heading}\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
  return [
    `# ${words.title} (tersine ${card.version})\n\n## ${words.purpose}\n\n…\n\n## ${words.objective}\n\n${OBJECTIVES[card.objective][language]} (${card.objective})\n`,
    part(
      words.criteria,
      card.criteria.map(
        ({ name, weight, zero, one }) =>
          `${called(name, criterionTitle(name)[language])}, ${words.weight} ${weight}: 0 = ${zero[language]}; 1 = ${one[language]}`,
      ),
    ),
    part(
      words.rules,
      card.rules.map(({ name, because }) => `${called(name, ruleTitle(name)[language])}: ${because[language]}`),
    ),
    part(words.quotas, card.quotas),
    part(
      words.fields,
      card.fields.map((field) => `\`${field.field}\`: ${field[language]}`),
    ),
    part(
      words.not,
      card.notPromised.map((each) => each[language]),
    ),
    card.ageNotice === undefined ? "" : `\n> ${card.ageNotice[language]}\n`,
  ].join("");
}
