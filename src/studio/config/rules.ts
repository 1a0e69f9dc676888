import type { PairOfIds } from "../../index.ts";
import type { MatchFile, RuleItem } from "./config-file.ts";
import { without } from "./without.ts";

export type RuleName =
  | ("noReportingLine" | "crossGeneration" | "reverse" | "sharedTopic" | "differentDepartment" | "differentLocation")
  | ("sharedLanguage" | "meetingTime" | "timeZonesWithin" | "levelGap" | "minimumScore");

/** A number that a rule takes, as the page asks for it. */
export interface RuleNumber {
  readonly option: string;
  /** What stands there when the rule is switched on; without it the rule has its own default until a number is written. */
  readonly initial?: number;
  /** The rule's own default, to show. */
  readonly usual?: number;
  readonly least: number;
  readonly most: number;
  /** How many of the number's units are one of the rule's. @default 1 */
  readonly scale?: number;
}

/** A rule that the page has a switch for. */
export interface RuleChoice {
  readonly name: RuleName;
  /** Whether it holds where a programme names no rules. */
  readonly isDefault: boolean;
  /** Fields of people of which one must be known. */
  readonly needs: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
  readonly number?: RuleNumber;
}

const STEPS_ASIDE = { stepsAside: true };

/** In the order of the switches. */
export const RULES: readonly RuleChoice[] = [
  { name: "noReportingLine", isDefault: true, needs: ["managerId"] },
  {
    name: "crossGeneration",
    isDefault: true,
    needs: ["birthYear"],
    options: STEPS_ASIDE,
    number: { option: "minimumYears", usual: 8, least: 0, most: 60 },
  },
  {
    name: "reverse",
    isDefault: true,
    needs: ["level", "managerId"],
    options: STEPS_ASIDE,
    number: { option: "minimumGap", usual: 1, least: 1, most: 20 },
  },
  { name: "sharedTopic", isDefault: true, needs: ["teaches", "learns"] },
  { name: "differentDepartment", isDefault: false, needs: ["department"] },
  { name: "differentLocation", isDefault: false, needs: ["location"] },
  { name: "sharedLanguage", isDefault: false, needs: ["languages"] },
  {
    name: "meetingTime",
    isDefault: false,
    needs: ["availability"],
    number: { option: "minutes", initial: 30, least: 5, most: 600 },
  },
  {
    name: "timeZonesWithin",
    isDefault: false,
    needs: ["timeZone"],
    number: { option: "hours", initial: 3, least: 0, most: 14 },
  },
  {
    name: "levelGap",
    isDefault: false,
    needs: ["level", "managerId"],
    number: { option: "max", initial: 3, least: 1, most: 20 },
  },
  {
    name: "minimumScore",
    isDefault: false,
    needs: [],
    number: { option: "score", initial: 30, least: 0, most: 100, scale: 100 },
  },
];

const nameOf = (item: RuleItem): string => (typeof item === "string" ? item : item.rule);

function itemsOf({ rules }: MatchFile): readonly RuleItem[] {
  return rules ?? RULES.filter(({ isDefault }) => isDefault).map(itemOf);
}

function itemOf({ name, options = {}, number }: RuleChoice): RuleItem {
  const first = number?.initial === undefined ? {} : { [number.option]: number.initial / (number.scale ?? 1) };
  const all = { ...options, ...first };
  return Object.keys(all).length === 0 ? name : { rule: name, ...all };
}

export function isRuleOn(match: MatchFile, name: string): boolean {
  return itemsOf(match).some((item) => nameOf(item) === name);
}

/** The options with a rule switched on or off; without a change where it is so already. */
export function withRule(match: MatchFile, choice: RuleChoice, isOn: boolean): MatchFile {
  if (isRuleOn(match, choice.name) === isOn) return match;
  const items = itemsOf(match);
  return { ...match, rules: isOn ? [...items, itemOf(choice)] : items.filter((item) => nameOf(item) !== choice.name) };
}

/** The number of a rule, in the page's units; nothing where the rule has its default. */
export function ruleNumber(match: MatchFile, { name, number }: RuleChoice): number | undefined {
  const item = itemsOf(match).find((each) => nameOf(each) === name);
  if (number === undefined || item === undefined || typeof item === "string") return undefined;
  const value = item[number.option];
  return typeof value === "number" ? Math.round(value * (number.scale ?? 1)) : undefined;
}

/** The options with another number of a rule; nothing stands for the rule's own default. */
export function withRuleNumber(match: MatchFile, choice: RuleChoice, value: number | undefined): MatchFile {
  const { name, number } = choice;
  if (number === undefined) return match;
  const scaled = value === undefined ? number.initial : value;
  const items = itemsOf(match).map((item): RuleItem => {
    if (nameOf(item) !== name) return item;
    const rest: Readonly<Record<string, unknown>> =
      typeof item === "string" ? {} : without<Readonly<Record<string, unknown>>, string>(item, number.option);
    return { rule: name, ...rest, ...(scaled === undefined ? {} : { [number.option]: scaled / (number.scale ?? 1) }) };
  });
  return { ...match, rules: items };
}

export function isSamePair(a: PairOfIds, b: PairOfIds): boolean {
  return a.mentorId === b.mentorId && a.menteeId === b.menteeId;
}

/** The pairs that the options forbid by themselves. */
export function bansOf(match: MatchFile): readonly PairOfIds[] {
  return itemsOf(match).flatMap((item) =>
    typeof item === "string" || item.rule !== "ban" ? [] : pairsIn(item["pairs"]),
  );
}

function pairsIn(value: unknown): readonly PairOfIds[] {
  const isPair = (item: unknown): item is PairOfIds => typeof item === "object" && item !== null && "mentorId" in item;
  return Array.isArray(value) ? Array.from<unknown>(value).filter(isPair) : [];
}

/** What the organisers decide of a pair. */
export type Decision = "pin" | "ban" | "free";

export function decisionOf(match: MatchFile, pair: PairOfIds): Decision {
  if ((match.pins ?? []).some((each) => isSamePair(each, pair))) return "pin";
  return bansOf(match).some((each) => isSamePair(each, pair)) ? "ban" : "free";
}

/** The options with a pair pinned, forbidden, or left to the plan. */
export function withDecision(match: MatchFile, pair: PairOfIds, decision: Decision): MatchFile {
  const others = (match.pins ?? []).filter((each) => !isSamePair(each, pair));
  const pins = decision === "pin" ? [...others, pair] : others;
  const left = bansOf(match).filter((each) => !isSamePair(each, pair));
  const bans = decision === "ban" ? [...left, pair] : left;
  const rest = without(match, "pins");
  const changed = pins.length === 0 ? rest : { ...rest, pins };
  const isBan = (item: RuleItem): boolean => nameOf(item) === "ban";
  if (bans.length === 0 && !itemsOf(match).some(isBan)) return changed;
  const rules = itemsOf(match).filter((item) => !isBan(item));
  return { ...changed, rules: bans.length === 0 ? rules : [...rules, { rule: "ban", pairs: bans }] };
}
