import type { CriterionItem, MatchFile } from "./config-file.ts";

/** A criterion that the page has a slider for. */
export interface CriterionChoice {
  readonly name: CriterionName;
  /** Weight where a programme names no criteria; those of weight 0 are not among them. */
  readonly weight: number;
  /** Fields of people of which one must be known, so that it says something of anybody. */
  readonly needs: readonly string[];
  /** Options without which it cannot be made. */
  readonly options?: Readonly<Record<string, unknown>>;
}

export type CriterionName =
  | ("topics" | "goals" | "availability" | "hierarchy" | "language" | "choices" | "generation" | "treeDistance")
  | ("waiting" | "mutual" | "readiness");

/** In the order of the sliders. */
export const CRITERIA: readonly CriterionChoice[] = [
  { name: "topics", weight: 4, needs: ["teaches", "learns"] },
  { name: "goals", weight: 2, needs: ["goals"] },
  { name: "availability", weight: 2, needs: ["availability"] },
  { name: "hierarchy", weight: 2, needs: ["level", "managerId"] },
  { name: "language", weight: 0, needs: ["languages"] },
  { name: "choices", weight: 0, needs: ["choices"] },
  { name: "generation", weight: 0, needs: ["birthYear"], options: { by: "birthYear" } },
  { name: "treeDistance", weight: 0, needs: ["managerId"] },
  { name: "waiting", weight: 0, needs: ["waitingSince"] },
  { name: "mutual", weight: 0, needs: ["learnsInReturn", "teachesInReturn"] },
  { name: "readiness", weight: 0, needs: ["readiness"] },
];

/** Weight of a criterion whose item states none. */
const OWN_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ["topics", 4],
  ["goals", 2],
  ["goalsByText", 2],
  ["availability", 2],
  ["hierarchy", 2],
]);

/** Largest weight of a slider. */
export const MOST_WEIGHT = 10;

const nameOf = (item: CriterionItem): string => (typeof item === "string" ? item : item.criterion);

/** What the weights of a result are listed under: the caller's name of a criterion, or its own. */
function listedAs(item: CriterionItem): string {
  const own = typeof item === "string" ? undefined : item["name"];
  return typeof own === "string" ? own : nameOf(item);
}

function itemsOf({ criteria }: MatchFile): readonly CriterionItem[] {
  return (
    criteria ?? CRITERIA.filter(({ weight }) => weight > 0).map(({ name, weight }) => ({ criterion: name, weight }))
  );
}

/** The weight of a criterion, 0 where it does not count. */
export function weightOf(match: MatchFile, name: string): number {
  const item = itemsOf(match).find((each) => nameOf(each) === name);
  if (item === undefined) return 0;
  const stated = typeof item === "string" ? undefined : item.weight;
  return match.weights?.[listedAs(item)] ?? stated ?? OWN_WEIGHTS.get(name) ?? 1;
}

/** The options with another weight of one criterion, which joins the list if it is not there. */
export function withWeight(match: MatchFile, name: CriterionName, weight: number): MatchFile {
  const items = itemsOf(match);
  const known = items.find((each) => nameOf(each) === name);
  const { options = {} } = CRITERIA.find((choice) => choice.name === name) ?? {};
  const { weights, ...rest } = match;
  const left = Object.entries(weights ?? {}).filter(([key]) => known === undefined || key !== listedAs(known));
  const changed: CriterionItem =
    known === undefined || typeof known === "string" ? { criterion: name, ...options, weight } : { ...known, weight };
  return {
    ...rest,
    ...(left.length === 0 ? {} : { weights: Object.fromEntries(left) }),
    criteria: known === undefined ? [...items, changed] : items.map((item) => (item === known ? changed : item)),
  };
}
