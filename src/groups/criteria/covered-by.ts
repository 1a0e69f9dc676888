import { problem } from "../../base/error.ts";
import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import { type Criterion, topics, type TopicsCriterion } from "../../index.ts";
import { roundedRatio } from "../../score/micro-points.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupPlaces,
  PreparedGroupCriterion,
} from "../criterion.ts";
import { checkOptions, compiled } from "./settings.ts";

export interface CoveredByOptions extends GroupCriterionOptions {
  /** How topics are told apart and weighed. @default the criterion on topics of the programme, or `topics()` without one */
  readonly topics?: TopicsCriterion;
}

/**
 * How much of what the mentees want to learn the mentors of the group offer together.
 *
 * `any`: each wish counts as the mentor who covers it best does; 1 if every wish is covered in full by somebody. `all`: as the
 * mentor who covers it least; 1 if everybody covers every wish. Wishes count as in the criterion `topics`: of one mentor both
 * are the same as that. The mean over the mentees of the group. A mentor covers the wishes of those alone whom the rules allow
 * them to mentor: nobody covers their own wishes, and in a circle two people may be allowed one way only.
 *
 * A mentee without wishes counts 0, and so does a mentor without offers for `all`, so that saying less never raises a score.
 *
 * @throws TersineError VALUE_UNKNOWN, FIELD_UNKNOWN
 * @default name "coveredBy", weight 4; stands in place of `topics` among the default criteria
 */
export function coveredBy(how: "any" | "all", options: CoveredByOptions = {}): GroupCriterion {
  return asPublic("coveredBy", () => {
    checkOptions(options, ["name", "weight", "topics"]);
    // callers without types may pass anything
    if (!["any", "all"].includes(how)) throw problem("VALUE_UNKNOWN", "/how", 'expected "any" or "all".');
    const prepare = (ground: CriterionGround): PreparedGroupCriterion => {
      const judge = options.topics ?? ground.criteria.find(isTopics) ?? topics();
      return prepareCovered(ground, judge, how);
    };
    return {
      ...compiled({ name: "coveredBy", weight: 4, settings: settingsOf(how, options) }, options, prepare),
      replaces: "topics",
      title: { en: "topics covered together", tr: "birlikte karşılanan konular" },
    };
  });
}

function settingsOf(how: "any" | "all", { topics: own }: CoveredByOptions): Readonly<Record<string, unknown>> {
  return own === undefined ? { how } : { how, topics: { ...own.settings, name: own.name, missing: own.missing } };
}

function isTopics(criterion: Criterion): criterion is TopicsCriterion {
  return "judgesIndispensable" in criterion;
}

function prepareCovered(ground: CriterionGround, judge: TopicsCriterion, how: "any" | "all"): PreparedGroupCriterion {
  const { mentees, mentors, pool, scoreOf } = ground;
  const prepared = judge.prepare(pool);
  const { count, full, covered } = prepared.wishes;
  const tableOf = mentees.map((_, mentee): Float64Array => {
    const wishes = count(mentee);
    const table = new Float64Array(wishes * mentors.length);
    for (let mentor = 0; mentor < mentors.length; mentor += 1) {
      covered(mentee, mentor, table.subarray(mentor * wishes, (mentor + 1) * wishes));
    }
    return table;
  });
  /** Whether a mentor of a group counts for a mentee of it. */
  const isPair = (mentee: number, mentor: number): boolean =>
    mentees[mentee]?.id !== mentors[mentor]?.id && scoreOf(mentee, mentor) >= 0;
  const partOf = (mentee: number, group: readonly number[]): number => {
    const wishes = count(mentee);
    const table = tableOf[mentee]!;
    const own = group.filter((mentor) => isPair(mentee, mentor));
    let sum = 0;
    for (let wish = 0; wish < wishes; wish += 1) {
      let kept = how === "any" ? 0 : Infinity;
      for (const mentor of own) {
        const credit = table[mentor * wishes + wish]!;
        if (how === "any" ? credit > kept : credit < kept) kept = credit;
      }
      if (kept !== Infinity) sum += kept;
    }
    return full(mentee) === 0 ? 0 : roundedRatio(sum, full(mentee));
  };
  const pointsOf = (group: GroupPlaces): number => {
    let sum = 0;
    for (const mentee of group.mentees) sum += partOf(mentee, group.mentors);
    return group.mentees.length === 0 ? -1 : roundedRatio(sum, group.mentees.length);
  };
  /** What a mentor covers of a mentee's wishes; nothing if they are no pair. */
  const topicsOf = (mentee: number, mentor: number): readonly string[] =>
    isPair(mentee, mentor) ? prepared.facts(mentee, mentor).shared.map(({ topic }) => topic) : [];
  const namesOf = (mentee: number, group: readonly number[]): readonly string[] => {
    const covering = group.filter((mentor) => isPair(mentee, mentor)).map((mentor) => topicsOf(mentee, mentor));
    const [first = [], ...others] = covering;
    if (how === "any") return [...new Set(covering.flat())];
    return first.filter((topic) => others.every((list) => list.includes(topic)));
  };
  return {
    points: pointsOf,
    ground: (group) => coveredWords(group, namesOf, count, how),
    brings: (group, mentor) => {
      const others = group.mentors.filter((other) => other !== mentor);
      if (others.length === 0) return undefined;
      const alone = group.mentees.flatMap((mentee) => {
        const known = new Set(others.flatMap((other) => topicsOf(mentee, other)));
        return topicsOf(mentee, mentor).filter((topic) => !known.has(topic));
      });
      const list = [...new Set(alone)].join(", ");
      if (list === "") return undefined;
      return { en: `The only one here who covers: ${list}.`, tr: `Grupta yalnızca bu kişinin karşıladığı: ${list}.` };
    },
  };
}

function coveredWords(
  { mentees, mentors }: GroupPlaces,
  namesOf: (mentee: number, mentors: readonly number[]) => readonly string[],
  count: (mentee: number) => number,
  how: "any" | "all",
): { en: string; tr: string } {
  const wished = mentees.reduce((sum, mentee) => sum + count(mentee), 0);
  const lists = mentees.map((mentee) => namesOf(mentee, mentors));
  const names = [...new Set(lists.flat())].join(", ");
  const covered = lists.reduce((sum, list) => sum + list.length, 0);
  const [en, tr] = how === "any" ? ["together", "birlikte"] : ["each", "ayrı ayrı hepsi"];
  return {
    en: `The mentors ${en} cover ${String(covered)} of ${counted(wished, "topic")} asked for${names === "" ? "" : `: ${names}`}.`,
    tr: `İstenen ${String(wished)} konudan mentorlar ${tr} karşılıyor: ${String(covered)}${names === "" ? "" : ` (${names})`}.`,
  };
}
