import { END_REASONS, type EndReason } from "../evaluate/outcomes/end-reasons.ts";
import { isRecord } from "../base/given.ts";
import type { MenteeEntry, MentorEntry, PairOfIds } from "../index.ts";
import { checkNumber, isId, isOneOf, refuseUnknown, type Fields, type Refuse } from "./issues.ts";
import { isInstant } from "./time.ts";
import { SIDES, type Side } from "./words.ts";

/** Why somebody does not want a proposed pair: a closed list, so that reasons can be counted. */
export const DECLINE_REASONS = [
  "noTime",
  "topicsDoNotFit",
  "timesDoNotFit",
  "knowEachOther",
  "tooClose",
  "wantsSomebodyElse",
  "other",
] as const;

export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** Most places of one person, as of a capacity. */
export const MOST_PLACES = 10_000;

/** When something happened: `2027-03-01`, the first moment of that day in UTC, or a time with its offset. */
interface At {
  readonly at: string;
}

/** Somebody registers on one side, with as many places as their capacity. A person on both sides joins twice. */
export interface MentorJoins extends At {
  readonly join: MentorEntry;
  readonly side: "mentor";
  /** Last day, if it is known. A step places those first who leave before the next one. */
  readonly leavesBy?: string;
}

export interface MenteeJoins extends At {
  readonly join: MenteeEntry;
  readonly side: "mentee";
  readonly leavesBy?: string;
}

/** Somebody leaves one side. Their pairs end, and the partners' places come free. */
export interface Leaves extends At {
  readonly leave: string;
  readonly side: Side;
  readonly reason?: EndReason;
}

/** Somebody can take so many partners more: with the places that they have, taken ones too, at most 10,000. */
export interface Frees extends At {
  readonly free: string;
  readonly side: Side;
  readonly places: number;
}

/** Both want a proposed pair. */
export interface Accepts extends At {
  readonly accepted: PairOfIds;
}

/** A proposed pair is not wanted: it never comes back, and both wait on as if it had not been proposed. */
export interface Declines extends At {
  readonly declined: PairOfIds;
  /** Who said no. No sentence tells it. */
  readonly by?: Side;
  readonly reason?: DeclineReason;
}

/** A pair is over: the place of both comes free, and both wait from then on; those who have had enough leave. */
export interface Ends extends At {
  readonly ended: PairOfIds;
  readonly reason?: EndReason;
}

/** What a step proposed. `poolStep` writes it; whatever stands before it in a list happened before it. */
export interface Runs extends At {
  readonly run: readonly ProposedPair[];
}

export interface ProposedPair extends PairOfIds {
  /** Micro-points. Absent for a pair that the organisers made by hand. */
  readonly score?: number;
}

/** What happens to a pool. */
export type PoolEvent = MentorJoins | MenteeJoins | Leaves | Frees | Accepts | Declines | Ends | Runs;

const KINDS = ["join", "leave", "free", "accepted", "declined", "ended", "run"] as const;

export type EventKind = (typeof KINDS)[number];

const FIELDS: Readonly<Record<EventKind, readonly string[]>> = {
  join: ["side", "leavesBy"],
  leave: ["side", "reason"],
  free: ["side", "places"],
  accepted: [],
  declined: ["by", "reason"],
  ended: ["reason"],
  run: [],
};

/** The kind of an event that has been checked. */
export function kindOf(event: PoolEvent): EventKind {
  const kind = KINDS.find((each) => each in event);
  if (kind === undefined) throw new RangeError("expected an event that was checked before");
  return kind;
}

/** Whether a value is an event; tells all that is wrong. What an entry holds is checked with the whole programme. */
export function isEvent(value: unknown, path: string, refuse: Refuse): value is PoolEvent {
  let isSound = true;
  const refused: Refuse = (...issue) => {
    isSound = false;
    refuse(...issue);
  };
  if (!isRecord(value)) {
    refused("FIELD_TYPE", path, "expected an event, got something else.");
    return false;
  }
  const kinds = KINDS.filter((kind) => kind in value);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) {
    const code = kind === undefined ? "FIELD_MISSING" : "FIELD_CONFLICT";
    refused(code, path, `expected one of ${KINDS.join(", ")}, got ${kinds.length === 0 ? "none" : "several"}.`);
    return false;
  }
  refuseUnknown(value, ["at", kind, ...FIELDS[kind]], path, refused);
  isInstant(value["at"], `${path}/at`, refused);
  checkKind(kind, value, path, refused);
  return isSound;
}

function checkKind(kind: EventKind, value: Fields, path: string, refuse: Refuse): void {
  switch (kind) {
    case "join":
      checkJoin(value, path, refuse);
      break;
    case "leave":
      isId(value["leave"], `${path}/leave`, refuse);
      isOneOf(value["side"], SIDES, `${path}/side`, refuse);
      if (value["reason"] !== undefined) isOneOf(value["reason"], END_REASONS, `${path}/reason`, refuse);
      break;
    case "free":
      isId(value["free"], `${path}/free`, refuse);
      isOneOf(value["side"], SIDES, `${path}/side`, refuse);
      if (value["places"] === undefined) refuse("FIELD_MISSING", `${path}/places`, "expected a number, got nothing.");
      checkNumber(value["places"], { least: 1, most: MOST_PLACES, isWhole: true }, `${path}/places`, refuse);
      break;
    case "accepted":
      checkPair(value["accepted"], `${path}/accepted`, refuse);
      break;
    case "declined":
      checkPair(value["declined"], `${path}/declined`, refuse);
      if (value["by"] !== undefined) isOneOf(value["by"], SIDES, `${path}/by`, refuse);
      if (value["reason"] !== undefined) isOneOf(value["reason"], DECLINE_REASONS, `${path}/reason`, refuse);
      break;
    case "ended":
      checkPair(value["ended"], `${path}/ended`, refuse);
      if (value["reason"] !== undefined) isOneOf(value["reason"], END_REASONS, `${path}/reason`, refuse);
      break;
    case "run":
      checkRun(value["run"], `${path}/run`, refuse);
  }
}

function checkJoin({ join, side, leavesBy }: Fields, path: string, refuse: Refuse): void {
  isOneOf(side, SIDES, `${path}/side`, refuse);
  if (leavesBy !== undefined) isInstant(leavesBy, `${path}/leavesBy`, refuse);
  if (!isRecord(join)) {
    refuse("FIELD_TYPE", `${path}/join`, "expected the entry of a mentor or a mentee, got something else.");
    return;
  }
  isId(join["id"], `${path}/join/id`, refuse);
  if (join["minimumLoad"] !== undefined && join["minimumLoad"] !== 0) {
    const message = "expected no minimum load: in a pool partners come one by one.";
    refuse("FIELD_CONFLICT", `${path}/join/minimumLoad`, message, "Leave it out; raise it in a match on one day.");
  }
}

function checkPair(value: unknown, path: string, refuse: Refuse, more: readonly string[] = []): void {
  if (!isRecord(value)) {
    refuse("FIELD_TYPE", path, "expected { mentorId, menteeId }, got something else.");
    return;
  }
  refuseUnknown(value, ["mentorId", "menteeId", ...more], path, refuse);
  isId(value["mentorId"], `${path}/mentorId`, refuse);
  isId(value["menteeId"], `${path}/menteeId`, refuse);
}

function checkRun(value: unknown, path: string, refuse: Refuse): void {
  if (!Array.isArray(value)) {
    refuse("LIST_EXPECTED", path, "expected a list of pairs, got something else.");
    return;
  }
  Array.from<unknown>(value).forEach((pair, place) => {
    checkPair(pair, `${path}/${place}`, refuse, ["score"]);
    if (!isRecord(pair)) return;
    checkNumber(pair["score"], { least: 0, most: 1_000_000, isWhole: true }, `${path}/${place}/score`, refuse);
  });
}
