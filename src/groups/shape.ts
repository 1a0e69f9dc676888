import type { TersineIssue } from "../index.ts";

/** From the first to the second number, both included. */
export type Range = readonly [from: number, to: number];

/** What groups are made of. */
export type GroupsOf =
  | {
      /** Mentors of each group. */
      readonly mentors: number | Range;
      /** Mentees of each group. @default 1 */
      readonly mentees?: number | Range;
    }
  | {
      /** People of each circle, whichever sides they are on. */
      readonly circle: number | Range;
      /** Mentors among them. @default at least 1 */
      readonly mentors?: number | Range;
      /** Mentees among them. @default at least 1 */
      readonly mentees?: number | Range;
    };

/** The sizes that a group may have. */
export interface Shape {
  /** Whether somebody on both sides is one member. */
  readonly isCircle: boolean;
  readonly people: Range;
  readonly mentees: Range;
  readonly mentors: Range;
}

/** Most people of a group. */
export const MOST_PEOPLE = 8;

/** Reads the option `of`; its issues are added to `issues`. */
export function readShape(of: unknown, issues: TersineIssue[]): Shape {
  const given = typeof of === "object" && of !== null && !Array.isArray(of) ? of : undefined;
  if (given === undefined) {
    issues.push({
      code: of === undefined ? "FIELD_MISSING" : "FIELD_TYPE",
      path: "/of",
      message: "expected what groups are made of, got something else.",
      hint: "Write { mentors: 2 }, or { circle: [4, 6] }.",
    });
    return NONE;
  }
  const before = issues.length;
  const isGiven = (field: string): boolean => Reflect.get(given, field) !== undefined;
  const isCircle = isGiven("circle");
  const known = isCircle ? ["circle", "mentors", "mentees"] : ["mentors", "mentees"];
  for (const key of Object.keys(given)) {
    if (known.includes(key) || !isGiven(key)) continue;
    const path = `/of/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    issues.push({ code: "FIELD_UNKNOWN", path, message: `expected one of ${known.join(", ")}, got another field.` });
  }
  const read = (field: string, standard: Range, least = 1): Range => {
    const value: unknown = Reflect.get(given, field);
    return value === undefined ? standard : readRange(value, `/of/${field}`, least, issues);
  };
  const any: Range = [1, MOST_PEOPLE];
  const mentors = read("mentors", any);
  const mentees = read("mentees", isCircle ? any : [1, 1]);
  if (!isCircle && !isGiven("mentors")) {
    issues.push({
      code: "FIELD_MISSING",
      path: "/of/mentors",
      message: "expected how many mentors a group has, got nothing.",
    });
  }
  const sum: Range = [mentees[0] + mentors[0], mentees[1] + mentors[1]];
  const people = isCircle ? read("circle", any, 2) : sum;
  const shape = { isCircle, people, mentees, mentors };
  if (issues.length === before) checkSize(shape, isGiven, issues);
  return shape;
}

const NONE: Shape = { isCircle: false, people: [2, 2], mentees: [1, 1], mentors: [1, 1] };

function readRange(value: unknown, path: string, least: number, issues: TersineIssue[]): Range {
  const bounds: readonly unknown[] = Array.isArray(value) ? Array.from<unknown>(value) : [value, value];
  const [from, to] = bounds;
  const isWhole = (bound: unknown): bound is number => Number.isInteger(bound) && Number(bound) >= least;
  if (bounds.length === 2 && isWhole(from) && isWhole(to) && from <= to) return [from, to];
  issues.push({
    code: "NUMBER_RANGE",
    path,
    message: `expected a whole number of at least ${String(least)}, or the least and the most as a list of two.`,
  });
  return [least, least];
}

const SIDE_TOO_LARGE = {
  mentors: "expected at most as many mentors as the largest circle has people.",
  mentees: "expected at most as many mentees as the largest circle has people.",
} as const;

/** Refuses sizes that no group can have, and room for more of a side than a group holds. */
function checkSize(
  { isCircle, people, mentees, mentors }: Shape,
  isGiven: (field: string) => boolean,
  issues: TersineIssue[],
): void {
  const path = isCircle ? "/of/circle" : "/of";
  const refuse = (at: string, message: string): void =>
    void issues.push({ code: "OPTION_CONFLICT", path: at, message });
  if (people[1] > MOST_PEOPLE) {
    issues.push({ code: "LIMIT_ITEMS", path, message: `expected at most ${String(MOST_PEOPLE)} people in a group.` });
  }
  if (!isCircle) return;
  for (const [side, range] of [
    ["mentors", mentors],
    ["mentees", mentees],
  ] as const) {
    if (isGiven(side) && range[1] > people[1]) {
      refuse(`/of/${side}`, SIDE_TOO_LARGE[side]);
    }
  }
  // somebody on both sides counts for both, so two sides may be more than the people
  if (mentees[1] + mentors[1] < people[0]) {
    refuse(path, "expected circles no larger than the mentors and mentees that they may have together.");
  }
}
