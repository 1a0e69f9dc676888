import { isRecord } from "../../base/given.ts";
import { defaultCriteria, defaultRules, type MatchOptions } from "../../index.ts";
import { accountOf } from "./criteria.ts";
import { ALL_FIELDS, type DataField, STANDING, use, type Use } from "./fields.ts";
import { ruleUse } from "./rules.ts";

/** What reads fields, and which. */
export interface NamedUse {
  /** Of the criterion, the rule or the quota; absent where it is read whatever these are. */
  readonly name?: string;
  readonly use: Use;
}

/** Everything that reads a field under some options. */
export function usesOf(options: MatchOptions): readonly NamedUse[] {
  const { criteria = defaultCriteria(), rules = defaultRules(), quotas = [], weights = {} } = options;
  const isOn = ({ name, weight }: (typeof criteria)[number]): boolean => (weights[name] ?? weight) > 0;
  return [
    ...STANDING.map((standing) => ({ use: standing })),
    ...criteria.filter(isOn).map((criterion) => {
      const { name } = criterion;
      return { name, use: accountOf(criterion)?.use ?? anything(name) };
    }),
    ...rules.map((rule) => ({ name: rule.name, use: ruleUse(rule, criteria) ?? anything(rule.name) })),
    ...quotas.map(({ name, settings }) => ({ name, use: quotaUse(name, settings) })),
    ...(options.personalWeights === undefined ? [] : [{ use: PERSONAL }]),
    ...(options.objective === "stable" ? [{ use: STABLE }] : []),
  ];
}

const PERSONAL = use(
  ["personalWeights"],
  "to let people weigh criteria themselves",
  "kişilerin ölçütleri kendilerinin tartması için",
);
const STABLE = use(
  ["choices"],
  "to rank partners as people do",
  "eşleri kişilerin kendi sıralamasına göre sıralamak için",
);

function anything(name: string): Use {
  return use(
    ALL_FIELDS.filter((field) => field !== "personalWeights"),
    `for ${name}, a function of yours: say here what it reads and why`,
    `${name} için, kendi işleviniz: ne okuduğunu ve nedenini buraya yazın`,
  );
}

/** Words of a quota for fields that entries call otherwise; ids are no field. */
const QUOTA_FIELDS: Readonly<Record<string, readonly DataField[]>> = { topic: ["teaches", "learns"], goal: ["goals"] };

function quotaUse(name: string, { where, by }: Readonly<Record<string, unknown>>): Use {
  if (typeof where === "function" || typeof by === "function") return anything(name);
  const { mentor, mentee, ...shared } = recordOf(where);
  const people = [recordOf(mentor), recordOf(mentee)];
  const words = [shared, ...people].flatMap((each) => Object.keys(each)).concat(typeof by === "string" ? by : []);
  const read = new Set(
    words.flatMap((word) => (Object.hasOwn(QUOTA_FIELDS, word) ? (QUOTA_FIELDS[word] ?? []) : word)),
  );
  return {
    ...use(
      ALL_FIELDS.filter((field) => read.has(field)),
      `to count pairs for ${name}`,
      `${name} için eşleşmeleri saymak üzere`,
    ),
    attributes: people.flatMap(({ attributes }) => Object.keys(recordOf(attributes))),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
