import { isRecord } from "../base/given.ts";
import type { MatchInput, MenteeEntry, MentorEntry, PairOfIds, Person } from "../index.ts";
import { END_REASONS, type EndReason } from "../evaluate/outcomes/end-reasons.ts";
import { type DeclineReason, DECLINE_REASONS, MOST_PLACES } from "./event.ts";
import { checkNumber, isId, isOneOf, refuseUnknown, type Refuse } from "./issues.ts";
import { isInstant } from "./time.ts";
import { SIDES, type Side } from "./words.ts";

/** What a programme holds beside those who take part: the chart, the period, the ladder of levels. */
export type PoolProgramme = Pick<MatchInput, "people" | "period" | "levels">;

/** Somebody who has joined one side and not left it. */
export interface Participant<Entry extends MentorEntry | MenteeEntry = MentorEntry | MenteeEntry> {
  readonly entry: Entry;
  /** When they joined, as the event wrote it. */
  readonly joined: string;
  /** Since when they have been waiting for the next partner: when they joined, or were last proposed or freed. */
  readonly since: string;
  /** Places that are free now; 0 while all are taken. */
  readonly places: number;
  readonly leavesBy?: string;
}

export const PAIR_STATUSES = ["proposed", "accepted", "declined", "ended"] as const;

/** Where a pair stands. `proposed` and `accepted` ones hold a place of both. */
export type PairStatus = (typeof PAIR_STATUSES)[number];

/** A pair that was proposed once, and what became of it. */
export interface PoolPair extends PairOfIds {
  readonly status: PairStatus;
  /** Micro-points; absent for a pair made by hand. */
  readonly score?: number;
  readonly proposed: string;
  readonly accepted?: string;
  readonly declined?: string;
  readonly ended?: string;
  /** Who declined. For the organisers: no sentence tells it. */
  readonly by?: Side;
  readonly reason?: DeclineReason | EndReason;
  /** Who left, if that ended the pair. */
  readonly left?: Side;
  /** Since when each had been waiting when the pair was proposed; a declined pair gives it back. */
  readonly since: Readonly<Record<Side, string>>;
}

/** A pool as plain JSON, to be stored between steps. */
export interface PoolState {
  readonly version: 1;
  readonly programme: PoolProgramme;
  /** By id. */
  readonly mentees: readonly Participant<MenteeEntry>[];
  /** By id. */
  readonly mentors: readonly Participant<MentorEntry>[];
  /**
   * Of those who left, their lines, which those of others may run through, and nothing else; of those who left one side and
   * stay on the other, what only that entry told. By id.
   */
  readonly former: readonly Person[];
  /** By mentee id, then mentor id, then when it was proposed. */
  readonly pairs: readonly PoolPair[];
  /** Instant of the last event or step; events before it are refused. `null` before the first. */
  readonly now: string | null;
  /** Instant of the last step. */
  readonly lastRun: string | null;
}

/** A pool that nobody has joined. */
export function emptyPool(programme: PoolProgramme = {}): PoolState {
  const none = { mentees: [], mentors: [], former: [], pairs: [] };
  return { version: 1, programme, ...none, now: null, lastRun: null };
}

const STATE_FIELDS = ["version", "programme", "mentees", "mentors", "former", "pairs", "now", "lastRun"];

/** Whether a value is a state; tells all that is wrong, with paths into `/state`. Entries are checked with the programme. */
export function isState(value: unknown, refuse: Refuse): value is PoolState {
  let isSound = true;
  const refused: Refuse = (...issue) => {
    isSound = false;
    refuse(...issue);
  };
  const path = "/state";
  if (!isRecord(value)) {
    refused("FIELD_TYPE", path, "expected a state, got something else.", "Start with emptyPool().");
    return false;
  }
  refuseUnknown(value, STATE_FIELDS, path, refused);
  if (value["version"] !== 1) refused("VALUE_UNKNOWN", `${path}/version`, "expected 1, got something else.");
  if (!isRecord(value["programme"])) refused("FIELD_TYPE", `${path}/programme`, "expected an object.");
  else refuseUnknown(value["programme"], ["people", "period", "levels"], `${path}/programme`, refused);
  for (const time of ["now", "lastRun"] as const) {
    if (value[time] !== null) isInstant(value[time], `${path}/${time}`, refused);
  }
  for (const list of ["mentees", "mentors"] as const) {
    checkList(value[list], `${path}/${list}`, refused, checkParticipant);
  }
  checkList(value["former"], `${path}/former`, refused, (person, at) => {
    if (isRecord(person)) isId(person["id"], `${at}/id`, refused);
    else refused("FIELD_TYPE", at, "expected a person, got something else.");
  });
  checkList(value["pairs"], `${path}/pairs`, refused, checkStoredPair);
  return isSound;
}

type Check = (value: unknown, path: string, refuse: Refuse) => void;

function checkList(list: unknown, path: string, refuse: Refuse, check: Check): void {
  if (Array.isArray(list))
    list.forEach((item, place) => {
      check(item, `${path}/${place}`, refuse);
    });
  else refuse("LIST_EXPECTED", path, "expected a list, got something else.");
}

const checkParticipant: Check = (value, path, refuse) => {
  if (!isRecord(value)) {
    refuse("FIELD_TYPE", path, "expected somebody who joined, got something else.");
    return;
  }
  refuseUnknown(value, ["entry", "joined", "since", "places", "leavesBy"], path, refuse);
  if (isRecord(value["entry"])) isId(value["entry"]["id"], `${path}/entry/id`, refuse);
  else refuse("FIELD_TYPE", `${path}/entry`, "expected an entry, got something else.");
  isInstant(value["joined"], `${path}/joined`, refuse);
  isInstant(value["since"], `${path}/since`, refuse);
  if (value["leavesBy"] !== undefined) isInstant(value["leavesBy"], `${path}/leavesBy`, refuse);
  if (value["places"] === undefined) refuse("FIELD_MISSING", `${path}/places`, "expected a number, got nothing.");
  checkNumber(value["places"], { least: 0, most: MOST_PLACES, isWhole: true }, `${path}/places`, refuse);
};

const PAIR_FIELDS = [
  ...[
    "mentorId",
    "menteeId",
    "status",
    "score",
    "proposed",
    "accepted",
    "declined",
    "ended",
    "by",
    "reason",
    "left",
    "since",
  ],
];

const checkStoredPair: Check = (value, path, refuse) => {
  if (!isRecord(value)) {
    refuse("FIELD_TYPE", path, "expected a pair, got something else.");
    return;
  }
  refuseUnknown(value, PAIR_FIELDS, path, refuse);
  isId(value["mentorId"], `${path}/mentorId`, refuse);
  isId(value["menteeId"], `${path}/menteeId`, refuse);
  isOneOf(value["status"], PAIR_STATUSES, `${path}/status`, refuse);
  isInstant(value["proposed"], `${path}/proposed`, refuse);
  for (const time of ["accepted", "declined", "ended"]) {
    if (value[time] !== undefined) isInstant(value[time], `${path}/${time}`, refuse);
  }
  if (value["status"] === "ended") isInstant(value["ended"], `${path}/ended`, refuse);
  for (const side of ["by", "left"]) {
    if (value[side] !== undefined) isOneOf(value[side], SIDES, `${path}/${side}`, refuse);
  }
  const reasons = [...new Set([...DECLINE_REASONS, ...END_REASONS])];
  if (value["reason"] !== undefined) isOneOf(value["reason"], reasons, `${path}/reason`, refuse);
  const { since } = value;
  for (const side of SIDES) isInstant(isRecord(since) ? since[side] : undefined, `${path}/since/${side}`, refuse);
};
