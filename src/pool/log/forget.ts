import type { Sentence } from "../../base/sentence.ts";
import { counted } from "../../base/figures.ts";
import { normalId } from "../../base/ids.ts";
import { asPublic } from "../../base/public.ts";
import type { Person } from "../../index.ts";
import { checkEvents } from "../apply.ts";
import type { PoolEvent } from "../event.ts";
import { isId, throwingAll } from "../issues.ts";
import type { PoolState } from "../state.ts";
import { isInstant } from "../time.ts";
import { checkedLines, type Forgetting, type LogLine, withLines } from "./log.ts";

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
 * Takes a person out of a pool: their entries, pairs and everything that names them, from the state and from the log. The
 * place of every partner whose pair was open comes free.
 *
 * The chain of the log holds, because a line keeps its hash; but the hash of a line from which something was taken cannot be
 * made again. A further line says which lines these are, and names nobody. Copies of the log elsewhere are not reached.
 *
 * @param at When: an instant, as in events
 * @throws TersineError ID_UNKNOWN if nothing names the person; LOG_BROKEN; DATE_FORMAT; FIELD_TYPE and others for no state
 */
export function forget(stored: StoredPool, id: string, at: string): Forgotten {
  return asPublic("forget", () => {
    checkEvents(stored.state, []);
    throwingAll((refuse) => {
      isId(id, "/id", refuse);
      isInstant(at, "/at", refuse);
    });
    const lines = checkedLines(stored.log);
    const own = normalId(id);
    const kept = lines.map((line) => lineWithout(line, own));
    const changed = kept.flatMap((line, index) => (line === lines[index] ? [] : [index + 1]));
    const state = stateWithout(stored.state, own);
    if (changed.length === 0 && JSON.stringify(state) === JSON.stringify(stored.state)) {
      throwingAll((refuse) => {
        refuse("ID_UNKNOWN", "/id", "expected somebody whom the pool or its log names, got another.");
      });
    }
    const text = kept.map((line) => `${JSON.stringify(line)}\n`).join("");
    const note: Forgetting = { at, forgot: changed };
    const log = changed.length === 0 ? stored.log : withLines(text, kept.at(-1)?.hash ?? "", [note]);
    return { state, log, lines: changed, ...told(changed.length, lines.length) };
  });
}

function told(changed: number, all: number): Sentence {
  if (changed === 0) return { en: "The log does not name the person.", tr: "Kayıt defteri bu kişiyi anmıyor." };
  return {
    en: `The person was taken out of ${changed} of ${counted(all, "line")} of the log. What these lines said at first can no longer be checked; that no line was added, left out or moved still can.`,
    tr: `Kişi, kayıt defterindeki ${all} satırın ${changed} tanesinden çıkarıldı. Bu satırlarda başta ne yazdığı artık denetlenemez; hiçbir satırın eklenmediği, silinmediği ya da yer değiştirmediği hâlâ denetlenebilir.`,
  };
}

function lineWithout(line: LogLine, id: string): LogLine {
  const { event, previous, hash } = line;
  if (event === undefined || "forgot" in event) return line;
  const kept = eventWithout(event, id);
  if (kept === event) return line;
  return kept === undefined
    ? { previous, forgotten: "whole", hash }
    : { previous, event: kept, forgotten: "part", hash };
}

/** The event without a person; `undefined` if it is about them. */
function eventWithout(event: PoolEvent, id: string): PoolEvent | undefined {
  const isOwn = (other: string): boolean => normalId(other) === id;
  if ("leave" in event) return isOwn(event.leave) ? undefined : event;
  if ("free" in event) return isOwn(event.free) ? undefined : event;
  if ("run" in event) {
    const run = event.run.filter(({ mentorId, menteeId }) => !isOwn(mentorId) && !isOwn(menteeId));
    return run.length === event.run.length ? event : { ...event, run };
  }
  if ("join" in event) {
    if (isOwn(event.join.id)) return undefined;
    if (event.side === "mentee") {
      const join = entryWithout(event.join, isOwn);
      return join === event.join ? event : { ...event, join };
    }
    const join = entryWithout(event.join, isOwn);
    return join === event.join ? event : { ...event, join };
  }
  const pair = "accepted" in event ? event.accepted : "declined" in event ? event.declined : event.ended;
  return isOwn(pair.mentorId) || isOwn(pair.menteeId) ? undefined : event;
}

/** Fields in which an entry names others. */
interface Names {
  readonly managerId?: string | null | undefined;
  readonly dottedLineManagerIds?: readonly string[] | undefined;
  readonly avoid?: readonly string[] | undefined;
  readonly choices?: readonly string[] | undefined;
}

/** The same entry if it does not name the person. */
function entryWithout<Entry extends Names>(entry: Entry, isOwn: (id: string) => boolean): Entry {
  const { managerId, dottedLineManagerIds, avoid, choices } = entry;
  const isNamed = (list: readonly string[] | undefined): list is readonly string[] => list?.some(isOwn) === true;
  const others = (list: readonly string[]): readonly string[] => list.filter((each) => !isOwn(each));
  const changes = {
    ...(typeof managerId === "string" && isOwn(managerId) ? { managerId: null } : {}),
    ...(isNamed(dottedLineManagerIds) ? { dottedLineManagerIds: others(dottedLineManagerIds) } : {}),
    ...(isNamed(avoid) ? { avoid: others(avoid) } : {}),
    ...(isNamed(choices) ? { choices: others(choices) } : {}),
  };
  return Object.keys(changes).length === 0 ? entry : { ...entry, ...changes };
}

function stateWithout(state: PoolState, id: string): PoolState {
  const isOwn = (other: string): boolean => normalId(other) === id;
  const isOpen = ({ status }: PoolState["pairs"][number]): boolean => status === "proposed" || status === "accepted";
  const gone = state.pairs.filter(({ mentorId, menteeId }) => isOwn(mentorId) || isOwn(menteeId));
  const freed = (side: "mentorId" | "menteeId", other: string): number =>
    gone.filter((pair) => isOpen(pair) && normalId(pair[side]) === normalId(other)).length;
  const { people } = state.programme;
  return {
    ...state,
    programme: { ...state.programme, ...(people === undefined ? {} : { people: peopleWithout(people, isOwn) }) },
    mentees: state.mentees
      .filter(({ entry }) => !isOwn(entry.id))
      .map((one) => ({
        ...one,
        entry: entryWithout(one.entry, isOwn),
        places: one.places + freed("menteeId", one.entry.id),
      })),
    mentors: state.mentors
      .filter(({ entry }) => !isOwn(entry.id))
      .map((one) => ({
        ...one,
        entry: entryWithout(one.entry, isOwn),
        places: one.places + freed("mentorId", one.entry.id),
      })),
    former: peopleWithout(state.former, isOwn),
    pairs: state.pairs.filter((pair) => !gone.includes(pair)),
  };
}

/** Lines that ran through the person end there. */
function peopleWithout(people: readonly Person[], isOwn: (id: string) => boolean): readonly Person[] {
  return people.filter(({ id }) => !isOwn(id)).map((person) => entryWithout(person, isOwn));
}
