import { problem } from "../../base/error.ts";
import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import { topics, type TopicsCriterion } from "../../index.ts";
import type { Criterion } from "../../index.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupPlaces,
  PreparedGroupCriterion,
} from "../criterion.ts";
import { checkOptions, compiled, rounded } from "./settings.ts";

export interface CoveredByOptions extends GroupCriterionOptions {
  /** How topics are told apart and weighed. @default the criterion on topics of the programme, or `topics()` without one */
  readonly topics?: TopicsCriterion;
}

/**
 * How much of what the mentees want to learn the mentors of the group offer together.
 *
 * `any`: each wish counts as the mentor who covers it best does; 1 if every wish is covered in full by somebody. `all`: as the
 * mentor who covers it least; 1 if everybody covers every wish. Wishes count as in the criterion `topics`: of one mentor both
 * are the same as that. The mean over the mentees of the group. Somebody on both sides does not cover their own wishes.
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
      ...compiled({ name: "coveredBy", weight: 4 }, options, prepare),
      replaces: "topics",
      title: { en: "topics covered together", tr: "birlikte karşılanan konular" },
    };
  });
}

function isTopics(criterion: Criterion): criterion is TopicsCriterion {
  return "judgesIndispensable" in criterion;
}

function prepareCovered(ground: CriterionGround, judge: TopicsCriterion, how: "any" | "all"): PreparedGroupCriterion {
  const { mentees, mentors, pool } = ground;
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
  const isSame = (mentee: number, mentor: number): boolean => mentees[mentee]?.id === mentors[mentor]?.id;
  const isDouble = mentees.some((_, mentee) => mentors.some((__, mentor) => isSame(mentee, mentor)));
  const partOf = (mentee: number, group: readonly number[]): number => {
    const wishes = count(mentee);
    const table = tableOf[mentee]!;
    let sum = 0;
    for (let wish = 0; wish < wishes; wish += 1) {
      let kept = how === "any" ? 0 : Infinity;
      for (const mentor of group) {
        if (isDouble && isSame(mentee, mentor)) continue;
        const credit = table[mentor * wishes + wish]!;
        if (how === "any" ? credit > kept : credit < kept) kept = credit;
      }
      if (kept !== Infinity) sum += kept;
    }
    return full(mentee) === 0 ? 0 : rounded(sum, full(mentee));
  };
  const pointsOf = (group: GroupPlaces): number => {
    let sum = 0;
    for (const mentee of group.mentees) sum += partOf(mentee, group.mentors);
    return group.mentees.length === 0 ? -1 : rounded(sum, group.mentees.length);
  };
  const namesOf = (mentee: number, group: readonly number[]): readonly string[] => {
    const covering = group.filter((mentor) => !isSame(mentee, mentor)).map((mentor) => topicsOf(mentee, mentor));
    const [first = [], ...others] = covering;
    if (how === "any") return [...new Set(covering.flat())];
    return first.filter((topic) => others.every((list) => list.includes(topic)));
  };
  const topicsOf = (mentee: number, mentor: number): readonly string[] =>
    prepared.facts(mentee, mentor).shared.map(({ topic }) => topic);
  return {
    points: pointsOf,
    ground: (group) => coveredWords(group, namesOf, count, how),
    brings: (group, mentor) => {
      const others = group.mentors.filter((other) => other !== mentor);
      if (others.length === 0) return undefined;
      const alone = group.mentees.flatMap((mentee) => {
        const known = new Set(others.flatMap((other) => (isSame(mentee, other) ? [] : topicsOf(mentee, other))));
        return isSame(mentee, mentor) ? [] : topicsOf(mentee, mentor).filter((topic) => !known.has(topic));
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
  const [en, tr] = how === "any" ? ["together", "birlikte"] : ["each", "her biri tarafından"];
  return {
    en: `The mentors ${how === "any" ? `${en} cover` : `${en} cover`} ${String(covered)} of ${counted(wished, "topic")} asked for${names === "" ? "" : `: ${names}`}.`,
    tr: `İstenen ${String(wished)} konudan mentorlar ${tr === "birlikte" ? "birlikte karşılıyor" : "ayrı ayrı hepsi karşılıyor"}: ${String(covered)}${names === "" ? "" : ` (${names})`}.`,
  };
}
