import { correlation } from "../statistics/ratings.ts";
import type { PairOutcome } from "./outcome.ts";
import { type Context, FEWEST_ANSWERS, isFew, type RatedPair, type Ratings, ratingsOf, survivalOf } from "./ratings.ts";

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
  /** `null` with fewer than 5 answers, or where nothing varies. */
  readonly correlation: number | null;
}

const FIFTHS = 5;
const HALVES = 2;

type Told = PairOutcome<RatedPair>;

/** Fifths by score, and halves by each criterion. What is told of one tells nothing of few pairs beside all others. */
export function bandsOf(context: Context): {
  readonly byScore: Banded;
  readonly byCriterion: readonly (Banded & { readonly criterion: string })[];
} {
  const { told } = context;
  const telling = {
    rating: tellingOf(told, ({ rating }) => rating !== undefined),
    weeks: tellingOf(told, ({ weeks }) => weeks !== undefined),
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

/** Sets of pairs of whom a figure is told. */
interface Telling {
  readonly answers: (pair: Told) => boolean;
  readonly sets: ReadonlySet<Told>[];
}

function tellingOf(told: readonly Told[], answers: Telling["answers"]): Telling {
  return { answers, sets: [new Set(told.filter(answers))] };
}

/**
 * Which blocks are told: those with enough answers, without as many of the smallest as it takes until no block, and not all
 * of them together, differs by few answers from a set that is told already. What is told is added to the sets.
 */
function shownBlocks(blocks: readonly (readonly Told[])[], { answers, sets }: Telling): ReadonlySet<number> {
  const own = blocks.map((block) => new Set(block.filter(answers)));
  const sizeOf = (place: number): number => own[place]?.size ?? 0;
  let shown = own.flatMap(({ size }, place) => (size >= FEWEST_ANSWERS ? [place] : []));
  shown.sort((a, b) => sizeOf(a) - sizeOf(b) || a - b);
  for (;;) {
    const together = new Set(shown.flatMap((place) => [...(own[place] ?? [])]));
    const told = [...shown.map((place) => own[place] ?? new Set<Told>()), together];
    if (shown.length === 0 || !told.some((set) => sets.some((other) => tellsFew(set, other)))) {
      if (shown.length > 0) sets.push(...told);
      return new Set(shown);
    }
    shown = shown.slice(1);
  }
}

/** Whether one set lies in the other but for few. */
function tellsFew(set: ReadonlySet<Told>, other: ReadonlySet<Told>): boolean {
  const [small, large] = set.size <= other.size ? [set, other] : [other, set];
  return isFew(large.size - small.size) && [...small].every((each) => large.has(each));
}

/** Bands of equally many pairs by a figure of them; pairs with one figure stay together. */
function bandsBy(
  figureOf: (pair: RatedPair) => number | undefined,
  count: number,
  { told, confidence }: Context,
  telling: { readonly rating: Telling; readonly weeks: Telling },
): Banded {
  const known = told
    .flatMap((each) => {
      const value = figureOf(each.pair);
      return value === undefined ? [] : [{ each, value }];
    })
    .sort((a, b) => a.value - b.value);
  const bands = cut(known, count);
  const blocks = bands.map((band) => band.map(({ each }) => each));
  const shown = { rating: shownBlocks(blocks, telling.rating), weeks: shownBlocks(blocks, telling.weeks) };
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
    correlation: correlationOf(known),
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
