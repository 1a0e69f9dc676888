import { configSchemaOf, type FormOutput, pairQuotaForm, partnerLimitForm } from "../../model/schema/config-forms.ts";
import { type Form, type Zod, zod } from "../../model/schema/option-forms.ts";
import { partnerLimit, quota, type Quota } from "../../rules/quotas/quota.ts";
import type { Rule } from "../../rules/rule.ts";
import { STANDARD_RULES } from "../../rules/standard-rules.ts";
import type { Criterion } from "../../score/criterion.ts";
import { STANDARD_CRITERIA } from "../../score/standard-criteria.ts";

/** Makes something of options that fit a form. */
export interface Maker<Made> {
  readonly form: Form;
  /** Throws a `TersineError` with paths into the options. */
  readonly make: (options: unknown) => Made;
}

type Makers<Made> = Readonly<Record<string, Maker<Made>>>;

interface Entry<Made> {
  readonly name: string;
  readonly form: (zod: Zod) => Form;
  readonly make: (zod: Zod, options: unknown) => Made;
}

export const criterionMakers: Makers<Criterion> = byName(STANDARD_CRITERIA);
export const ruleMakers: Makers<Rule> = byName(STANDARD_RULES);

export const pairQuotaMaker: Maker<Quota> = maker(pairQuotaForm, ({ name, where = {}, ...limits }) =>
  quota(name, where, limits),
);

export const partnerLimitMaker: Maker<Quota> = maker(partnerLimitForm, ({ name, ...options }) =>
  partnerLimit(name, options),
);

/** JSON Schema (draft 2020-12) of a configuration file. Keys that begin with `$comment` may stand in any of its objects. */
export function configJsonSchema(): ReturnType<typeof configSchemaOf> {
  return configSchemaOf(formsOf(criterionMakers), formsOf(ruleMakers));
}

function byName<Made>(entries: readonly Entry<Made>[]): Makers<Made> {
  return Object.fromEntries(
    entries.map(({ name, form, make }) => [name, { form: form(zod), make: (options: unknown) => make(zod, options) }]),
  );
}

function maker<OwnForm extends Form, Made>(form: OwnForm, make: (options: FormOutput<OwnForm>) => Made): Maker<Made> {
  return { form, make: (options) => make(form.parse(options)) };
}

function formsOf(makers: Makers<unknown>): Readonly<Record<string, Form>> {
  return Object.fromEntries(Object.entries(makers).map(([name, { form }]) => [name, form]));
}
