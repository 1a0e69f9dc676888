import type { Sentence } from "../../base/sentence.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, issue, numberIssues, unknownFields } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import {
  compareResults,
  type Comparison,
  type MatchedResult,
  type MatchResult,
  type TersineIssue,
} from "../../index.ts";
import { type Asked, askedOf, type Programme } from "../audit/programme.ts";
import { joinOutcomes, type Outcome, type PairOutcome } from "../outcomes/outcome.ts";
import { pairIssues, type RatedPair } from "../outcomes/ratings.ts";
import { figure } from "../sentence.ts";
import { CHI_SQUARE, learn, type LearnedWeight } from "./learned.ts";
import { cell, type Fit } from "./least-squares.ts";
import { CAVEATS, type KeepReason, keepSentence, proposeSentence, tooFewSentence } from "./words.ts";

/** A programme that has run, and what was told of its pairs. */
export interface FinishedProgramme extends Programme {
  readonly result: MatchResult;
  readonly outcomes: readonly Outcome[];
}

export interface ProposeOptions {
  /** How many ratings the organiser's weights count for, from 0. @default 100 */
  readonly worth?: number;
  /** Fewest rated pairs, from 100. @default 100 */
  readonly atLeast?: number;
}

export type WeightProposal = Sentence &
  (
    | { readonly status: "tooFew"; readonly ratings: number; readonly needed: number }
    | {
        readonly status: "keep";
        readonly because: KeepReason;
        readonly ratings: number;
        /** The organiser's, as shares that sum to 1. */
        readonly weights: Readonly<Record<string, number>>;
        readonly criteria: readonly LearnedWeight[];
        /** The gain divided by how unsure it is, and what it would have to be. */
        readonly z: number | null;
        readonly needed: number | null;
      }
    | {
        readonly status: "propose";
        readonly ratings: number;
        /** Shares that sum to 1, to 6 decimals. */
        readonly weights: Readonly<Record<string, number>>;
        readonly criteria: readonly LearnedWeight[];
        readonly z: number;
        readonly needed: number;
        /** What a pair's mean rating would gain, by the fit, and the least that is sure. */
        readonly gain: { readonly stars: number; readonly low: number };
        /** What would differ in the last programme. */
        readonly plan: Comparison;
        /** Where a weight alone could stand without another plan; `null` where the plan has no prices. */
        readonly ranges:
          | readonly {
              readonly criterion: string;
              readonly from: number;
              readonly to: number;
              readonly holds: boolean;
            }[]
          | null;
        /** What to write into a configuration, if the organiser decides so. */
        readonly config: { readonly match: { readonly weights: Readonly<Record<string, number>> } };
        readonly caveats: readonly Sentence[];
      }
  );

/** Fewest rated pairs from which anything is concluded: `npm run bench:learning` shows why. */
const FEWEST_RATED = 100;
/**
 * Whether ratings of earlier pairs say that other weights would serve better. Mostly they do not: fewer than 100 rated pairs
 * are refused, and a proposal is made only if its gain is sure on the level of 5 %. Nothing is applied; the organiser decides.
 *
 * Ratings of both sides are averaged for each pair; each programme has a level of its own. Coefficients of at least 0 are
 * fitted by least squares and drawn towards the weights of the last programme, as if these were worth 100 ratings.
 *
 * @throws TersineError LIST_EXPECTED, INPUT_TYPE, FIELD_TYPE, ID_TYPE, FIELD_CONFLICT for programmes with other criteria than the last;
 *   OPTION_CONFLICT for personal weights; LIMIT_ITEMS above 12 criteria; MANIFEST_INPUT_CHANGED for a result of another
 *   input; as `joinOutcomes` for outcomes
 * @example
 * const proposal = proposeWeights([{ input, result, outcomes }]);
 * if (proposal.status === "propose") console.log(proposal.config, proposal.en);
 */
export function proposeWeights(programmes: readonly FinishedProgramme[], options: ProposeOptions = {}): WeightProposal {
  return asPublic("proposeWeights", () => {
    const read = checked(programmes, options);
    const { worth = 100, atLeast = FEWEST_RATED } = options;
    const last = read.at(-1);
    const rated = read.map(({ told }) => told.filter(({ rating }) => rating !== undefined));
    const ratings = rated.reduce((sum, told) => sum + told.length, 0);
    if (last === undefined || ratings < atLeast) {
      return { status: "tooFew", ratings, needed: atLeast, ...tooFewSentence(ratings, atLeast) };
    }
    const before = sharesOf(last.result);
    const learned = learn(rated, before, worth);
    const kept = (because: KeepReason, z: number | null): WeightProposal => ({
      status: "keep",
      because,
      ratings,
      weights: Object.fromEntries(before),
      criteria: learned.criteria,
      z,
      needed: learned.needed,
      ...keepSentence(because, ratings),
    });
    const { fit, needed } = learned;
    if (fit?.variance === undefined || needed === null) return kept("noVariation", null);
    if (learned.criteria.every((each) => each.before === each.after)) return kept("gainNotSure", 0);
    const asked = askedOf(last.programme, last.result);
    const weights = Object.fromEntries(learned.criteria.map(({ criterion, after }) => [criterion, after]));
    const changed = asked.matcher.whatIf({ options: { weights, fixes: false } }).result;
    if (changed.status === "infeasible") return kept("infeasible", null);
    const plan = compareResults(last.result, changed);
    if (plan.gained.length === 0 && plan.lost.length === 0) return kept("samePlan", null);
    const { gain, error } = gainOf(learned.varied, { ...fit, variance: fit.variance }, last.result, changed);
    const z = error === 0 ? 0 : gain / error;
    if (!(z >= needed)) return kept("gainNotSure", z);
    const stars = { stars: gain, low: gain - needed * error };
    return {
      status: "propose",
      ratings,
      weights,
      criteria: learned.criteria,
      z,
      needed,
      gain: stars,
      plan,
      ranges: rangesOf(asked, weights),
      config: { match: { weights } },
      caveats: CAVEATS,
      ...proposeSentence(ratings, plan.gained.length, figure(stars.stars, 2), figure(stars.low, 2)),
    };
  });
}

interface ReadProgramme {
  readonly programme: Programme;
  readonly result: MatchedResult;
  readonly told: readonly PairOutcome<RatedPair>[];
}

function checked(programmes: readonly FinishedProgramme[], options: ProposeOptions): readonly ReadProgramme[] {
  throwIssues([
    ...unknownFields(options, ["worth", "atLeast"]),
    ...numberIssues(options.worth, "/worth", { least: 0, most: 1_000_000_000 }),
    ...numberIssues(options.atLeast, "/atLeast", { least: FEWEST_RATED, most: 1_000_000_000, isWhole: true }),
  ]);
  if (!Array.isArray(programmes)) throwIssues([issue("LIST_EXPECTED", "", "expected a list of programmes.")]);
  const issues: TersineIssue[] = [];
  const names = ({ manifest }: MatchedResult): string => JSON.stringify([...sharesNames(manifest)].sort());
  throwIssues(programmes.flatMap((given: unknown, place) => programmeIssues(given, `/${place}`)));
  const read = programmes.map(({ input, options: matchOptions, result, outcomes }, place): ReadProgramme => {
    const path = `/${place}`;
    // refused above
    if (result.status === "infeasible") throw new TypeError("expected a result with pairs");
    if (result.manifest.options.personalWeights !== undefined) {
      const message = "expected a programme without personal weights: a pair's weights are then not the programme's.";
      issues.push(issue("OPTION_CONFLICT", path, message));
    }
    const told = joinOutcomes<RatedPair>(result.pairs, outcomes, `${path}/outcomes`);
    const programme = { input, ...(matchOptions === undefined ? {} : { options: matchOptions }) };
    return { programme, result, told };
  });
  const last = read.at(-1);
  read.forEach(({ result }, place) => {
    if (last === undefined || names(result) === names(last.result)) return;
    issues.push(issue("FIELD_CONFLICT", `/${place}`, "expected the criteria of the last programme, got others."));
  });
  if (last !== undefined && sharesNames(last.result.manifest).length > CHI_SQUARE.length + 1) {
    issues.push(issue("LIMIT_ITEMS", "", `expected at most ${CHI_SQUARE.length + 1} criteria, got more.`));
  }
  throwIssues(issues);
  return read;
}

function programmeIssues(given: unknown, path: string): readonly TersineIssue[] {
  if (!isRecord(given)) return [issue("INPUT_TYPE", path, "expected a programme with its input, result and outcomes.")];
  const { result } = given;
  if (!isRecord(result) || result["status"] === "infeasible" || !isManifest(result["manifest"])) {
    return [issue("INPUT_TYPE", `${path}/result`, "expected a result with pairs.")];
  }
  return pairIssues(result["pairs"], `${path}/result/pairs`);
}

function isManifest(manifest: unknown): boolean {
  if (!isRecord(manifest) || !isRecord(manifest["options"])) return false;
  const { criteria } = manifest["options"];
  return Array.isArray(criteria) && criteria.every(isRecord);
}

function sharesNames({ options }: MatchedResult["manifest"]): readonly string[] {
  return options.criteria.flatMap(({ name, weight = 1 }) => (weight > 0 ? [name] : []));
}

/** The organiser's weights as shares. */
function sharesOf({ manifest }: MatchedResult): ReadonlyMap<string, number> {
  const used = manifest.options.criteria.filter(({ weight = 1 }) => weight > 0);
  const whole = used.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return new Map(used.map(({ name, weight = 1 }) => [name, weight / whole]));
}

/** What the mean rating of a pair gains by the fit, and its standard error. */
function gainOf(
  varied: readonly string[],
  { coefficients, covariance, variance }: Fit & { readonly variance: number },
  before: MatchedResult,
  after: MatchedResult,
): { readonly gain: number; readonly error: number } {
  const [old, changed] = [before, after].map(({ pairs }) => varied.map((name) => meanValue(pairs, name)));
  const change = varied.map((_, at) => (changed?.[at] ?? 0) - (old?.[at] ?? 0));
  const gain = change.reduce((sum, each, at) => sum + each * (coefficients[at] ?? 0), 0);
  const square = change.reduce(
    (sum, one, i) => sum + change.reduce((all, two, j) => all + one * two * cell(covariance, i, j), 0),
    0,
  );
  return { gain, error: Math.sqrt(Math.max(0, square) * variance) };
}

function meanValue(pairs: MatchedResult["pairs"], name: string): number {
  const values = pairs.flatMap(
    ({ contributions }) => contributions.find(({ criterion }) => criterion === name)?.value ?? [],
  );
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length / 1_000_000;
}

function rangesOf(
  { matcher, result }: Asked,
  weights: Readonly<Record<string, number>>,
): Extract<WeightProposal, { status: "propose" }>["ranges"] {
  const isNetwork = ["coverage", "score"].includes(result.manifest.options.objective);
  if (!isNetwork || result.manifest.options.quotas !== undefined || result.manifest.rematch !== undefined) return null;
  const ranges = matcher.weightRanges();
  const whole = ranges.reduce((sum, { weight }) => sum + weight, 0);
  return ranges.map(({ criterion, from, to }) => {
    const weight = (weights[criterion] ?? 0) * whole;
    return { criterion, from: from / whole, to: to / whole, holds: weight >= from && weight <= to };
  });
}
