import type { Sentence } from "../base/sentence.ts";
import type { Form, OptionsOf, Shape, Zod } from "../model/schema/option-forms.ts";
import type { CriterionOf, FactsOfPair, MissingSide } from "./criterion-of.ts";

/** What a criterion's file says of it beside its maker; see `docs/contributing/adding-a-criterion.md`. */
export interface CriterionDescription<Facts extends FactsOfPair, Fields extends Shape> {
  /** The maker's name: what a configuration calls the criterion, and a manifest unless the caller gave another name. */
  readonly name: string;
  /** What sentences call the criterion: a noun in each language. */
  readonly title: Sentence;
  /** The kind of its facts. */
  readonly facts: Facts["kind"];
  /** Options that a configuration can give beside name, weight and policy: types only, the maker checks ranges. */
  readonly options: (zod: Zod) => Fields;
  readonly make: (options: OptionsOf<CommonFields & Fields>) => CriterionOf<Facts>;
  /**
   * The options, if a manifest's record is of this criterion.
   * @default the recorded settings, if the record has its name
   */
  readonly optionsOf?: (record: CriterionRecord) => object | undefined;
  readonly sentences: FactSentences<Facts>;
  /** What is said where the criterion has no information: the noun of `notKnown`, or sentences of its own. */
  readonly lacking: Sentence | ((missing: MissingSide, facts: Facts) => Sentence);
}

/** What a manifest records of a criterion. */
export interface CriterionRecord {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** One sentence for each language: what a pair's points rest on. Asked only where nobody's data is missing. */
export type FactSentences<Facts extends FactsOfPair> = Readonly<
  Record<keyof Sentence, (facts: Facts, of: ContributionWords) => string>
>;

/** What a sentence can say of a contribution beside the facts. */
export interface ContributionWords {
  readonly criterion: string;
  /** Micro-points; `null` if the criterion was left out. */
  readonly value: number | null;
}

/** A criterion as the list of all criteria holds it. */
export interface CriterionEntry<Facts extends FactsOfPair = FactsOfPair> {
  readonly name: string;
  readonly title: Sentence;
  /** Whether its records go by its name; those of others are told by their settings, and are asked first. */
  readonly goesByName: boolean;
  readonly form: (zod: Zod) => Form;
  /** From options that fit the form. */
  readonly make: (zod: Zod, options: unknown) => CriterionOf<Facts>;
  /** From a manifest's record; nothing if the record is of another criterion. */
  readonly remake: (record: CriterionRecord) => CriterionOf<Facts> | undefined;
  /** The sentence about facts, or about what is missing; nothing for those of another kind. */
  readonly sentence: (facts: FactsOfPair, of: ContributionWords) => Sentence | undefined;
}

/** Options that every criterion takes. */
const commonFields = (z: Zod) => ({
  name: z.string().exactOptional(),
  weight: z.number().exactOptional(),
  missing: z.union([z.enum(["skip", "zero"]), z.number()]).exactOptional(),
});

type CommonFields = ReturnType<typeof commonFields>;

/** A description, made ready for the list of all criteria. */
export function criterionEntry<Facts extends FactsOfPair, Fields extends Shape>(
  description: CriterionDescription<Facts, Fields>,
): CriterionEntry<Facts> {
  const { name, title, facts: kind, options, make, sentences } = description;
  const { optionsOf = (record: CriterionRecord) => (record.name === name ? record.settings : undefined) } = description;
  const form = (z: Zod) => z.strictObject({ ...commonFields(z), ...options(z) });
  const isOwn = (facts: FactsOfPair): facts is Facts => facts.kind === kind;
  return {
    name,
    title,
    goesByName: description.optionsOf === undefined,
    form,
    make: (z, given) => make(form(z).parse(given)),
    remake: (record) => {
      const given = optionsOf(record);
      return given === undefined ? undefined : make(asRecorded(given));
    },
    sentence: (facts, of) => {
      if (!isOwn(facts)) return undefined;
      const { lacking } = description;
      if (facts.missing !== undefined) {
        return typeof lacking === "function" ? lacking(facts.missing, facts) : notKnown(lacking)(facts.missing);
      }
      return { en: sentences.en(facts, of), tr: sentences.tr(facts, of) };
    },
  };
}

/**
 * That data of one side or of both is not known.
 *
 * @param noun The data with its verb in English ("goals are"), and as "mentee'nin …" goes on in Turkish
 */
export function notKnown(noun: Sentence): (missing: MissingSide) => Sentence {
  return (missing) =>
    ({
      mentor: { en: `The mentor's ${noun.en} not known.`, tr: `Mentorun ${noun.tr} bilinmiyor.` },
      mentee: { en: `The mentee's ${noun.en} not known.`, tr: `Mentee'nin ${noun.tr} bilinmiyor.` },
      both: { en: `The ${noun.en} not known of either.`, tr: `İkisinin de ${noun.tr} bilinmiyor.` },
      pair: { en: `The ${noun.en} not known of the two.`, tr: `Bu ikili için ${noun.tr} bilinmiyor.` },
    })[missing];
}

/** Recorded settings in the type that a maker takes; the maker checks them. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- a cast with a name of its own
export function asRecorded<Value>(recorded: unknown): Value;
export function asRecorded(recorded: unknown): unknown {
  return recorded;
}
