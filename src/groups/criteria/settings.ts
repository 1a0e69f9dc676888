import { problem, throwIssues } from "../../base/error.ts";
import { isRecord, numberIssues, unknownFields } from "../../base/given.ts";
import type {
  CriterionGround,
  GroupCriterion,
  GroupCriterionOptions,
  GroupFacts,
  PreparedGroupCriterion,
} from "../criterion.ts";

/** Micro-points of a full value. */
export const FULL = 1_000_000;

/** Refuses options that are no object or hold a key that nothing would honour. */
export function checkOptions(options: unknown, known: readonly string[]): void {
  if (!isRecord(options)) throw problem("FIELD_TYPE", "", "options: expected an object, got something else.");
  throwIssues(unknownFields(options, known));
}

/** Refuses anything but a whole number from `least` to `most`. */
export function checkWhole(value: unknown, path: string, least: number, most: number): void {
  throwIssues(numberIssues(value, path, { least, most, isWhole: true }));
}

/** `numerator ÷ denominator` of whole numbers to the nearest whole number, halves up. */
export function rounded(numerator: number, denominator: number): number {
  const floor = Math.floor(numerator / denominator);
  return 2 * (numerator - floor * denominator) >= denominator ? floor + 1 : floor;
}

/** A criterion that is defined by how it is compiled: the people of a group are a programme of their own. */
export function compiled(
  defaults: { readonly name: string; readonly weight: number },
  options: GroupCriterionOptions,
  prepare: (ground: CriterionGround) => PreparedGroupCriterion,
): GroupCriterion {
  const { name = defaults.name, weight = defaults.weight } = options;
  return {
    name,
    weight,
    value: (group) => {
      const points = prepare(groundOf(group)).points(everybody(group));
      return points < 0 ? null : points / FULL;
    },
    prepare,
  };
}

function groundOf({ mentees, mentors, context }: GroupFacts): CriterionGround {
  return { mentees, mentors, pool: { mentees, mentors, context }, criteria: [] };
}

function everybody({ mentees, mentors }: GroupFacts): { mentees: number[]; mentors: number[] } {
  return { mentees: mentees.map((_, place) => place), mentors: mentors.map((_, place) => place) };
}
