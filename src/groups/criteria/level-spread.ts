import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import { FULL_SCORE, levelsOf, settleSeniority } from "../../score/index.ts";
import { checkWhole } from "../../score/settings.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupPlaces,
  PreparedGroupCriterion,
} from "../criterion.ts";
import { checkOptions, compiled } from "./settings.ts";

export interface LevelSpreadOptions extends GroupCriterionOptions {
  /** Levels from the most junior to the most senior member that are as good as any more; a whole number from 1 to 100. @default 3 */
  readonly targetLevels?: number;
}

/**
 * How far apart the levels of the group are: the most senior member's less the most junior one's, divided by `targetLevels`. 1 at the
 * target and above, 0 if all are on one level. Members whose level is not known are left out; `null` if fewer than two are
 * known. Levels are those that the criterion `hierarchy` reads.
 *
 * @throws TersineError FIELD_UNKNOWN, NUMBER_RANGE; when compiled LEVEL_TYPE, LEVEL_UNKNOWN
 * @default name "levelSpread", weight 1
 */
export function levelSpread(options: LevelSpreadOptions = {}): GroupCriterion {
  return asPublic("levelSpread", () => {
    checkOptions(options, ["name", "weight", "targetLevels"]);
    const { targetLevels = 3 } = options;
    checkWhole(targetLevels, "/targetLevels", 1, 100);
    const prepare = ({ pool }: CriterionGround): PreparedGroupCriterion => {
      const context = settleSeniority(pool);
      const ofMentee = levelsOf(pool.mentees, context, "/mentees");
      const ofMentor = levelsOf(pool.mentors, context, "/mentors");
      return prepareSpread(ofMentee, ofMentor, targetLevels);
    };
    return {
      ...compiled({ name: "levelSpread", weight: 1, settings: { targetLevels } }, options, prepare),
      title: { en: "spread of levels", tr: "kademe çeşitliliği" },
    };
  });
}

function prepareSpread(ofMentee: Float64Array, ofMentor: Float64Array, target: number): PreparedGroupCriterion {
  const spreadOf = ({ mentees, mentors }: GroupPlaces): number | undefined => {
    const levels = [...mentees.map((place) => ofMentee[place]!), ...mentors.map((place) => ofMentor[place]!)];
    const known = levels.filter((level) => !Number.isNaN(level));
    if (known.length < 2) return undefined;
    return (
      known.reduce((most, level) => Math.max(most, level)) - known.reduce((least, level) => Math.min(least, level))
    );
  };
  return {
    points: (group) => {
      const spread = spreadOf(group);
      return spread === undefined ? -1 : Math.min(FULL_SCORE, Math.round((spread * FULL_SCORE) / target));
    },
    ground: (group) => {
      const spread = spreadOf(group);
      if (spread === undefined) return { en: "Too few levels are known.", tr: "Yeterince kademe bilinmiyor." };
      return {
        en: `From the most junior to the most senior member: ${counted(spread, "level")} (target ${String(target)}).`,
        tr: `En alt ve en üst kademe arasındaki fark: ${String(spread)} (hedef ${String(target)}).`,
      };
    },
  };
}
