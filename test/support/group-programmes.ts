import fc from "fast-check";
import {
  criterion,
  type MatchInput,
  type MatchOptions,
  noReportingLine,
  type PairOfIds,
  ban,
} from "../../src/index.ts";
import type { GroupCriterion } from "../../src/groups/index.ts";

/** A programme of few people with scores stated pair by pair, lines, wishes to avoid, and bans of any two. */
export interface GroupProgramme {
  readonly input: MatchInput;
  readonly options: Pick<MatchOptions, "criteria" | "rules">;
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  readonly scoreOf: (menteeId: string, mentorId: string) => number;
  /** Two ids, ascending, that the input keeps apart in any way. */
  readonly apart: ReadonlySet<string>;
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** A joint criterion that the two sides of a law compute each by itself: the share of tags that some member has. */
export const tags = (weight: number): GroupCriterion => ({
  name: "tags",
  weight,
  value: ({ mentees, mentors }) => {
    const held = new Set([...mentees, ...mentors].map(({ attributes }) => attributes?.["tag"]));
    return held.size / 4;
  },
});

export const tagOf = (at: number): number => (at * 7) % 4;

export function groupProgrammes(mostMentees: number, mostMentors: number): fc.Arbitrary<GroupProgramme> {
  return fc
    .record({
      menteeCount: fc.integer({ min: 2, max: mostMentees }),
      mentorCount: fc.integer({ min: 2, max: mostMentors }),
      scores: fc.array(fc.nat(20), { minLength: mostMentees * mostMentors, maxLength: mostMentees * mostMentors }),
      // the manager of each person among all, by place; its own place for none
      managers: fc.array(fc.nat(8), { minLength: 9, maxLength: 9 }),
      avoid: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 2 }),
      bans: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 2 }),
    })
    .map(({ menteeCount, mentorCount, scores, managers, avoid, bans }) => {
      const mentees = Array.from({ length: menteeCount }, (_, at) => `s${at}`);
      const mentors = Array.from({ length: mentorCount }, (_, at) => `j${at}`);
      const people = [...mentees, ...mentors];
      const idAt = (at: number): string => people[at % people.length] ?? "";
      // only those before somebody can be above them, so that there is no circle
      const managerOf = new Map(
        people.flatMap((id, at) => {
          const manager = managers[at] ?? at;
          return manager < at && manager % 3 === 0 ? [[id, idAt(manager)] as const] : [];
        }),
      );
      const apart = new Set<string>();
      for (const id of people) {
        for (let above = managerOf.get(id); above !== undefined; above = managerOf.get(above))
          apart.add(pairKey(id, above));
      }
      const twos = (list: readonly (readonly [number, number])[]): readonly (readonly [string, string])[] =>
        list.map(([a, b]) => [idAt(a), idAt(b)] as const).filter(([a, b]) => a !== b);
      for (const [a, b] of [...twos(avoid), ...twos(bans)]) apart.add(pairKey(a, b));
      const scoreAt = new Map(
        mentees.flatMap((mentee, row) =>
          mentors.map(
            (mentor, column) => [`${mentee} ${mentor}`, (scores[row * mostMentors + column] ?? 0) / 20] as const,
          ),
        ),
      );
      const scoreOf = (mentee: string, mentor: string): number => scoreAt.get(`${mentee} ${mentor}`) ?? 0;
      const entry = (id: string) => ({
        id,
        attributes: { tag: tagOf(people.indexOf(id)) },
        ...(managerOf.has(id) ? { managerId: managerOf.get(id) ?? "" } : {}),
        avoid: twos(avoid).flatMap(([a, b]) => (a === id ? [b] : [])),
      });
      const pairs = twos(bans).map(([a, b]): PairOfIds =>
        mentees.includes(b) ? { mentorId: a, menteeId: b } : { mentorId: b, menteeId: a },
      );
      return {
        input: {
          mentees: mentees.map((id) => ({ ...entry(id), learns: [] })),
          mentors: mentors.map((id) => ({ ...entry(id), teaches: [] })),
        },
        options: {
          criteria: [
            criterion("stated", (mentor, mentee) => scoreOf(mentee.id ?? "", mentor.id ?? ""), { missing: "zero" }),
          ],
          rules: [noReportingLine(), ban(pairs)],
        },
        mentees,
        mentors,
        scoreOf,
        apart,
      };
    });
}

/** Groups of an oracle: who is in it, and its score. */
export interface OracleGroup {
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** Micro-points. */
  readonly score: number;
}

/** All groups of these sizes whose members the input keeps together, scored from its numbers alone. */
export function oracleGroups(
  { mentees, mentors, scoreOf, apart }: GroupProgramme,
  fits: (mentees: number, mentors: number) => boolean,
  jointWeight: number,
): readonly OracleGroup[] {
  const people = [...mentees, ...mentors];
  const found: OracleGroup[] = [];
  for (let mask = 1; mask < 1 << people.length; mask += 1) {
    const held = people.filter((_, at) => (mask & (1 << at)) !== 0);
    const own = {
      mentees: held.filter((id) => mentees.includes(id)),
      mentors: held.filter((id) => mentors.includes(id)),
    };
    if (!fits(own.mentees.length, own.mentors.length)) continue;
    if (held.some((a, at) => held.slice(at + 1).some((b) => apart.has(pairKey(a, b))))) continue;
    const scores = own.mentees.flatMap((mentee) =>
      own.mentors.map((mentor) => Math.round(1e6 * scoreOf(mentee, mentor))),
    );
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const joint = Math.round((1e6 * new Set(held.map((id) => tagOf(people.indexOf(id)))).size) / 4);
    // halves are rounded up; a sum that is a half has a double that is one
    const exact = (mean + jointWeight * joint) / (1 + jointWeight);
    found.push({ ...own, score: Math.floor(exact + 0.5 + 1e-9) });
  }
  return found;
}

/** The best plan by trying all: most people, then the sum over everybody of their group's score. */
export function bestGroups(
  groups: readonly OracleGroup[],
  countsPeople: boolean,
): { readonly people: number; readonly worth: number } {
  let best = { people: 0, worth: 0 };
  const walk = (at: number, taken: ReadonlySet<string>, worth: number): void => {
    const people = taken.size;
    const isBetter = countsPeople && people !== best.people ? people > best.people : worth > best.worth;
    if (isBetter) best = { people, worth };
    for (let next = at; next < groups.length; next += 1) {
      const group = groups[next];
      if (group === undefined) continue;
      const members = [...group.mentees, ...group.mentors];
      if (members.some((id) => taken.has(id))) continue;
      walk(next + 1, new Set([...taken, ...members]), worth + members.length * group.score);
    }
  };
  walk(0, new Set(), 0);
  return best;
}
