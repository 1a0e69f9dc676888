import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";
import { asPublic } from "../../base/public.ts";
import type { Person } from "../../index.ts";
import { checkEvents } from "../apply.ts";
import type { PoolEvent } from "../event.ts";
import { isId, type Refuse, throwingAll } from "../issues.ts";
import { freeze, leaves, thaw } from "../roster.ts";
import type { PoolState } from "../state.ts";
import { isInstant, knownInstant } from "../time.ts";
import { SIDES } from "../words.ts";
import { checkedLines, type Forgetting, lastInstant, type LogLine, withLines } from "./log.ts";
import { entryWithout, type Gone, goneFrom } from "./without.ts";

/** What is stored of a pool. */
export interface StoredPool {
  readonly state: PoolState;
  /** As `appendToLog` writes it; "" without one. */
  readonly log: string;
}

/** A pool without a person; `en` and `tr` say what can no longer be checked. */
export interface Forgotten extends StoredPool, Sentence {
  /** Numbers of the lines, from 1, from which something was taken now. */
  readonly lines: readonly number[];
}

/**
 * Takes a person out of a pool: their entries, pairs and everything that names them, from the state and from the log. Whoever
 * was their partner waits from `at` on, as if the person had left then. Reporting lines that ran through the person go on to
 * those above, so that rules still know them; free `attributes` of others are left as they are.
 *
 * The chain of the log holds, because a line keeps its hash; but the hash of a line from which something was taken cannot be
 * made again. A further line says which lines these are, and names nobody. Copies of the log elsewhere are not reached.
 *
 * Lines that `appendToLog` wrote without a key keep a hash of what they said: whoever guesses that, an id and a date for
 * example, can confirm the guess by it. With a key they cannot.
 *
 * @param at When: an instant, as in events
 * @throws TersineError ID_UNKNOWN if nothing names the person; CLOCK_BACKWARDS for an instant before the last event; LOG_BROKEN;
 *   DATE_FORMAT; FIELD_TYPE and others for no state
 */
export function forget(stored: StoredPool, id: string, at: string): Forgotten {
  return asPublic("forget", () => {
    checkEvents(stored.state, []);
    throwingAll((refuse) => {
      isId(id, "/id", refuse);
      isInstant(at, "/at", refuse);
    });
    const lines = checkedLines(stored.log);
    throwingAll((refuse) => {
      checkClock(stored.state, lines, at, refuse);
    });
    const gone = goneFrom(stored.state, id);
    const kept = lines.map((line) => lineWithout(line, gone));
    const changed = kept.flatMap((line, index) => (line === lines[index] ? [] : [index + 1]));
    const isInState = namesPerson(stored.state, gone);
    if (changed.length === 0 && !isInState) {
      throwingAll((refuse) => {
        refuse("ID_UNKNOWN", "/id", "expected somebody whom the pool or its log names, got another.");
      });
    }
    const state = isInState ? stateWithout(stored.state, gone, at) : stored.state;
    const text = kept.map((line) => `${JSON.stringify(line)}\n`).join("");
    const note: Forgetting = { at, forgot: changed };
    const log = changed.length === 0 ? stored.log : withLines(text, kept.at(-1)?.hash ?? "", [note]);
    return { state, log, lines: changed, ...told(changed.length, lines.length) };
  });
}

function checkClock({ now }: PoolState, lines: readonly LogLine[], at: string, refuse: Refuse): void {
  const last = Math.max(now === null ? -Infinity : knownInstant(now), lastInstant(lines));
  if (knownInstant(at) < last)
    refuse("CLOCK_BACKWARDS", "/at", "expected an instant that is not before the last event.");
}

function told(changed: number, all: number): Sentence {
  if (changed === 0) return { en: "The log does not name the person.", tr: "Kayıt defteri bu kişiyi anmıyor." };
  return {
    en: `The person was taken out of ${changed} of ${counted(all, "line")} of the log. What these lines said at first can no longer be checked; that no line was added, left out or moved still can.`,
    tr: `Kişi, kayıt defterindeki ${all} satırın ${changed} tanesinden çıkarıldı. Bu satırlarda başta ne yazdığı artık denetlenemez; hiçbir satırın eklenmediği, silinmediği ya da yer değiştirmediği hâlâ denetlenebilir.`,
  };
}

function lineWithout(line: LogLine, gone: Gone): LogLine {
  const { event, previous, hash } = line;
  if (event === undefined || "forgot" in event) return line;
  const kept = eventWithout(event, gone);
  if (kept === event) return line;
  // without its salt, what the line said cannot be guessed from the hash
  return kept === undefined
    ? { previous, forgotten: "whole", hash }
    : { previous, event: kept, forgotten: "part", hash };
}

/** The event without a person; `undefined` if it is about them. */
function eventWithout(event: PoolEvent, gone: Gone): PoolEvent | undefined {
  const { isOwn } = gone;
  if ("leave" in event) return isOwn(event.leave) ? undefined : event;
  if ("free" in event) return isOwn(event.free) ? undefined : event;
  if ("run" in event) {
    const run = event.run.filter(({ mentorId, menteeId }) => !isOwn(mentorId) && !isOwn(menteeId));
    return run.length === event.run.length ? event : { ...event, run };
  }
  if ("join" in event) {
    if (isOwn(event.join.id)) return undefined;
    if (event.side === "mentee") {
      const join = entryWithout(event.join, gone);
      return join === event.join ? event : { ...event, join };
    }
    const join = entryWithout(event.join, gone);
    return join === event.join ? event : { ...event, join };
  }
  const pair = "accepted" in event ? event.accepted : "declined" in event ? event.declined : event.ended;
  return isOwn(pair.mentorId) || isOwn(pair.menteeId) ? undefined : event;
}

/** Whether a state names the person anywhere. */
function namesPerson({ programme, mentees, mentors, former, pairs }: PoolState, gone: Gone): boolean {
  const entries = [...mentees, ...mentors].map(({ entry }) => entry);
  const people: readonly Person[] = [...(programme.people ?? []), ...former, ...entries];
  return (
    people.some((person) => gone.isOwn(person.id) || entryWithout(person, gone) !== person) ||
    pairs.some(({ mentorId, menteeId }) => gone.isOwn(mentorId) || gone.isOwn(menteeId))
  );
}

/** The state as if the person had left, without a trace of them. */
function stateWithout(state: PoolState, gone: Gone, at: string): PoolState {
  const roster = thaw(state);
  throwingAll((refuse) => {
    for (const side of SIDES) {
      if (roster[side].has(gone.id)) leaves(roster, { at, leave: gone.id, side }, "", refuse);
    }
  });
  const left = freeze(roster);
  const { people } = state.programme;
  return {
    ...left,
    programme: { ...state.programme, ...(people === undefined ? {} : { people: peopleWithout(people, gone) }) },
    mentees: left.mentees.map((one) => ({ ...one, entry: entryWithout(one.entry, gone) })),
    mentors: left.mentors.map((one) => ({ ...one, entry: entryWithout(one.entry, gone) })),
    former: peopleWithout(left.former, gone),
    pairs: left.pairs.filter(({ mentorId, menteeId }) => !gone.isOwn(mentorId) && !gone.isOwn(menteeId)),
    now: at,
  };
}

function peopleWithout(people: readonly Person[], gone: Gone): readonly Person[] {
  return people.filter(({ id }) => !gone.isOwn(id)).map((person) => entryWithout(person, gone));
}
