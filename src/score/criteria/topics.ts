import { asPublic } from "../../base/public.ts";
import { listed, type Sentence } from "../../base/sentence.ts";
import { criterionEntry } from "../criterion-entry.ts";
import { catalogueForm, catalogueFrom } from "../topics/catalogue-form.ts";
import { mapPeople, type Steps } from "../../base/steps.ts";
import { oncePer } from "../../base/memo.ts";
import { foldText, tidyText } from "../../base/text.ts";
import type {
  CriterionOf,
  FactsOfPair,
  Prepare,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { roundedRatio } from "../micro-points.ts";
import { pausable } from "../pausable.ts";
import {
  type CriterionOptions,
  checkNumber,
  checkWhole,
  missingEntry,
  pairValue,
  settle,
  silentSide,
} from "../settings.ts";
import {
  bestOffer,
  CREDIT_PARTS,
  LEVELS,
  listTopics,
  type Offer,
  type PoolTopics,
  readOffers,
  readWishes,
  UNRANKED,
  WANTED_LEVELS,
  type Wish,
} from "../topics/lists.ts";
import type { RelatedTopic, TopicCatalogue, TopicLabels } from "../topics/catalogue.ts";

export interface TopicsOptions extends CriterionOptions {
  /** Names and links of topics, made by `topicCatalogue`. @default every folded text is a topic of its own */
  readonly catalogue?: TopicCatalogue;
  /** Level, 1 to 5, that an offer without one counts as; 1 makes stating it never a disadvantage. @default 1 */
  readonly unstatedLevel?: number;
  /**
   * Counts wishes for scarce topics more: up to twice as much, by the share of mentees among those who want or offer the
   * topic. Makes the criterion pool-relative. @default false
   */
  readonly rarity?: boolean;
  /**
   * Fewest wishes that count, a whole number from 1 to 9: those that a mentee has not stated up to it count as stated and
   * covered by nobody, each as the strongest one stated, at the first priorities that are free. So nobody gains by naming the
   * best wish alone. @default 1
   */
  readonly atLeast?: number;
}

export interface TopicsFacts {
  readonly kind: "topics";
  readonly missing?: MissingSide;
  /** Wished topics that the mentor covers, fully or in part, in the mentee's order of priority. */
  readonly shared: readonly SharedTopic[];
  /** How many topics the mentee wishes for. */
  readonly wished: number;
  /** How many wishes count; present if they are more than `wished`. */
  readonly atLeast?: number;
  /** Indispensable wishes that the mentor does not cover fully; absent if there are none. */
  readonly uncovered?: readonly string[];
}

export interface SharedTopic {
  /** In the spelling that most people use. */
  readonly topic: string;
  /** What the catalogue calls it; absent without labels. */
  readonly labels?: TopicLabels;
  readonly priority?: number;
  /** Micro-points of this wish alone: less than full if the mentor's level is lower or the topic only related. */
  readonly credit: number;
  /** The related topic that covers the wish, of which it brings a part only; absent if the topic itself does. */
  readonly through?: RelatedOffer;
  /** The levels, 1 to 5, if the mentor's is below the one wanted. */
  readonly level?: { readonly offered: number; readonly wanted: number };
}

export interface RelatedOffer {
  readonly topic: string;
  readonly labels?: TopicLabels;
  /** Micro-points that it is worth to the wish at any level: below full. */
  readonly closeness: number;
}

/** `topics`, which can also answer for the topics that a mentee cannot do without. */
export interface TopicsCriterion extends CriterionOf<TopicsFacts> {
  /** Tells a topics criterion from others, whatever its name. */
  readonly judgesIndispensable: true;
  /** How its topics are told apart and related. */
  readonly catalogue: TopicCatalogue;
  /** Key of the wish that a pair can begin with: the mentee's first by priority of those that the mentor covers at all. */
  readonly lessonOf: (mentor: MentorProfile, mentee: MenteeProfile) => string | undefined;
  readonly prepare: Prepare<PreparedTopics>;
}

export interface PreparedTopics extends PreparedCriterionOf<TopicsFacts> {
  /** Whether the mentor covers each indispensable wish of the mentee in full: the very topic, at the level wanted. */
  readonly coversIndispensable: (mentee: number, mentor: number) => boolean;
  /**
   * Whether the mentor covers some wish of the mentee by at least so many micro-points, and not by none. The answers for one
   * mentee are found together: ask them in a row.
   */
  readonly sharing: (least: number) => (mentee: number, mentor: number) => boolean;
  /** What a mentor brings to each wish of a mentee, so that several mentors can be judged together. */
  readonly wishes: {
    /** How many wishes a mentee states. */
    readonly count: (mentee: number) => number;
    /** What all of them, and those missing to the fewest that count, are worth if covered in full. */
    readonly full: (mentee: number) => number;
    /** What the mentor covers of each, in the unit of `full` and always in the same order, into the first entries of `into`. */
    readonly covered: (mentee: number, mentor: number, into: Float64Array) => void;
  };
  /** Who states a topic. */
  readonly states: { readonly mentee: (index: number) => boolean; readonly mentor: (index: number) => boolean };
}

/**
 * How much of what the mentee wants to learn the mentor offers. Not symmetric: offering more than is wanted neither
 * helps nor hurts.
 *
 * Each wish counts weight ÷ priority: the first priority counts 1, the second 1/2, the third 1/3 …; a wish without a
 * priority comes after all that have one, and without any priority all count alike. A wish is worth 1 if the mentor
 * offers the topic at the level wanted or above, and offered ÷ wanted level below it; without a wanted level every offer
 * is worth 1. An offer that the catalogue calls broader or narrower than the wish is worth its part. The value is the
 * mean over the wishes: 1 if all are covered in full, 0.5 if half of them are by what they count, 0 if none is. Order and
 * repetition of entries do not matter.
 *
 * Silence is no tactic: someone without topics gives no information, which by default counts 0, so that withdrawing an
 * offer never raises a score.
 *
 * Errors when compiled: `TOPIC_UNKNOWN` with a strict catalogue.
 * @default weight 4, missing "zero"
 */
export function topics(options: TopicsOptions = {}): TopicsCriterion {
  return asPublic("topics", () => {
    const settings = settle({ maker: "topics", name: "topics", weight: 4, missing: "zero" }, options, OWN_OPTIONS);
    const { catalogue = plainTopics, unstatedLevel = 1, rarity = false, atLeast = 1 } = options;
    checkNumber(unstatedLevel, "/unstatedLevel", 1, LEVELS);
    checkWhole(atLeast, "/atLeast", 1, MOST_AT_LEAST);
    const offersOf = (mentor: MentorProfile): readonly Offer[] => readOffers(mentor, catalogue, unstatedLevel);
    const wishesOf = (mentee: MenteeProfile): readonly Wish[] => readWishes(mentee, catalogue);
    const prepare = pausable(function* (pool): Steps<PreparedTopics> {
      catalogue.check?.(pool);
      const [readMentor, readMentee] = [pool.keep?.(offersOf) ?? offersOf, pool.keep?.(wishesOf) ?? wishesOf];
      const offers = yield* mapPeople(pool.mentors, readMentor);
      const wishes = yield* mapPeople(pool.mentees, readMentee);
      const lists = yield* listTopics(wishes, offers, { catalogue, rarity, atLeast });
      return prepareTopics(lists, pool.context.topicName ?? tidyText, atLeast);
    });
    const servedBy = oncePer(
      (mentor: MentorProfile) =>
        new Set(
          offersOf(mentor).flatMap(({ key }) =>
            catalogue
              .serves(key)
              .filter(isCovering)
              .map((served) => served.key),
          ),
        ),
    );
    const wishedBy = oncePer((mentee: MenteeProfile) => wishesOf(mentee).map(({ key }) => key));
    return {
      ...settings,
      judgesIndispensable: true,
      catalogue,
      lessonOf: (mentor, mentee) => wishedBy(mentee).find((key) => servedBy(mentor).has(key)),
      ...(rarity ? { poolRelative: true } : { dependsOn: "pair" }),
      prepare,
      value: pairValue(prepare),
    };
  });
}

/** Tells the criterion `topics` from others. */
export function isTopics(criterion: { readonly name: string }): criterion is TopicsCriterion {
  return "judgesIndispensable" in criterion;
}

/** The criterion on topics among others, whatever its name; the default one without it. */
export function topicsAmong(criteria: readonly CriterionOf<FactsOfPair>[]): TopicsCriterion {
  return criteria.find(isTopics) ?? topics();
}

function isCovering({ closeness }: RelatedTopic): boolean {
  return closeness > 0;
}

const OWN_OPTIONS = ["catalogue", "unstatedLevel", "rarity", "atLeast"];

/** As many as there are priorities. */
const MOST_AT_LEAST = 9;

/** Topics told apart by their folded text alone; no topic is related to another. */
const plainTopics: TopicCatalogue = {
  keyOf: foldText,
  serves: (key) => [{ key, closeness: FULL_SCORE }],
};

function prepareTopics(lists: PoolTopics, nameOf: (text: string) => string, atLeast: number): PreparedTopics {
  return {
    ...topicPoints(lists),
    facts: (mentee, mentor) => ({
      ...topicFacts(lists, nameOf, mentee, mentor),
      ...countedEntry(lists.wishesOf[mentee]!.length, atLeast),
    }),
    coversIndispensable: (mentee, mentor) =>
      lists.wishesOf[mentee]!.every(
        (wish) => !wish.indispensable || (bestOffer(lists, wish, mentor)?.credit ?? 0) === FULL_SCORE,
      ),
    sharing: (least) => sharedTopics(lists, least),
    wishes: wishCredits(lists),
    states: {
      mentee: (index) => lists.wishesOf[index]!.length > 0,
      mentor: (index) => lists.offersOf[index]!.length > 0,
    },
  };
}

/** The `atLeast` entry of facts, or no entry. */
function countedEntry(wished: number, atLeast: number): Pick<TopicsFacts, "atLeast"> {
  return wished > 0 && wished < atLeast ? { atLeast } : {};
}

function wishCredits({ serves, creditAt, wishes, countAt, wantedAt, totalOf }: PoolTopics): PreparedTopics["wishes"] {
  return {
    count: (mentee) => wishes.start[mentee + 1]! - wishes.start[mentee]!,
    full: (mentee) => totalOf[mentee]! * CREDIT_PARTS,
    covered: (mentee, mentor, into) => {
      const from = wishes.start[mentee]!;
      const to = wishes.start[mentee + 1]!;
      into.fill(0, 0, to - from);
      let entry = serves.start[mentor]!;
      const end = serves.start[mentor + 1]!;
      for (let wish = from; wish < to; wish += 1) {
        while (entry < end && serves.termAt[entry]! < wishes.termAt[wish]!) entry += 1;
        if (entry === end || serves.termAt[entry] !== wishes.termAt[wish]) continue;
        into[wish - from] = countAt[wish]! * creditAt[entry * WANTED_LEVELS + wantedAt[wish]!]!;
      }
    },
  };
}

/** `PreparedTopics.sharing`: marks all mentors who cover a wish of a mentee, once for each mentee asked about in a row. */
function sharedTopics(
  { servers, creditAt, wishes, wantedAt, offersOf }: PoolTopics,
  least: number,
): (mentee: number, mentor: number) => boolean {
  const isCovered = new Uint8Array(offersOf.length);
  const needed = Math.max(1, least * CREDIT_PARTS);
  let marked = -1;
  const mark = (mentee: number): void => {
    marked = mentee;
    isCovered.fill(0);
    for (let wish = wishes.start[mentee]!; wish < wishes.start[mentee + 1]!; wish += 1) {
      const term = wishes.termAt[wish]!;
      const wanted = wantedAt[wish]!;
      for (let at = servers.start[term]!; at < servers.start[term + 1]!; at += 1) {
        if (creditAt[servers.entryAt[at]! * WANTED_LEVELS + wanted]! >= needed) isCovered[servers.personAt[at]!] = 1;
      }
    }
  };
  return (mentee, mentor) => {
    if (mentee !== marked) mark(mentee);
    return isCovered[mentor] === 1;
  };
}

/** The points of a pair, by merging its two sorted lists, and of a row, by walking the mentors who serve each wish. */
function topicPoints(lists: PoolTopics): Omit<PreparedCriterionOf<TopicsFacts>, "facts"> {
  const { serves, servers, creditAt, wishes, countAt, wantedAt, totalOf, offersOf } = lists;
  const speaks = Uint8Array.from(offersOf, (offers) => (offers.length > 0 ? 1 : 0));
  const sumOf = new Float64Array(speaks.length);
  return {
    points: (mentee, mentor) => {
      const total = totalOf[mentee]!;
      if (total === 0 || speaks[mentor] === 0) return NO_INFORMATION;
      const endOfMentor = serves.start[mentor + 1]!;
      const endOfMentee = wishes.start[mentee + 1]!;
      let sum = 0;
      let entry = serves.start[mentor]!;
      let wish = wishes.start[mentee]!;
      while (entry < endOfMentor && wish < endOfMentee) {
        const difference = serves.termAt[entry]! - wishes.termAt[wish]!;
        if (difference === 0) sum += countAt[wish]! * creditAt[entry * WANTED_LEVELS + wantedAt[wish]!]!;
        if (difference <= 0) entry += 1;
        if (difference >= 0) wish += 1;
      }
      return roundedRatio(sum, total * CREDIT_PARTS);
    },
    pointsRow: (mentee, into) => {
      const total = totalOf[mentee]!;
      sumOf.fill(0);
      for (let wish = wishes.start[mentee]!; wish < wishes.start[mentee + 1]!; wish += 1) {
        const term = wishes.termAt[wish]!;
        const count = countAt[wish]!;
        const wanted = wantedAt[wish]!;
        for (let at = servers.start[term]!; at < servers.start[term + 1]!; at += 1) {
          sumOf[servers.personAt[at]!]! += count * creditAt[servers.entryAt[at]! * WANTED_LEVELS + wanted]!;
        }
      }
      for (let mentor = 0; mentor < sumOf.length; mentor += 1) {
        if (total === 0 || speaks[mentor] === 0) into[mentor] = NO_INFORMATION;
        else into[mentor] = sumOf[mentor] === 0 ? 0 : roundedRatio(sumOf[mentor]!, total * CREDIT_PARTS);
      }
    },
  };
}

function topicFacts(lists: PoolTopics, nameOf: (text: string) => string, mentee: number, mentor: number): TopicsFacts {
  const named = ({ key, topic }: { readonly key: string; readonly topic: string }) => {
    const labels = lists.catalogue.labelsOf?.(key);
    return { topic: nameOf(topic), ...(labels === undefined ? {} : { labels }) };
  };
  const wishes = lists.wishesOf[mentee]!;
  const offers = lists.offersOf[mentor]!;
  const shared: SharedTopic[] = [];
  const uncovered: string[] = [];
  for (const wish of wishes) {
    const offer = bestOffer(lists, wish, mentor);
    if (wish.indispensable && (offer?.credit ?? 0) < FULL_SCORE) uncovered.push(nameOf(wish.topic));
    if (offer === undefined) continue;
    const { closeness, credit, level } = offer;
    shared.push({
      ...named(wish),
      ...(wish.priority === UNRANKED ? {} : { priority: wish.priority }),
      credit,
      ...(closeness < FULL_SCORE ? { through: { ...named(offer), closeness } } : {}),
      ...(level < wish.wanted ? { level: { offered: level, wanted: wish.wanted } } : {}),
    });
  }
  const silent = silentSide(wishes.length > 0, offers.length > 0);
  const refused = uncovered.length === 0 ? {} : { uncovered };
  return { kind: "topics", ...missingEntry(silent), shared, wished: wishes.length, ...refused };
}

/** Wishes and offers in a configuration: topics by their texts, or with the catalogue that the library brings. */
export const topicsEntry = /* @__PURE__ */ criterionEntry({
  name: "topics",
  title: { en: "topics", tr: "konular" },
  facts: "topics",
  options: (z) => ({
    catalogue: catalogueForm(z).exactOptional(),
    unstatedLevel: z.number().exactOptional(),
    rarity: z.boolean().exactOptional(),
    atLeast: z.number().exactOptional(),
  }),
  make: ({ catalogue, ...rest }) =>
    topics({ ...rest, ...(catalogue === undefined ? {} : { catalogue: catalogueFrom(catalogue) }) }),
  lacking: { en: "topics are", tr: "konuları" },
  sentences: {
    en: ({ shared, wished, atLeast }: TopicsFacts) => {
      const { full, parts } = toldTopics(shared, "en");
      const first = `Covers ${full.length} of ${wished} ${wished === 1 ? "topic" : "topics"} asked for${listed(full)}`;
      const counted = atLeast === undefined ? "" : ` At least ${atLeast} wishes count.`;
      return `${first}${parts.length === 0 ? "" : `; in part: ${parts.join(", ")}`}.${counted}`;
    },
    tr: ({ shared, wished, atLeast }) => {
      const { full, parts } = toldTopics(shared, "tr");
      const first = `İstenen ${wished} konudan karşılanan: ${full.length}${full.length === 0 ? "" : ` (${full.join(", ")})`}`;
      const counted = atLeast === undefined ? "" : ` En az ${atLeast} istek sayılır.`;
      return `${first}${parts.length === 0 ? "" : `; kısmen: ${parts.join(", ")}`}.${counted}`;
    },
  },
});

/** The covered wishes by name: those in full, and those in part with what is lacking. */
export function toldTopics(
  shared: readonly SharedTopic[],
  language: keyof Sentence,
): { readonly full: readonly string[]; readonly parts: readonly string[] } {
  const named = ({ topic, labels }: Pick<SharedTopic, "topic" | "labels">): string => labels?.[language] ?? topic;
  const part = (each: SharedTopic): string => {
    const { through, level } = each;
    const words = PART_WORDS[language];
    return [
      through === undefined ? named(each) : words.through(named(each), named(through)),
      ...(through === undefined ? [] : [words.share(through.closeness)]),
      ...(level === undefined ? [] : [words.level(level.offered, level.wanted)]),
    ].join(" ");
  };
  return {
    full: shared.filter(({ credit }) => credit === FULL_SCORE).map(named),
    parts: shared.filter(({ credit }) => credit < FULL_SCORE).map(part),
  };
}

const HALF = FULL_SCORE / 2;

const PART_WORDS = {
  en: {
    through: (topic: string, other: string) => `${topic} through ${other}`,
    share: (closeness: number) => (closeness === HALF ? "(half)" : `(${percentOf(closeness)} of 100)`),
    level: (offered: number, wanted: number) => `(level ${offered} of ${wanted})`,
  },
  tr: {
    through: (topic: string, other: string) => `${topic}, ${other} üzerinden`,
    share: (closeness: number) => (closeness === HALF ? "(yarı yarıya)" : `(${percentOf(closeness)}/100)`),
    level: (offered: number, wanted: number) => `(düzey ${offered}/${wanted})`,
  },
};

function percentOf(points: number): number {
  return Math.round(points / (FULL_SCORE / 100));
}
