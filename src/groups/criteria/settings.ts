import { problem, throwIssues } from "../../base/error.ts";
import { isRecord, unknownFields } from "../../base/given.ts";
import { FULL_SCORE } from "../../score/index.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupFacts,
  PreparedGroupCriterion,
} from "../criterion.ts";

/** Refuses options that are no object or hold a key that nothing would honour. */
export function checkOptions(options: unknown, known: readonly string[]): void {
  if (!isRecord(options)) throw problem("FIELD_TYPE", "", "options: expected an object, got something else.");
  throwIssues(unknownFields(options, known));
}

/** A criterion that is defined by how it is compiled: the people of a group are a programme of their own, without rules. */
export function compiled(
  defaults: { readonly name: string; readonly weight: number; readonly settings: Readonly<Record<string, unknown>> },
  options: GroupCriterionOptions,
  prepare: (ground: CriterionGround) => PreparedGroupCriterion,
): GroupCriterion {
  const { name = defaults.name, weight = defaults.weight } = options;
  return {
    name,
    weight,
    settings: defaults.settings,
    value: (group) => {
      const points = prepare(groundOf(group)).points(everybody(group));
      return points < 0 ? null : points / FULL_SCORE;
    },
    prepare,
  };
}

function groundOf({ mentees, mentors, context }: GroupFacts): CriterionGround {
  return { mentees, mentors, pool: { mentees, mentors, context }, criteria: [], scoreOf: () => 0 };
}

function everybody({ mentees, mentors }: GroupFacts): { mentees: number[]; mentors: number[] } {
  return { mentees: mentees.map((_, place) => place), mentors: mentors.map((_, place) => place) };
}
