import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import { FULL_SCORE, prepareGroupTime } from "../../score/index.ts";
import { roundedRatio } from "../../score/micro-points.ts";
import { checkWhole } from "../../score/settings.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupPlaces,
  PreparedGroupCriterion,
} from "../criterion.ts";
import { checkOptions, compiled } from "./settings.ts";

export interface CommonTimeOptions extends GroupCriterionOptions {
  /** Common minutes a week that are as good as any more; a whole number from 1 to 10,080. @default 60 */
  readonly targetMinutes?: number;
  /** Shortest stretch of common time that counts, in minutes; a whole number from 1 to 1,440. @default 30 */
  readonly minimumBlock?: number;
}

/**
 * How much time everybody in the group has in common: the mean of the minutes a week at which all of them are free, divided by
 * `targetMinutes`. 1 at the target and above, 0 if there is no time at which all can meet. As the criterion `availability` for
 * a group of two.
 *
 * With somebody who states no times it is 0, so that saying less never raises a score; `null` in a programme in which nobody
 * does.
 *
 * Errors: FIELD_UNKNOWN, NUMBER_RANGE; when compiled as `availability`.
 * @default name "commonTime", weight 2; stands in place of `availability` among the default criteria
 */
export function commonTime(options: CommonTimeOptions = {}): GroupCriterion {
  return asPublic("commonTime", () => {
    checkOptions(options, ["name", "weight", "targetMinutes", "minimumBlock"]);
    const { targetMinutes = 60, minimumBlock = 30 } = options;
    checkWhole(targetMinutes, "/targetMinutes", 1, 10_080);
    checkWhole(minimumBlock, "/minimumBlock", 1, 1_440);
    const prepare = (ground: CriterionGround): PreparedGroupCriterion =>
      prepareTime(ground, targetMinutes, minimumBlock);
    return {
      ...compiled({ name: "commonTime", weight: 2, settings: { targetMinutes, minimumBlock } }, options, prepare),
      replaces: "availability",
      title: { en: "time that all have", tr: "herkesin uygun olduğu zaman" },
    };
  });
}

function prepareTime(
  { mentees, mentors, pool }: CriterionGround,
  target: number,
  block: number,
): PreparedGroupCriterion {
  const time = prepareGroupTime(pool, { minimumBlock: block });
  const full = time.weeks * target;
  // somebody on both sides is there once
  const double = new Map(mentees.map(({ id }, place) => [id, place]));
  const twin = mentors.map(({ id }) => double.get(id));
  const people: number[] = [];
  const minutesOf = (group: GroupPlaces): number | undefined => {
    people.length = 0;
    for (const mentee of group.mentees) people.push(mentee);
    for (const mentor of group.mentors) {
      const other = twin[mentor];
      if (other === undefined || !group.mentees.includes(other)) people.push(mentees.length + mentor);
    }
    return time.minutes(people);
  };
  const points = (group: GroupPlaces): number => {
    if (!time.isUsed) return -1;
    const minutes = minutesOf(group) ?? 0;
    return minutes >= full ? FULL_SCORE : roundedRatio(minutes * FULL_SCORE, full);
  };
  return {
    points,
    ground: (group) => {
      const minutes = minutesOf(group);
      if (minutes === undefined) {
        return { en: "Somebody's free times are not known.", tr: "Gruptan birinin uygun zamanları bilinmiyor." };
      }
      const mean = Math.floor(minutes / time.weeks);
      return {
        en: `All are free together ${counted(mean, "minute")} a week on average (target ${String(target)}).`,
        tr: `Herkesin birlikte uygun olduğu süre haftada ortalama ${String(mean)} dakika (hedef ${String(target)}).`,
      };
    },
  };
}
