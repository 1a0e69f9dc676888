import { normalId, pairKey } from "../base/ids.ts";
import { compareText } from "../base/text.ts";
import type { MenteeEntry, MentorEntry, PairOfIds, Person } from "../index.ts";
import {
  type Declines,
  type Ends,
  type Frees,
  type Leaves,
  type MenteeJoins,
  type MentorJoins,
  MOST_PLACES,
  type ProposedPair,
  type Runs,
} from "./event.ts";
import { factsOf, isMore, joined, linesOf, unsaid } from "./facts.ts";
import type { Refuse } from "./issues.ts";
import type { PairStatus, Participant, PoolPair, PoolProgramme, PoolState } from "./state.ts";
import { DAY, goneFrom, knownInstant } from "./time.ts";
import type { Side } from "./words.ts";

type Changeable<Whole> = { -readonly [Field in keyof Whole]: Whole[Field] };

/** Somebody who takes part, while events are applied. */
export interface Member<Entry extends MentorEntry | MenteeEntry = MentorEntry | MenteeEntry> extends Changeable<
  Participant<Entry>
> {
  /** The id in its normal form. */
  readonly id: string;
  /** `since` in milliseconds. */
  sinceMs: number;
  readonly joinedMs: number;
  /** First instant at which they are gone; `Infinity` if nobody knows. */
  readonly goneMs: number;
}

type Pairing = Changeable<PoolPair>;

/** A pool while events are applied to it: the one place where anything changes. Ids are in their normal form. */
export interface Roster {
  readonly programme: PoolProgramme;
  readonly mentee: Map<string, Member<MenteeEntry>>;
  readonly mentor: Map<string, Member<MentorEntry>>;
  readonly former: Map<string, Person>;
  /** By pair; the last is the one that may be open. */
  readonly pairs: Map<string, Pairing[]>;
  /** Mentors who were ever proposed to a mentee, by id. */
  readonly partners: Map<string, Set<string>>;
  /** Open pairs of everybody, by side and id. */
  readonly open: Readonly<Record<Side, Map<string, Set<Pairing>>>>;
  now: string | null;
  lastRun: string | null;
}

/** A state that can be changed. */
export function thaw(state: PoolState): Roster {
  const roster: Roster = {
    programme: state.programme,
    mentee: new Map(state.mentees.map((each) => [normalId(each.entry.id), memberOf(each)])),
    mentor: new Map(state.mentors.map((each) => [normalId(each.entry.id), memberOf(each)])),
    former: new Map(state.former.map((person) => [normalId(person.id), person])),
    pairs: new Map(),
    partners: new Map(),
    open: { mentee: new Map(), mentor: new Map() },
    now: state.now,
    lastRun: state.lastRun,
  };
  for (const pair of state.pairs) addPair(roster, { ...pair });
  return roster;
}

function memberOf<Entry extends MentorEntry | MenteeEntry>(participant: Participant<Entry>): Member<Entry> {
  const { joined, since, leavesBy } = participant;
  return {
    ...participant,
    id: normalId(participant.entry.id),
    joinedMs: knownInstant(joined),
    sinceMs: knownInstant(since),
    goneMs: leavesBy === undefined ? Infinity : goneFrom(leavesBy),
  };
}

/** The state as plain JSON, in its order. */
export function freeze(roster: Roster): PoolState {
  const { programme, mentee, mentor, former, pairs, now, lastRun } = roster;
  return {
    version: 1,
    programme,
    mentees: sorted(mentee).map(participantOf),
    mentors: sorted(mentor).map(participantOf),
    former: sorted(former),
    pairs: [...pairs.values()]
      .flat()
      .map((pair) => ({ ...pair }))
      .sort(
        (a, b) =>
          compareText(a.menteeId, b.menteeId) ||
          compareText(a.mentorId, b.mentorId) ||
          knownInstant(a.proposed) - knownInstant(b.proposed),
      ),
    now,
    lastRun,
  };
}

function participantOf<Entry extends MentorEntry | MenteeEntry>(member: Member<Entry>): Participant<Entry> {
  const { entry, joined, since, places, leavesBy } = member;
  return { entry, joined, since, places, ...(leavesBy === undefined ? {} : { leavesBy }) };
}

function sorted<Value>(map: ReadonlyMap<string, Value>): readonly Value[] {
  return [...map].sort(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

/** Whether a pair holds a place of both. */
export const isOpen = ({ status }: { readonly status: PairStatus }): boolean =>
  status === "proposed" || status === "accepted";

function addPair({ pairs, partners, open }: Roster, pair: Pairing): void {
  const key = pairKey(pair);
  const [mentee, mentor] = [normalId(pair.menteeId), normalId(pair.mentorId)];
  partners.set(mentee, (partners.get(mentee) ?? new Set()).add(mentor));
  pairs.set(key, [...(pairs.get(key) ?? []), pair]);
  if (!isOpen(pair)) return;
  for (const [side, id] of endsOf(pair)) {
    const own = open[side].get(id);
    if (own === undefined) open[side].set(id, new Set([pair]));
    else own.add(pair);
  }
}

function endsOf({ menteeId, mentorId }: PairOfIds): readonly (readonly [Side, string])[] {
  return [
    ["mentee", normalId(menteeId)],
    ["mentor", normalId(mentorId)],
  ];
}

/** The pair of two people that holds places now. */
export function openPair({ pairs }: Roster, ids: PairOfIds): Readonly<PoolPair> | undefined {
  return openIn(pairs.get(pairKey(ids)));
}

function openIn(pairs: readonly Pairing[] | undefined): Pairing | undefined {
  const last = pairs?.at(-1);
  return last !== undefined && isOpen(last) ? last : undefined;
}

/**
 * Whether two people must not be proposed to each other: they are a pair, one of them declined, or they were a pair and
 * less than `again` days have passed.
 */
export function isMet({ pairs }: Roster, ids: PairOfIds, now: number, again = Infinity): boolean {
  const all = pairs.get(pairKey(ids));
  if (all === undefined) return false;
  if (all.some(({ status }) => status === "declined")) return true;
  const ended = all.at(-1)?.ended;
  return ended === undefined || now < knownInstant(ended) + again * DAY;
}

export function joins(roster: Roster, event: MentorJoins | MenteeJoins, path: string, refuse: Refuse): void {
  const id = normalId(event.join.id);
  const before = roster[event.side].get(id);
  if (before !== undefined && before.goneMs <= knownInstant(event.at)) {
    // the last day is over, and no step has been made since
    leaves(roster, { at: event.at, leave: id, side: event.side }, path, refuse);
  } else if (before !== undefined) {
    refuse("ID_DUPLICATE", `${path}/join/id`, `expected somebody who is not on the side of the ${event.side}s yet.`);
    return;
  }
  const { at, leavesBy } = event;
  const joined = { joined: at, since: at, ...(leavesBy === undefined ? {} : { leavesBy }) };
  const places = typeof event.join.capacity === "number" ? event.join.capacity : 1;
  if (event.side === "mentee") roster.mentee.set(id, memberOf({ entry: event.join, ...joined, places }));
  else roster.mentor.set(id, memberOf({ entry: event.join, ...joined, places }));
  const known = roster.former.get(id);
  if (known !== undefined) keepFormer(roster, id, unsaid(known, event.join));
}

/** What is known of somebody beside their entries. */
function keepFormer({ former }: Roster, id: string, person: Person): void {
  if (isMore(person)) former.set(id, person);
  else former.delete(id);
}

export function leaves(roster: Roster, { at, leave, side, reason }: Leaves, path: string, refuse: Refuse): void {
  const id = normalId(leave);
  const member = roster[side].get(id);
  if (member === undefined) {
    refuse("ID_UNKNOWN", `${path}/leave`, `expected somebody on the side of the ${side}s, got another.`);
    return;
  }
  for (const pair of [...(roster.open[side].get(id) ?? [])]) {
    close(roster, pair, "ended", at, reason);
    pair.left = side;
  }
  roster[side].delete(id);
  const known = joined(factsOf(member.entry), roster.former.get(id) ?? { id: member.entry.id });
  if (roster.mentee.has(id) || roster.mentor.has(id)) {
    keepFormer(roster, id, known);
    return;
  }
  const listed = roster.programme.people?.find((person) => normalId(person.id) === id);
  // entries may go on to name somebody of whom nothing else is known
  if (listed === undefined) roster.former.set(id, linesOf(known));
  else keepFormer(roster, id, unsaid(linesOf(known), listed));
}

export function frees(roster: Roster, { at, free, side, places }: Frees, path: string, refuse: Refuse): void {
  const member = roster[side].get(normalId(free));
  if (member === undefined) {
    refuse("ID_UNKNOWN", `${path}/free`, `expected somebody on the side of the ${side}s, got another.`);
    return;
  }
  const taken = roster.open[side].get(normalId(free))?.size ?? 0;
  if (member.places + taken + places > MOST_PLACES) {
    const message = `expected at most ${MOST_PLACES} places of one person, with those that are taken.`;
    refuse("NUMBER_RANGE", `${path}/places`, message);
    return;
  }
  if (member.places === 0) waitFrom(member, at);
  member.places += places;
}

export function accepts(roster: Roster, ids: PairOfIds, at: string, path: string, refuse: Refuse): void {
  const pair = openIn(roster.pairs.get(pairKey(ids)));
  if (pair?.status !== "proposed") {
    refuse("PAIR_UNKNOWN", `${path}/accepted`, "expected a pair that is proposed and not yet answered, got another.");
    return;
  }
  pair.status = "accepted";
  pair.accepted = at;
}

export function declines(roster: Roster, { at, declined, by, reason }: Declines, path: string, refuse: Refuse): void {
  const pair = openIn(roster.pairs.get(pairKey(declined)));
  if (pair?.status !== "proposed") {
    const hint = "End a pair that was accepted.";
    refuse("PAIR_UNKNOWN", `${path}/declined`, "expected a pair that is proposed, got another.", hint);
    return;
  }
  close(roster, pair, "declined", at, reason);
  if (by !== undefined) pair.by = by;
}

export function ends(roster: Roster, { at, ended, reason }: Ends, path: string, refuse: Refuse): void {
  const pair = openIn(roster.pairs.get(pairKey(ended)));
  if (pair === undefined) {
    refuse("PAIR_UNKNOWN", `${path}/ended`, "expected a pair that is proposed or accepted, got another.");
    return;
  }
  close(roster, pair, "ended", at, reason);
}

export function runs(roster: Roster, { at, run }: Runs, path: string, refuse: Refuse): void {
  run.forEach((pair, place) => {
    propose(roster, pair, at, `${path}/run/${place}`, refuse);
  });
  roster.lastRun = at;
}

function propose(roster: Roster, pair: ProposedPair, at: string, path: string, refuse: Refuse): void {
  const mentee = roster.mentee.get(normalId(pair.menteeId));
  const mentor = roster.mentor.get(normalId(pair.mentorId));
  if (mentee === undefined) refuse("ID_UNKNOWN", `${path}/menteeId`, "expected a mentee of the pool, got another.");
  if (mentor === undefined) refuse("ID_UNKNOWN", `${path}/mentorId`, "expected a mentor of the pool, got another.");
  if (mentee === undefined || mentor === undefined) return;
  if (mentee.places < 1) refuse("PIN_OVER_CAPACITY", `${path}/menteeId`, "expected a mentee with a free place.");
  if (mentor.places < 1) refuse("PIN_OVER_CAPACITY", `${path}/mentorId`, "expected a mentor with a free place.");
  if (openPair(roster, pair) !== undefined) {
    refuse("PAIR_DUPLICATE", path, "expected two people who are not a pair, got one that is.");
    return;
  }
  const { menteeId, mentorId, score } = pair;
  const since = { mentee: mentee.since, mentor: mentor.since };
  addPair(roster, {
    ...{ menteeId, mentorId, status: "proposed", proposed: at, since },
    ...(score === undefined ? {} : { score }),
  });
  for (const member of [mentee, mentor]) {
    member.places -= 1;
    waitFrom(member, at);
  }
}

function close(
  roster: Roster,
  pair: Pairing,
  status: "declined" | "ended",
  at: string,
  reason: PoolPair["reason"],
): void {
  pair.status = status;
  pair[status] = at;
  if (reason !== undefined) pair.reason = reason;
  for (const [side, id] of endsOf(pair)) {
    roster.open[side].get(id)?.delete(pair);
    const member = roster[side].get(id);
    if (member === undefined) continue;
    // a declined pair was no partner: they have been waiting all the time
    if (status === "ended" && member.places === 0) waitFrom(member, at);
    if (status === "declined" && knownInstant(pair.since[side]) < member.sinceMs) waitFrom(member, pair.since[side]);
    member.places += 1;
  }
}

function waitFrom(member: Member, at: string): void {
  member.since = at;
  member.sinceMs = knownInstant(at);
}
