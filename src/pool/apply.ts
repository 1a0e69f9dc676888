import { normalId } from "../base/ids.ts";
import { asPublic } from "../base/public.ts";
import { compareText } from "../base/text.ts";
import { checkInput, type MatchInput } from "../index.ts";
import { isEvent, kindOf, type PoolEvent } from "./event.ts";
import { type Refuse, throwingAll } from "./issues.ts";
import { wholeInput } from "./organisation.ts";
import * as change from "./roster.ts";
import { freeze, type Roster, thaw } from "./roster.ts";
import { isState, type PoolState } from "./state.ts";
import { knownInstant } from "./time.ts";

/**
 * The pool after some events.
 *
 * Events are put in order of time; of one instant the order in the list means nothing, but for steps: what stands before a
 * step happened before it. At one instant pairs are answered and ended first, then people leave, then people join and get
 * places, so that somebody can leave and join anew at once. Nothing is changed in what is passed in, and nothing is read
 * from a clock.
 *
 * @throws TersineError all together, with paths into `/events`: CLOCK_BACKWARDS for an event before the last one that was
 *   applied; ID_UNKNOWN, ID_DUPLICATE, PAIR_UNKNOWN, PAIR_DUPLICATE, PIN_OVER_CAPACITY for people and pairs who are not
 *   what the event says; FIELD_MISSING, FIELD_TYPE, FIELD_UNKNOWN, FIELD_CONFLICT, VALUE_UNKNOWN, DATE_FORMAT, NUMBER_RANGE,
 *   LIST_EXPECTED, ID_TYPE, ID_EMPTY for what is no event; what `checkInput` says of entries
 */
export function applyEvents(state: PoolState, events: readonly PoolEvent[]): PoolState {
  return asPublic("applyEvents", () => {
    checkEvents(state, events);
    const roster = thaw(state);
    throwingAll((refuse) => {
      applyAll(roster, inOrder(events), refuse);
    });
    throwingAll((refuse) => {
      checkEntries(roster, events, refuse);
    });
    return freeze(roster);
  });
}

/** Checks the shapes of a state and of events. */
export function checkEvents(state: unknown, events: unknown): void {
  throwingAll((refuse) => {
    isState(state, refuse);
    if (Array.isArray(events)) events.forEach((event, place) => isEvent(event, `/events/${place}`, refuse));
    else refuse("LIST_EXPECTED", "/events", "expected a list of events, got something else.");
  });
}

/** An event and where it stands in the caller's list. */
export interface PlacedEvent {
  readonly event: PoolEvent;
  readonly path: string;
  readonly at: number;
}

/** Which kinds of events of one instant come first. */
const RANK = { accepted: 0, declined: 1, ended: 2, leave: 3, join: 4, free: 5, run: 6 } as const;

/** Events by time, then kind; a step stays behind all that is listed before it, and before all that is listed after it. */
export function inOrder(events: readonly PoolEvent[]): readonly PlacedEvent[] {
  let stretch = 0;
  const placed = events.map((event, place) => {
    const kind = kindOf(event);
    const own = stretch;
    if (kind === "run") stretch += 1;
    return { event, path: `/events/${place}`, at: knownInstant(event.at), stretch: own, rank: RANK[kind] };
  });
  return placed.sort(
    (a, b) => a.stretch - b.stretch || Number(a.rank === 6) - Number(b.rank === 6) || a.at - b.at || a.rank - b.rank,
  );
}

/** Applies events that are in their order. */
export function applyAll(roster: Roster, events: readonly PlacedEvent[], refuse: Refuse): void {
  const late: PlacedEvent[] = [];
  events.forEach((placed, index) => {
    const { event, path, at } = placed;
    if (roster.now !== null && at < knownInstant(roster.now)) {
      const message = "expected no event before one that was applied already.";
      refuse("CLOCK_BACKWARDS", `${path}/at`, message, "Steps have been made since: date it when it became known.");
      return;
    }
    // whoever joins at the instant at which they leave, leaves after it
    if ("leave" in event && !roster[event.side].has(normalId(event.leave))) late.push(placed);
    else applyEvent(roster, event, path, refuse);
    const next = events[index + 1];
    if (next === undefined || next.at !== at || "run" in next.event) {
      for (const left of late.splice(0)) applyEvent(roster, left.event, left.path, refuse);
    }
    roster.now = event.at;
  });
}

function applyEvent(roster: Roster, event: PoolEvent, path: string, refuse: Refuse): void {
  if ("join" in event) change.joins(roster, event, path, refuse);
  else if ("leave" in event) change.leaves(roster, event, path, refuse);
  else if ("free" in event) change.frees(roster, event, path, refuse);
  else if ("accepted" in event) change.accepts(roster, event.accepted, event.at, path, refuse);
  else if ("declined" in event) change.declines(roster, event, path, refuse);
  else if ("ended" in event) change.ends(roster, event, path, refuse);
  else change.runs(roster, event, path, refuse);
}

/** Checks the entries of all who are in the pool after the events; issues are told at the event that brought the entry. */
function checkEntries(roster: Roster, events: readonly PoolEvent[], refuse: Refuse): void {
  if (!events.some((event) => "join" in event)) return;
  const input = wholeInput(roster);
  const places = new Map<object, string>();
  events.forEach((event, place) => {
    if ("join" in event) places.set(event.join, `/events/${place}/join`);
  });
  for (const { code, path, message, hint } of checkInput(input).issues) {
    refuse(code, formerOrigin(path, roster, input) ?? originOf(path, input, places), message, hint);
  }
}

/** Where somebody stands who has left, and is no person of the programme. */
function formerOrigin(path: string, { programme, former }: Roster, { people = [] }: MatchInput): string | undefined {
  const [, place = "", rest = ""] = /^\/people\/(\d+)(.*)$/u.exec(path) ?? [];
  const person = people[Number(place)];
  if (place === "" || person === undefined || Number(place) < (programme.people?.length ?? 0)) return undefined;
  const ids = [...former.keys()].sort(compareText);
  return `/state/former/${ids.indexOf(normalId(person.id))}${rest}`;
}

function originOf(path: string, input: MatchInput, places: ReadonlyMap<object, string>): string {
  const [, list = "", place = "", rest = ""] = /^\/(mentors|mentees)\/(\d+)(.*)$/u.exec(path) ?? [];
  const entry = list === "mentors" ? input.mentors[Number(place)] : input.mentees[Number(place)];
  if (list === "" || entry === undefined) return `/state/programme${path}`;
  const origin = places.get(entry);
  return origin === undefined ? `/state/${list}/${place}/entry${rest}` : origin + rest;
}
