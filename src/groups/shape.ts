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
  const isCircle = Object.hasOwn(given, "circle");
  const known = isCircle ? ["circle", "mentors", "mentees"] : ["mentors", "mentees"];
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const path = `/of/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    issues.push({ code: "FIELD_UNKNOWN", path, message: `expected one of ${known.join(", ")}, got another field.` });
  }
  const read = (field: string, standard: Range): Range => {
    const value: unknown = Reflect.get(given, field);
    return value === undefined ? standard : readRange(value, `/of/${field}`, issues);
  };
  const any: Range = [1, MOST_PEOPLE];
  const mentors = read("mentors", any);
  const mentees = read("mentees", isCircle ? any : [1, 1]);
  if (!isCircle && !Object.hasOwn(given, "mentors")) {
    issues.push({
      code: "FIELD_MISSING",
      path: "/of/mentors",
      message: "expected how many mentors a group has, got nothing.",
    });
  }
  const sum: Range = [mentees[0] + mentors[0], mentees[1] + mentors[1]];
  const people = isCircle ? read("circle", any) : sum;
  const shape = { isCircle, people, mentees, mentors };
  if (issues.length === 0) checkSize(shape, issues);
  return shape;
}

const NONE: Shape = { isCircle: false, people: [2, 2], mentees: [1, 1], mentors: [1, 1] };

function readRange(value: unknown, path: string, issues: TersineIssue[]): Range {
  const bounds: readonly unknown[] = Array.isArray(value) ? Array.from<unknown>(value) : [value, value];
  const [from, to] = bounds;
  const isWhole = (bound: unknown): bound is number => Number.isInteger(bound) && Number(bound) >= 1;
  if (bounds.length === 2 && isWhole(from) && isWhole(to) && from <= to) return [from, to];
  issues.push({
    code: "NUMBER_RANGE",
    path,
    message: "expected a whole number of at least 1, or the least and the most as a list of two.",
  });
  return [1, 1];
}

function checkSize({ isCircle, people, mentees, mentors }: Shape, issues: TersineIssue[]): void {
  const path = isCircle ? "/of/circle" : "/of";
  if (people[1] > MOST_PEOPLE) {
    issues.push({ code: "LIMIT_ITEMS", path, message: `expected at most ${String(MOST_PEOPLE)} people in a group.` });
  }
  if (people[0] < 2) {
    issues.push({ code: "NUMBER_RANGE", path, message: "expected at least 2 people in a group." });
  }
  // a person on both sides counts for both
  if (isCircle && Math.max(mentees[0], mentors[0]) > people[1]) {
    issues.push({ code: "OPTION_CONFLICT", path, message: "expected room for the mentors and mentees asked for." });
  }
}

/** The most of `people` that groups of these sizes can hold; 0 if they are too few for one. */
export function mostHeld(people: number, [from, to]: Range): number {
  for (let held = people; held > 0; held -= 1) {
    if (Math.ceil(held / to) <= Math.floor(held / from)) return held;
  }
  return 0;
}
