import { defaultCriteria, defaultRules, type MatchOptions } from "../../index.ts";
import { joined, type Sentence } from "../sentence.ts";
import { ALL_FIELDS, CRITERION_USES, type DataField, RULE_USES, STANDING, type Use } from "./fields.ts";

/** A field that the chosen options read, by whom and what for. */
export interface RequiredField extends Sentence {
  readonly field: DataField;
  /** Names of the criteria, rules and quotas that read it; none where it is read whatever the options say. */
  readonly readBy: readonly string[];
}

/**
 * Which fields the criteria, rules and quotas of some options read, each with its purpose in both languages. A function of the
 * caller's may read any field, so with one all of them are listed. Ids are always needed, names never.
 *
 * @example
 * requiredFields({ rules: [noReportingLine()] }).map(({ field }) => field);
 */
export function requiredFields(options: MatchOptions = {}): readonly RequiredField[] {
  const uses = [...STANDING.map((use) => ({ name: undefined, use })), ...namedUses(options)];
  return ALL_FIELDS.flatMap((field): readonly RequiredField[] => {
    const own = uses.filter(({ use }) => use.fields.includes(field));
    if (own.length === 0) return [];
    const purposes = [...new Map(own.map(({ use }) => [use.purpose.en, use.purpose])).values()];
    const readBy = [...new Set(own.flatMap(({ name }) => name ?? []))];
    return [{ field, readBy, ...listed(purposes) }];
  });
}

function namedUses(options: MatchOptions): readonly { readonly name: string | undefined; readonly use: Use }[] {
  const { criteria = defaultCriteria(), rules = defaultRules(), quotas = [], personalWeights, weights = {} } = options;
  const used = criteria.filter(({ name, weight }) => (weights[name] ?? weight) > 0);
  return [
    ...used.map(({ name, ...own }) => ({
      name,
      use: isKnown(own) ? (CRITERION_USES.get(name) ?? anything(name)) : anything(name),
    })),
    ...rules.map(({ name, ...own }) => ({
      name,
      use: isKnown(own) ? (RULE_USES.get(name) ?? anything(name)) : anything(name),
    })),
    ...quotas.map(({ name, settings }) => ({ name, use: quotaUse(name, settings) })),
    ...(personalWeights === undefined ? [] : [{ name: undefined, use: PERSONAL }]),
  ];
}

/** Whether only this library's code decides: no function of the caller's is in it. */
function isKnown(part: object): boolean {
  if ("own" in part && part.own === true) return false;
  const settings = "settings" in part ? part.settings : undefined;
  return !holdsFunction(settings);
}

function holdsFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  return typeof value === "object" && value !== null && Object.values(value).some(holdsFunction);
}

const PERSONAL: Use = {
  fields: ["personalWeights"],
  purpose: { en: "to let people weigh criteria themselves", tr: "kişilerin ölçütleri kendilerinin tartması için" },
};

function anything(name: string): Use {
  const purpose = {
    en: `for ${name}, a function of yours: say here what it reads and why`,
    tr: `${name} için, kendi işleviniz: ne okuduğunu ve nedenini buraya yazın`,
  };
  return { fields: ALL_FIELDS.filter((field) => field !== "personalWeights"), purpose };
}

function quotaUse(name: string, { where, by }: Readonly<Record<string, unknown>>): Use {
  if (holdsFunction(where)) return anything(name);
  const fields = new Set<string>(typeof by === "string" ? [by] : []);
  if (typeof where === "object" && where !== null) {
    for (const person of Object.values(where)) {
      for (const field of Object.keys(Object(person) as object)) fields.add(field);
    }
  }
  const purpose = { en: `to count pairs for ${name}`, tr: `${name} için eşleşmeleri saymak üzere` };
  return { fields: ALL_FIELDS.filter((field) => fields.has(field)), purpose };
}

function listed(purposes: readonly Sentence[]): Sentence {
  return joined(purposes.map(({ en, tr }, at) => (at === 0 ? { en, tr } : { en: `and ${en}`, tr: `ve ${tr}` })));
}
