import { correlation } from "../statistics/ratings.ts";
import type { PairOutcome } from "./outcome.ts";
import type { Side } from "../sentence.ts";
import { type Context, FEWEST_ANSWERS, type RatedPair, type Ratings, ratingsOf, survivalOf } from "./ratings.ts";
import { shownBlocks, tellsFewByValue, type ToldSets, toldSets } from "./told-sets.ts";

/** Pairs whose predicted score, or value of a criterion, lies in a range. */
export interface Band {
  /** Micro-points: the lowest and the highest in the band. */
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** `null` with fewer than 5 answers, or where it would tell fewer beside other figures. */
  readonly ratings: Ratings | null;
  /** Share of the pairs that still met at the last week known of all bands; `null` as for ratings. */
  readonly stillMeeting: number | null;
}

/** Pairs by a figure of theirs, and how it goes with their rating. */
export interface Banded {
  readonly bands: readonly Band[];
  /** `null` with fewer than 5 answers, where nothing varies, or where it would tell of fewer beside other figures. */
  readonly correlation: number | null;
}

const FIFTHS = 5;
const HALVES = 2;

type Told = PairOutcome<RatedPair>;

/**
 * Fifths by score, and halves by each criterion, in their order. What is told of one tells nothing of few pairs beside all
 * that is told: so with many criteria the later ones of a small programme are hidden.
 */
export function bandsOf(
  context: Context,
  ratings: Readonly<Record<Side, Ratings | null>>,
): {
  readonly byScore: Banded;
  readonly byCriterion: readonly (Banded & { readonly criterion: string })[];
} {
  const { told } = context;
  const sides = (["mentor", "mentee"] as const).filter((side) => ratings[side] !== null);
  const telling: Telling = {
    rating: toldSets(told, ({ rating }) => rating !== undefined, sides),
    weeks: toldSets(told, ({ weeks }) => weeks !== undefined),
  };
  const byScore = bandsBy(({ score }) => score, FIFTHS, context, telling);
  const criteria = [...new Set(told.flatMap(({ pair }) => pair.contributions.map(({ criterion }) => criterion)))];
  const byCriterion = criteria.map((criterion) => {
    const valueOf = ({ contributions }: RatedPair): number | undefined =>
      contributions.find((each) => each.criterion === criterion)?.value ?? undefined;
    return { criterion, ...bandsBy(valueOf, HALVES, context, telling) };
  });
  return { byScore, byCriterion };
}

/** What is told so far; each set of bands adds to it. */
interface Telling {
  rating: ToldSets;
  weeks: ToldSets;
}

/** Bands of equally many pairs by a figure of them; pairs with one figure stay together. */
function bandsBy(
  figureOf: (pair: RatedPair) => number | undefined,
  count: number,
  { told, confidence }: Context,
  telling: Telling,
): Banded {
  const known = told
    .flatMap((each) => {
      const value = figureOf(each.pair);
      return value === undefined ? [] : [{ each, value }];
    })
    .sort((a, b) => a.value - b.value);
  const bands = cut(known, count);
  const blocks = bands.map((band) => band.map(({ each }) => each));
  const [rating, weeks] = [shownBlocks(blocks, telling.rating), shownBlocks(blocks, telling.weeks)];
  Object.assign(telling, { rating: rating.sets, weeks: weeks.sets });
  const shown = { rating: rating.shown, weeks: weeks.shown };
  const still = stillMeeting(blocks, shown.weeks, confidence);
  return {
    bands: bands.map((band, place): Band => {
      const pairs = blocks[place] ?? [];
      const ratings = shown.rating.has(place) ? pairs.flatMap(({ rating }) => rating ?? []) : [];
      return {
        from: band[0]?.value ?? 0,
        to: band.at(-1)?.value ?? 0,
        pairs: pairs.length,
        ratings: ratingsOf(ratings, pairs.length, confidence),
        stillMeeting: still[place] ?? null,
      };
    }),
    correlation: tellsFewByValue(rating.sets, ({ pair }) => figureOf(pair)) ? null : correlationOf(known),
  };
}

function correlationOf(known: readonly { readonly each: Told; readonly value: number }[]): number | null {
  const rated = known.filter(({ each }) => each.rating !== undefined);
  if (rated.length < FEWEST_ANSWERS) return null;
  return (
    correlation(
      rated.map(({ value }) => value),
      rated.map(({ each }) => each.rating ?? 0),
    ) ?? null
  );
}

/** The share of each shown block that still met at the last week of which all shown blocks tell. */
function stillMeeting(
  blocks: readonly (readonly Told[])[],
  shown: ReadonlySet<number>,
  confidence: number,
): readonly (number | null)[] {
  const lastOf = (block: readonly Told[]): number => block.reduce((last, { weeks }) => Math.max(last, weeks ?? 0), 0);
  const horizon = blocks.reduce(
    (least, block, place) => (shown.has(place) ? Math.min(least, lastOf(block)) : least),
    Number.POSITIVE_INFINITY,
  );
  return blocks.map((block, place) => {
    const curve = shown.has(place) ? survivalOf(block, confidence) : null;
    return curve === null ? null : (curve.findLast(({ time }) => time <= horizon)?.share ?? 1);
  });
}

function cut<Item extends { readonly value: number }>(
  sorted: readonly Item[],
  count: number,
): readonly (readonly Item[])[] {
  const bands: Item[][] = [];
  sorted.forEach((item, place) => {
    const band = Math.floor((place * count) / sorted.length);
    const last = bands.at(-1);
    if (last !== undefined && (last[0]?.value === item.value || last.at(-1)?.value === item.value)) last.push(item);
    else if (last !== undefined && bands.length > band) last.push(item);
    else bands.push([item]);
  });
  return bands;
}
