import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";
import { throwIssues } from "../../base/error.ts";
import { isRecord, numberIssues, unknownFields } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import { figure, joined, percent } from "../sentence.ts";
import { wilson, type Interval } from "../statistics/proportions.ts";
import { intraclassCorrelation, meanInterval, meanOf } from "../statistics/ratings.ts";
import type { SurvivalStep } from "../statistics/survival.ts";
import { type Banded, bandsOf } from "./bands.ts";
import { type Context, FEWEST_ANSWERS, pairIssues, type Ratings, type RatedPair, survivalOf } from "./ratings.ts";
import { ratingsOfSides } from "./sides.ts";
import { END_REASONS, type EndReason } from "./end-reasons.ts";
import { joinOutcomes, type Outcome } from "./outcome.ts";

/** A share, and how sure it is. */
export interface Share {
  readonly k: number;
  readonly n: number;
  readonly rate: number;
  /** Wilson's. */
  readonly interval: Interval;
}

export interface Evaluation extends Sentence {
  readonly pairs: number;
  /** Pairs of which anybody told anything, and of each side those whom it rated. */
  readonly response: { readonly pairs: Share | null; readonly mentor: Share | null; readonly mentee: Share | null };
  /** Pairs that met at least once, of all: the silent count as not met. `null` where fewer than 5 answered. */
  readonly met: Share | null;
  /** Times that pairs met, of those of which it is known. */
  readonly meetings: { readonly pairs: number; readonly mean: number; readonly interval: Interval } | null;
  readonly ratings: {
    /** Mean of both sides of a pair. */
    readonly pair: Ratings | null;
    /** `null` too where it would tell fewer than 5 answers beside that of all pairs. */
    readonly mentor: Ratings | null;
    readonly mentee: Ratings | null;
  };
  /** ICC(1,1) of the two sides of pairs that both rated; `null` with fewer than 5 of them, or where nothing varies. */
  readonly agreement: { readonly pairs: number; readonly single: number; readonly mean: number } | null;
  /** Does the predicted score tell the rating? Bands of a fifth of the pairs each, low scores first. */
  readonly byScore: Banded;
  /** The same by halves of each criterion's value. */
  readonly byCriterion: readonly (Banded & { readonly criterion: string })[];
  /** Pairs that ended, and why; reasons that fewer than 5 pairs have are counted together. `null` with fewer than 5. */
  readonly ended: {
    readonly pairs: number;
    readonly reasons: readonly { readonly reason: EndReason | "notTold" | "several"; readonly pairs: number }[];
  } | null;
  /** Share of pairs that still meet, week by week (Kaplan and Meier); `null` where fewer than 5 pairs told weeks. */
  readonly survival: readonly SurvivalStep[] | null;
  /** Sentences on each part, in the order of a report. */
  readonly sentences: readonly Sentence[];
}

export interface EvaluateOptions {
  /** Of all intervals, from 0.5 to 0.999. @default 0.95 */
  readonly confidence?: number;
}

/**
 * What became of the pairs of a plan: whether they met, how they were rated, whether they lasted, and whether the score
 * foretold any of it. Nothing rests on fewer than 5 answers, and nothing names a person.
 *
 * Only pairs that were made are seen, and only those who answered speak: an association is no effect.
 *
 * @param pairs The pairs of a result, or the result
 * @throws TersineError LIST_EXPECTED, NUMBER_RANGE, FIELD_UNKNOWN; as `joinOutcomes` for outcomes: PAIR_UNKNOWN,
 *   PAIR_DUPLICATE, NUMBER_RANGE, VALUE_UNKNOWN
 * @example
 * const { ratings, byScore } = evaluate(result.pairs, [{ mentorId: "ece", menteeId: "ali", by: "mentee", rating: 4 }]);
 */
export function evaluate(
  pairs: readonly RatedPair[] | { readonly pairs: readonly RatedPair[] },
  outcomes: readonly Outcome[],
  options: EvaluateOptions = {},
): Evaluation {
  return asPublic("evaluate", () => {
    throwIssues([
      ...unknownFields(options, ["confidence"]),
      ...numberIssues(options.confidence, "/confidence", { least: 0.5, most: 0.999 }),
    ]);
    const { confidence = 0.95 } = options;
    const told = joinOutcomes(pairsOf(pairs), outcomes);
    const context = { told, confidence };
    const ratings = ratingsOfSides(context);
    const figures = {
      pairs: told.length,
      response: {
        pairs: share(told.filter(({ answered }) => answered).length, context),
        mentor: share(told.filter(({ ratings }) => ratings.mentor !== undefined).length, context),
        mentee: share(told.filter(({ ratings }) => ratings.mentee !== undefined).length, context),
      },
      met:
        told.filter(({ answered }) => answered).length >= FEWEST_ANSWERS
          ? share(told.filter(({ met }) => met).length, context)
          : null,
      meetings: meetingsOf(context),
      ratings,
      agreement: agreementOf(told),
      ...bandsOf(context, ratings),
      ended: endingsOf(told),
      survival: survivalOf(told, confidence),
    };
    const sentences = sentencesOf(figures);
    return { ...figures, sentences, ...joined(sentences) };
  });
}

function pairsOf(pairs: unknown): readonly RatedPair[] {
  const list = isRecord(pairs) ? pairs["pairs"] : pairs;
  throwIssues(pairIssues(list, "/pairs"));
  return list as readonly RatedPair[];
}

/** A share of all pairs; nothing is told of fewer than 5. */
function share(k: number, { told, confidence }: Context): Share | null {
  const n = told.length;
  return n < FEWEST_ANSWERS ? null : { k, n, rate: k / n, interval: wilson({ k, n }, confidence) };
}

function meetingsOf({ told, confidence }: Context): Evaluation["meetings"] {
  const times = told.flatMap(({ metTimes }) => metTimes ?? []);
  if (times.length < FEWEST_ANSWERS) return null;
  return { pairs: times.length, mean: meanOf(times), interval: meanInterval(times, confidence) };
}

function agreementOf(told: Context["told"]): Evaluation["agreement"] {
  const both = told.flatMap(({ ratings: { mentor, mentee } }) =>
    mentor === undefined || mentee === undefined ? [] : [[mentor, mentee]],
  );
  const found = both.length < FEWEST_ANSWERS ? undefined : intraclassCorrelation(both);
  return found === undefined ? null : { pairs: both.length, ...found };
}

function endingsOf(told: Context["told"]): Evaluation["ended"] {
  const ended = told.filter((pair) => pair.ended === true);
  if (ended.length < FEWEST_ANSWERS) return null;
  const counts = ([...END_REASONS, "notTold"] as const).map((reason) => ({
    reason,
    pairs: ended.filter(({ endedBecause = "notTold" }) => endedBecause === reason).length,
  }));
  const shown = counts.filter(({ pairs }) => pairs >= FEWEST_ANSWERS);
  const few = counts.filter(({ pairs }) => pairs > 0 && pairs < FEWEST_ANSWERS);
  const rest = few.reduce((sum, { pairs }) => sum + pairs, 0);
  if (few.length === 0) return { pairs: ended.length, reasons: shown };
  // a single rare reason, or a few answers in all, would be told by what is left
  if (rest < FEWEST_ANSWERS || few.length === 1) {
    const least = shown.toSorted((a, b) => a.pairs - b.pairs)[0];
    const others = shown.filter((each) => each !== least);
    return { pairs: ended.length, reasons: [...others, { reason: "several", pairs: rest + (least?.pairs ?? 0) }] };
  }
  return { pairs: ended.length, reasons: [...shown, { reason: "several", pairs: rest }] };
}

type Figures = Omit<Evaluation, "sentences" | keyof Sentence>;

function sentencesOf({ pairs, response, met, ratings, agreement, byScore, survival }: Figures): readonly Sentence[] {
  const sentences: Sentence[] = [];
  const say = (en: string, tr: string): void => void sentences.push({ en, tr });
  if (response.pairs === null || response.pairs.k === 0) {
    say(
      `Nothing can be told: of ${counted(pairs, "pair")} too few answered.`,
      `Bir şey söylenemez: ${pairs} eşleşmeden yeterince yanıt gelmedi.`,
    );
    return sentences;
  }
  const answered = percent(response.pairs.rate);
  say(
    `${response.pairs.k} of ${counted(pairs, "pair")} answered (${answered.en}).`,
    `${pairs} eşleşmenin ${response.pairs.k} tanesinden yanıt geldi (${answered.tr}).`,
  );
  if (met !== null) {
    say(
      `${met.k} of ${pairs} met at least once, as far as they say.`,
      `Söylediklerine göre ${pairs} eşleşmenin ${met.k} tanesi en az bir kez buluştu.`,
    );
  }
  if (ratings.pair !== null) {
    const { answers, mean, bounds } = ratings.pair;
    const [average, low, high] = [mean, bounds.low, bounds.high].map((value) => figure(value, 1));
    say(
      `The mean rating of ${answers} pairs is ${average?.en ?? ""} of 5; if everybody had answered, it would lie between ${low?.en ?? ""} and ${high?.en ?? ""}.`,
      `${answers} eşleşmenin ortalama notu 5 üzerinden ${average?.tr ?? ""}; herkes yanıtlasaydı ${low?.tr ?? ""} ile ${high?.tr ?? ""} arasında olurdu.`,
    );
  }
  if (agreement !== null) {
    const single = figure(agreement.single, 2);
    say(
      `The two sides agree by ${single.en} (1: always, 0: no more than chance).`,
      `İki tarafın uyuşması ${single.tr} (1: her zaman, 0: rastlantıdan fazla değil).`,
    );
  }
  if (byScore.correlation !== null) {
    const tie = figure(byScore.correlation, 2);
    say(
      `Among the pairs that were made, the score and the rating go together by ${tie.en} (-1 to 1). Pairs that were not made have no rating, so the score may tell more than this shows.`,
      `Kurulan eşleşmelerde puan ile not arasındaki ilişki ${tie.tr} (-1 ile 1 arası). Kurulmayan eşleşmelerin notu yok; puan burada görünenden fazlasını söylüyor olabilir.`,
    );
  }
  const last = survival?.at(-1);
  if (last !== undefined) {
    const still = percent(last.share);
    say(
      `After week ${last.time}, ${still.en} still meet.`,
      `${last.time}. haftadan sonra eşleşmelerin ${still.tr} kadarı hâlâ buluşuyor.`,
    );
  }
  return sentences;
}
