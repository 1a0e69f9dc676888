import fc from "fast-check";
import type { MenteeEntry, MentorEntry, Person } from "../../src/index.ts";
import type { PoolEvent, PoolProgramme } from "../../src/pool/index.ts";
import { dateOf } from "./pool-streams.ts";

/** A programme of which some of the organisation is in the chart, and some is told by those who join. */
export interface OrganisedStream {
  readonly programme: PoolProgramme;
  readonly events: readonly PoolEvent[];
}

type Side = "mentor" | "mentee";

/** Somebody of the organisation. Managers stand before their people in the list, so there are no circles. */
interface DrawnPerson {
  /** Places in the list, of those before. */
  readonly manager: number;
  readonly dotted: number;
  readonly evaluator: number;
  readonly birthYear: number;
  readonly chart: "absent" | "bare" | "whole";
}

/** What happens to one of them on a day, if it can. */
interface DrawnMove {
  readonly person: number;
  readonly side: Side;
  readonly day: number;
  readonly isLeaving: boolean;
  readonly leavesBy: boolean;
  readonly says: readonly ("managerId" | "dottedLineManagerIds" | "evaluatorIds" | "birthYear")[];
  readonly avoids: number;
  readonly chooses: number;
  readonly capacity: number;
}

const MOST = 9;
const place = fc.nat(MOST - 1);

const people = fc.array(
  fc.record<DrawnPerson>({
    manager: place,
    dotted: place,
    evaluator: place,
    birthYear: fc.constantFrom(1960, 1970, 1995, 2000),
    chart: fc.constantFrom("absent", "absent", "bare", "whole"),
  }),
  { minLength: 4, maxLength: MOST },
);

const moves = fc.array(
  fc.record<DrawnMove>({
    person: place,
    side: fc.constantFrom("mentor", "mentee"),
    day: fc.nat(12),
    isLeaving: fc.boolean(),
    leavesBy: fc.constantFrom(false, false, true),
    says: fc.subarray(["managerId", "dottedLineManagerIds", "evaluatorIds", "birthYear"], { minLength: 2 }),
    avoids: place,
    chooses: place,
    capacity: fc.constantFrom(1, 1, 2),
  }),
  { minLength: 6, maxLength: 24 },
);

const idOf = (person: number): string => `p${person}`;

/** Streams in which those who link others are placed, leave, come back, or stand on both sides. */
export const organisedStreams: fc.Arbitrary<OrganisedStream> = fc.tuple(people, moves).map(([all, drawn]) => {
  const before = (at: number, index: number): number | undefined => (index < at ? index : undefined);
  const factsOf = (at: number): Person => {
    const { manager, dotted, evaluator, birthYear } = all[at]!;
    const [solid, other] = [before(at, manager), before(at, dotted)];
    return {
      id: idOf(at),
      birthYear,
      ...(solid === undefined ? {} : { managerId: idOf(solid) }),
      ...(other === undefined || other === solid ? {} : { dottedLineManagerIds: [idOf(other)] }),
      ...(evaluator === at || evaluator >= all.length ? {} : { evaluatorIds: [idOf(evaluator)] }),
    };
  };
  const known = new Set(all.flatMap(({ chart }, at) => (chart === "absent" ? [] : [idOf(at)])));
  const chart = all.flatMap(({ chart: kind }, at) => {
    if (kind === "absent") return [];
    return [kind === "bare" ? { id: idOf(at) } : knownOnly(factsOf(at), known)];
  });
  const present = new Map<string, { readonly left: number }>();
  const events: PoolEvent[] = [];
  for (const move of [...drawn].sort((a, b) => a.day - b.day)) {
    const at = move.person % all.length;
    const [id, key] = [idOf(at), `${move.side} ${at}`];
    const isThere = (present.get(key)?.left ?? -1) > move.day;
    if (isThere && move.isLeaving) {
      events.push({ at: dateOf(move.day), leave: id, side: move.side });
      present.delete(key);
    }
    // of one day people leave first and then join, so nobody does both
    if (isThere || move.isLeaving || events.some((each) => each.at === dateOf(move.day) && isAbout(each, id))) continue;
    known.add(id);
    const facts = knownOnly(factsOf(at), known);
    const said = Object.fromEntries(Object.entries(facts).filter(([field]) => isSaid(move, field)));
    const entry = { ...said, id, capacity: move.capacity, ...namesIn(move, known, id) };
    const leavesBy = move.leavesBy ? { leavesBy: dateOf(move.day + 2) } : {};
    events.push(
      move.side === "mentor"
        ? { at: dateOf(move.day), side: "mentor", join: { ...entry, teaches: ["AI"] }, ...leavesBy }
        : { at: dateOf(move.day), side: "mentee", join: { ...entry, learns: ["AI"] }, ...leavesBy },
    );
    present.set(key, { left: move.leavesBy ? move.day + 3 : Infinity });
  }
  return { programme: chart.length === 0 ? {} : { people: chart }, events };
});

function isAbout(event: PoolEvent, id: string): boolean {
  return ("leave" in event && event.leave === id) || ("join" in event && event.join.id === id);
}

function isSaid({ says }: DrawnMove, field: string): boolean {
  return says.some((each) => each === field);
}

function namesIn({ avoids, chooses }: DrawnMove, known: ReadonlySet<string>, own: string) {
  const named = (person: number): readonly string[] =>
    known.has(idOf(person)) && idOf(person) !== own ? [idOf(person)] : [];
  return { avoid: named(avoids), choices: named(chooses) };
}

/** Lines go to people who have been told of. */
function knownOnly(person: Person, known: ReadonlySet<string>): Person {
  const { managerId, dottedLineManagerIds = [], evaluatorIds = [], ...rest } = person;
  const dotted = dottedLineManagerIds.filter((id) => known.has(id));
  const evaluators = evaluatorIds.filter((id) => known.has(id));
  return {
    ...rest,
    ...(typeof managerId === "string" && known.has(managerId) ? { managerId } : {}),
    ...(dotted.length === 0 ? {} : { dottedLineManagerIds: dotted }),
    ...(evaluators.length === 0 ? {} : { evaluatorIds: evaluators }),
  };
}

interface IdsOfPair {
  readonly mentorId: string;
  readonly menteeId: string;
}

/** All that was told of anybody up to an instant, from the raw events. */
function toldUntil({ programme, events }: OrganisedStream, until: string): readonly Person[] {
  const said = events.flatMap((event) => ("join" in event && event.at <= until ? [event.join] : []));
  return [...(programme.people ?? []), ...said];
}

/** Whether one of two is above the other, over solid and dotted lines. */
export function isInLine(stream: OrganisedStream, until: string, { mentorId, menteeId }: IdsOfPair): boolean {
  const above = new Map<string, Set<string>>();
  for (const { id, managerId, dottedLineManagerIds = [] } of toldUntil(stream, until)) {
    const own = above.get(id) ?? new Set();
    for (const each of [...(typeof managerId === "string" ? [managerId] : []), ...dottedLineManagerIds]) own.add(each);
    above.set(id, own);
  }
  const isAbove = (manager: string, id: string): boolean =>
    [...(above.get(id) ?? [])].some((each) => each === manager || isAbove(manager, each));
  return isAbove(mentorId, menteeId) || isAbove(menteeId, mentorId);
}

/** What may not be, told from the raw events up to an instant alone. */
export function isForbidden(stream: OrganisedStream, until: string, { mentorId, menteeId }: IdsOfPair): boolean {
  const raters = new Set(
    toldUntil(stream, until).flatMap(({ id, evaluatorIds = [] }) => evaluatorIds.map((each) => `${id} ${each}`)),
  );
  const last = (side: Side, id: string): MentorEntry | MenteeEntry | undefined =>
    stream.events
      .flatMap((event) => ("join" in event && event.at <= until && event.side === side ? [event.join] : []))
      .filter((entry) => entry.id === id)
      .at(-1);
  return (
    mentorId === menteeId ||
    isInLine(stream, until, { mentorId, menteeId }) ||
    raters.has(`${mentorId} ${menteeId}`) ||
    raters.has(`${menteeId} ${mentorId}`) ||
    last("mentor", mentorId)?.avoid?.includes(menteeId) === true ||
    last("mentee", menteeId)?.avoid?.includes(mentorId) === true
  );
}
