import type { Sentence } from "../base/sentence.ts";
import type { Form, OptionsOf, Shape, Zod } from "../model/schema/option-forms.ts";
import { asRecorded } from "../score/criterion-entry.ts";
import type { Rule } from "./rule.ts";
import { waivable } from "./waivable.ts";

/** What a rule's file says of it beside its maker; see `docs/contributing/adding-a-rule.md`. */
export interface RuleDescription<Fields extends Shape> {
  /** The maker's name: what a configuration and a manifest call the rule. */
  readonly name: string;
  /** What sentences call the rule: a noun in each language. */
  readonly title: Sentence;
  /** Options that a configuration can give: types only, the maker checks ranges. */
  readonly options: (zod: Zod) => Fields;
  readonly make: (options: OptionsOf<Fields>) => Rule;
  /** The options that a manifest's settings stand for. @default the settings themselves */
  readonly optionsOf?: (settings: Readonly<Record<string, unknown>>) => object;
}

/** A rule as the list of all rules holds it. */
export interface RuleEntry {
  readonly name: string;
  readonly title: Sentence;
  readonly form: (zod: Zod) => Form;
  /** From options that fit the form. */
  readonly make: (zod: Zod, options: unknown) => Rule;
  /** From a manifest's settings, without exceptions. */
  readonly remake: (settings: Readonly<Record<string, unknown>>) => Rule;
}

/** A description, made ready for the list of all rules. */
export function ruleEntry<Fields extends Shape>(description: RuleDescription<Fields>): RuleEntry {
  const { name, title, options, make, optionsOf = (settings: object) => settings } = description;
  const form = (z: Zod) => z.strictObject({ ...options(z), waivable: z.boolean().exactOptional() });
  return {
    name,
    title,
    form,
    make: (z, given) => {
      const { waivable: isWaivable, ...own } = z.looseObject({ waivable: z.boolean().exactOptional() }).parse(given);
      const rule = make(z.strictObject(options(z)).parse(own));
      return isWaivable === undefined ? rule : waivable(rule, isWaivable);
    },
    remake: (settings) => make(asRecorded(optionsOf(settings))),
  };
}
