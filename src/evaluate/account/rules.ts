import type { Criterion, MatchOptions } from "../../index.ts";
import { accountOf } from "./criteria.ts";
import { AGE, SENIORITY, use, type Use } from "./fields.ts";

type Rule = NonNullable<MatchOptions["rules"]>[number];
type Settings = Readonly<Record<string, unknown>>;

/** By the function that makes the rule, and the options it was given. Functions among these see no person. */
const USES: Readonly<Record<string, (settings: Settings) => Use>> = {
  noReportingLine: ({ dottedLines }) =>
    use(
      dottedLines === "ignore" ? ["managerId"] : ["managerId", "dottedLineManagerIds"],
      "to pair nobody with somebody of their reporting line",
      "kimseyi kendi raporlama hattından biriyle eşleştirmemek için",
    ),
  safeSpace: ({ dottedLines, assistants, evaluators, coolingOff }) =>
    use(
      [
        "managerId",
        ...(dottedLines === "ignore" ? [] : (["dottedLineManagerIds"] as const)),
        ...(evaluators === false ? [] : (["evaluatorIds"] as const)),
        ...(assistants === false ? [] : (["assistantIds"] as const)),
        ...(coolingOff === 0 ? [] : (["formerManagerIds"] as const)),
      ],
      "to pair nobody with somebody before whom they could not speak freely",
      "kimseyi yanında rahat konuşamayacağı biriyle eşleştirmemek için",
    ),
  tenure: () =>
    use(["startDate"], "to pair people who know the organisation", "kurumu tanıyan kişileri eşleştirmek için"),
  ready: ({ atLeast, briefed }) =>
    use(
      [...(atLeast === undefined ? [] : (["readiness"] as const)), ...(briefed === true ? (["briefed"] as const) : [])],
      "to pair mentees who are ready to learn from a junior",
      "kendinden kıdemsiz birinden öğrenmeye açık mentee'leri eşleştirmek için",
    ),
  crossGeneration: ({ by, bands }) =>
    use(
      AGE.filter((field) => field === (by ?? (bands === undefined ? field : "birthYear"))),
      "to pair people of different generations only",
      "yalnızca farklı kuşaklardan kişileri eşleştirmek için",
    ),
  reverse: () => use(SENIORITY, "to have the junior one teach", "kıdemce daha genç olanın öğretmesi için"),
  sharedTopic: () =>
    use(
      ["teaches", "learns"],
      "to pair only people who share a topic",
      "yalnızca ortak konusu olanları eşleştirmek için",
    ),
  levelGap: () =>
    use(SENIORITY, "to keep the distance between levels within bounds", "kademe farkını sınırlar içinde tutmak için"),
  differentDepartment: () =>
    use(["department"], "to pair across departments", "farklı departmanlardan kişileri eşleştirmek için"),
  differentLocation: () =>
    use(["location"], "to pair across places of work", "farklı yerlerden kişileri eşleştirmek için"),
  sharedLanguage: () =>
    use(["languages"], "to pair people who share a language", "ortak dili olanları eşleştirmek için"),
  timeZonesWithin: () =>
    use(["timeZone", "availability"], "to keep time zones near each other", "saat dilimlerini yakın tutmak için"),
  meetingTime: () =>
    use(
      ["availability", "timeZone"],
      "to pair people who have time in common",
      "ortak zamanı olanları eşleştirmek için",
    ),
  minimumScore: () =>
    use(
      [],
      "to refuse pairs of a low score; it reads no field of its own",
      "düşük puanlı eşleşmeleri reddetmek için; kendine ait alan okumaz",
    ),
  ban: () => use([], "to keep listed pairs apart", "listelenen kişileri ayrı tutmak için"),
  notAgain: () => use([], "to keep apart who have met before", "daha önce buluşanları yeniden eşleştirmemek için"),
};

/** What a rule of this library reads; `undefined` for the caller's own, and for one that judges by the caller's criterion. */
export function ruleUse(rule: Rule, criteria: readonly Criterion[]): Use | undefined {
  if (rule.kind === "pair" && rule.criterion !== undefined) return floorUse(rule.criterion, criteria);
  const settings = rule.kind === "pair" ? (rule.settings ?? {}) : {};
  return rule.maker !== undefined && Object.hasOwn(USES, rule.maker) ? USES[rule.maker]?.(settings) : undefined;
}

/** A floor on one criterion reads what that one reads, whatever its weight. */
function floorUse(asked: Criterion | string, criteria: readonly Criterion[]): Use | undefined {
  const criterion = typeof asked === "string" ? criteria.find(({ name }) => name === asked) : asked;
  const known = criterion === undefined ? undefined : accountOf(criterion)?.use;
  if (criterion === undefined || known === undefined) return undefined;
  const purpose = {
    en: `to refuse pairs to whom "${criterion.name}" gives too little`,
    tr: `"${criterion.name}" puanı yetersiz eşleşmeleri reddetmek için`,
  };
  return { ...known, purpose };
}
