import { foldText } from "../../src/base/text.ts";
import type { MatchInput, MenteeEntry, MentorEntry, Person } from "../../src/model/schema/schema.ts";

/** Whether a pair is refused, told from the input alone: plain walks and comparisons, no library code but text folding. */
export type Oracle = (mentor: MentorEntry, mentee: MenteeEntry) => boolean;

/** Every rule of a programme without options, by name. */
export function defaultOracles(input: MatchInput): Readonly<Record<string, Oracle>> {
  return {
    notSelf: (mentor, mentee) => mentor.id === mentee.id,
    avoid: avoidOracle,
    indispensableTopics: indispensableOracle,
    noReportingLine: reportingLineOracle(input, "path"),
    crossGeneration: generationOracle(input),
    reverse: steppingAside(input, seniorityIn(input), reverseOracle(input, 1, "reject")),
    sharedTopic: sharedTopicOracle(input),
  };
}

/** The oracle, or one that refuses nobody where a side has nobody about whom anything is known. */
function steppingAside(input: MatchInput, known: (id: string) => unknown, oracle: Oracle): Oracle {
  const isSilent = [input.mentors, input.mentees].some((side) => side.every(({ id }) => known(id) === undefined));
  return isSilent ? () => false : oracle;
}

/** Bands and 8 years by the year of birth, else 8 years of career, else supplied bands: what both sides have somebody with. */
function generationOracle(input: MatchInput): Oracle {
  const personOf = personIn(input);
  const { mentors, mentees } = input;
  const field = (["birthYear", "careerStartYear", "generation"] as const).find((each) =>
    [mentors, mentees].every((side) => side.some(({ id }) => personOf(id)[each] !== undefined)),
  );
  if (field === undefined) return () => false;
  return (mentor, mentee) => {
    const [a, b] = [personOf(mentor.id), personOf(mentee.id)];
    if (a[field] === undefined || b[field] === undefined) return true;
    if (field === "generation") return foldText(a[field]) === foldText(b[field]);
    return Math.abs(a[field] - b[field]) < 8 || (field === "birthYear" && bandOf(a) === bandOf(b));
  };
}

function sharedTopicOracle({ mentors, mentees }: MatchInput): Oracle {
  const isSilent =
    mentors.every(({ teaches }) => teaches.length === 0) || mentees.every(({ learns }) => learns.length === 0);
  const nameOf = (topic: string | { readonly topic: string }): string =>
    foldText(typeof topic === "string" ? topic : topic.topic);
  return ({ teaches }, { learns }) =>
    !isSilent && !learns.some((wish) => teaches.some((offer) => nameOf(offer) === nameOf(wish)));
}

/** The person of each entry. */
export function personIn({ people = [] }: MatchInput): (id: string) => Person {
  const known = new Map(people.map((person) => [person.id, person]));
  return (id) => {
    const person = known.get(id);
    if (person === undefined) throw new Error(`nobody has the id ${id}`);
    return person;
  };
}

const avoidOracle: Oracle = (mentor, mentee) =>
  (mentor.avoid ?? []).includes(mentee.id) || (mentee.avoid ?? []).includes(mentor.id);

const indispensableOracle: Oracle = ({ teaches }, { learns }) => {
  const offered = (topic: string): number =>
    Math.max(
      0,
      ...teaches.map((offer) => {
        const { topic: name, level = 1 } = typeof offer === "string" ? { topic: offer } : offer;
        return foldText(name) === foldText(topic) ? level : 0;
      }),
    );
  return learns.some(
    (wish) => typeof wish === "object" && wish.indispensable === true && offered(wish.topic) < (wish.level ?? 1),
  );
};

export function reportingLineOracle(input: MatchInput, dottedLines: "path" | "direct" | "ignore"): Oracle {
  const personOf = personIn(input);
  const everyoneAbove = (start: string, overDotted: boolean): Set<string> => {
    const seen = new Set<string>();
    const todo = [start];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      const { managerId, dottedLineManagerIds = [] } = personOf(id);
      for (const above of [
        ...(typeof managerId === "string" ? [managerId] : []),
        ...(overDotted ? dottedLineManagerIds : []),
      ]) {
        if (seen.has(above)) continue;
        seen.add(above);
        todo.push(above);
      }
    }
    seen.delete(start);
    return seen;
  };
  const isAbove = (manager: string, id: string): boolean =>
    everyoneAbove(id, dottedLines === "path").has(manager) ||
    (dottedLines === "direct" && (personOf(id).dottedLineManagerIds ?? []).includes(manager));
  return (mentor, mentee) => isAbove(mentor.id, mentee.id) || isAbove(mentee.id, mentor.id);
}

/** Seniority of everybody registered, larger is more senior: levels if any participant has one, else depth in the chart. */
export function seniorityIn(input: MatchInput): (id: string) => number | undefined {
  const personOf = personIn(input);
  const { people = [], mentors, mentees } = input;
  const managers = new Set(people.flatMap(({ managerId }) => (typeof managerId === "string" ? [managerId] : [])));
  const hasLevels = [...mentors, ...mentees].some(({ id }) => personOf(id).level !== undefined);
  const depth = (id: string): number => {
    const { managerId } = personOf(id);
    return typeof managerId === "string" ? 1 + depth(managerId) : 0;
  };
  return (id) => {
    const { level, managerId } = personOf(id);
    if (hasLevels) return typeof level === "number" ? level : undefined;
    return typeof managerId === "string" || managers.has(id) ? -depth(id) : undefined;
  };
}

export function reverseOracle(input: MatchInput, minimumGap: number, unknown: "reject" | "allow"): Oracle {
  const seniorityOf = seniorityIn(input);
  return (mentor, mentee) => {
    const [junior, senior] = [seniorityOf(mentor.id), seniorityOf(mentee.id)];
    if (junior === undefined || senior === undefined) return unknown === "reject";
    return senior - junior < minimumGap;
  };
}

/** Number of the generation after the bands 1946-64, 1965-80, 1981-96. */
export function bandOf({ birthYear }: Person): number | undefined {
  return birthYear === undefined ? undefined : [1945, 1964, 1980, 1996].filter((last) => birthYear > last).length;
}

export function bandOracle(
  input: MatchInput,
  band: (person: Person) => number | string | undefined,
  unknown: "reject" | "allow",
): Oracle {
  const personOf = personIn(input);
  return (mentor, mentee) => {
    const [a, b] = [band(personOf(mentor.id)), band(personOf(mentee.id))];
    return a === undefined || b === undefined ? unknown === "reject" : a === b;
  };
}
