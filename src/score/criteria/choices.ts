import { asPublic } from "../../base/public.ts";
import { criterionEntry } from "../criterion-entry.ts";
import type {
  CriterionOf,
  MissingSide,
  MenteeProfile,
  MentorProfile,
  ScorePool,
  PreparedCriterionOf,
} from "../criterion-of.ts";
import { FULL_SCORE, NO_INFORMATION } from "../criterion-of.ts";
import { roundedRatio } from "../micro-points.ts";
import { type CriterionOptions, missingEntry, pairValue, settle, silentSide } from "../settings.ts";

export interface ChoicesOptions extends CriterionOptions {
  /** Whether being left out of a list that names others counts 0. @default false */
  readonly leftOutCountsZero?: boolean;
}

export interface ChoicesFacts {
  readonly kind: "choices";
  readonly missing?: MissingSide;
  /** The mentee's place on the mentor's list, from 1. */
  readonly rankByMentor?: number;
  /** The mentor's place on the mentee's list, from 1. */
  readonly rankByMentee?: number;
}

/** Micro-points of the first choices; every later one counts as the last of these. */
const RANK_POINTS = [1_000_000, 900_000, 800_000, 700_000, 600_000, 500_000] as const;

/**
 * Whether the two chose each other.
 *
 * A first choice counts 1, a second 0.9, down to 0.5 for the sixth and every later one; the value is the mean over the
 * sides that chose the other. Being left out is no penalty: a side that does not name the other adds nothing, and if
 * neither does, there is no information and by default the other criteria share the weight. With `leftOutCountsZero` a
 * side that names others only counts 0. A later choice can therefore count less than no choice at all; use `missing:
 * "zero"` if every choice is meant to lift a pair above those that nobody chose.
 * @default weight 1, missing "skip"
 */
export function choices(options: ChoicesOptions = {}): CriterionOf<ChoicesFacts> {
  return asPublic("choices", () => {
    const settings = settle({ maker: "choices", name: "choices", weight: 1, missing: "skip" }, options, [
      "leftOutCountsZero",
    ]);
    const { leftOutCountsZero = false } = options;
    const prepare = (pool: ScorePool): PreparedCriterionOf<ChoicesFacts> => prepareChoices(pool, leftOutCountsZero);
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

type RankOf = ReadonlyMap<string, number>;

function prepareChoices(pool: ScorePool, leftOutCountsZero: boolean): PreparedCriterionOf<ChoicesFacts> {
  const ranksByMentor = pool.mentors.map(readRanks);
  const ranksByMentee = pool.mentees.map(readRanks);
  const rank = (ranks: RankOf, { id }: MentorProfile | MenteeProfile): number | undefined =>
    id === undefined ? undefined : ranks.get(id.normalize("NFC"));
  const sidePoints = (ranks: RankOf, other: MentorProfile | MenteeProfile): number => {
    const place = rank(ranks, other);
    if (place !== undefined) return RANK_POINTS[Math.min(place, RANK_POINTS.length) - 1] ?? FULL_SCORE;
    return leftOutCountsZero && ranks.size > 0 ? 0 : NO_INFORMATION;
  };
  const points = (mentee: number, mentor: number): number => {
    const byMentor = sidePoints(ranksByMentor[mentor]!, pool.mentees[mentee]!);
    const byMentee = sidePoints(ranksByMentee[mentee]!, pool.mentors[mentor]!);
    if (byMentor === NO_INFORMATION) return byMentee;
    return byMentee === NO_INFORMATION ? byMentor : roundedRatio(byMentor + byMentee, 2);
  };
  return {
    points,
    facts: (mentee, mentor) => {
      const rankByMentor = rank(ranksByMentor[mentor]!, pool.mentees[mentee]!);
      const rankByMentee = rank(ranksByMentee[mentee]!, pool.mentors[mentor]!);
      const spoke = points(mentee, mentor) !== NO_INFORMATION;
      return {
        kind: "choices",
        ...missingEntry(
          spoke ? undefined : (silentSide(rankByMentee !== undefined, rankByMentor !== undefined) ?? "both"),
        ),
        ...(rankByMentor === undefined ? {} : { rankByMentor }),
        ...(rankByMentee === undefined ? {} : { rankByMentee }),
      };
    },
  };
}

/** Place on the list, from 1; an id named twice keeps its better place. */
function readRanks(profile: MentorProfile | MenteeProfile): RankOf {
  const ranks = new Map<string, number>();
  for (const [place, id] of (profile.choices ?? []).entries()) {
    const key = id.normalize("NFC");
    if (!ranks.has(key)) ranks.set(key, place + 1);
  }
  return ranks;
}

const NEITHER = { en: "Neither named the other.", tr: "İkisi de tercih listesine diğerini yazmamış." };

export const choicesEntry = /* @__PURE__ */ criterionEntry({
  name: "choices",
  title: { en: "choices", tr: "tercihler" },
  facts: "choices",
  lacking: () => NEITHER,
  options: (z) => ({ leftOutCountsZero: z.boolean().exactOptional() }),
  make: choices,
  sentences: {
    en: ({ rankByMentor, rankByMentee }: ChoicesFacts) => {
      if (rankByMentor === undefined && rankByMentee === undefined) return NEITHER.en;
      const mentor =
        rankByMentor === undefined ? "did not name the mentee" : `named the mentee as choice ${rankByMentor}`;
      const mentee =
        rankByMentee === undefined ? "did not name the mentor" : `named the mentor as choice ${rankByMentee}`;
      return `The mentor ${mentor}; the mentee ${mentee}.`;
    },
    tr: ({ rankByMentor, rankByMentee }) => {
      if (rankByMentor === undefined && rankByMentee === undefined) return NEITHER.tr;
      const mentor = rankByMentor === undefined ? "mentee'yi yazmamış" : `mentee'yi ${rankByMentor}. sıraya yazmış`;
      const mentee = rankByMentee === undefined ? "mentoru yazmamış" : `mentoru ${rankByMentee}. sıraya yazmış`;
      return `Tercihler: mentor ${mentor}; mentee ${mentee}.`;
    },
  },
});
