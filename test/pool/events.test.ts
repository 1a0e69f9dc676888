import { describe, expect, it } from "vitest";
import {
  applyEvents,
  emptyPool,
  poolStep,
  simulatePool,
  type PoolEvent,
  type PoolPolicy,
  type PoolState,
} from "../../src/pool/index.ts";
import { thrownBy } from "../support/thrown-by.ts";

const join = (id: string, side: "mentor" | "mentee", at = "2027-01-01", more: object = {}): PoolEvent =>
  side === "mentor"
    ? { at, side, join: { id, teaches: ["AI"], ...more } }
    : { at, side, join: { id, learns: ["AI"], ...more } };

const pool = applyEvents(emptyPool(), [join("ece", "mentor"), join("can", "mentor"), join("haluk", "mentee")]);
const options = { rules: [] };

/** Codes with their places of all that is wrong. */
function told(call: () => unknown): readonly string[] {
  return thrownBy(call).issues.map(({ code, path }) => `${code} ${path}`);
}

const made = (text: string): PoolEvent[] => JSON.parse(text) as PoolEvent[];

describe("applyEvents", () => {
  it("tells everything that is wrong with the shapes of events at once", () => {
    const events = made(`[
      {"at":"2027-13-01","join":{"id":"a","teaches":["AI"]},"side":"mentor"},
      {"at":"2027-01-02T09:00","leave":"a","side":"boss","reason":"bored"},
      {"at":"2027-01-02","join":{"id":7,"minimumLoad":1},"side":"mentee","note":"x"},
      {"at":"2027-01-02","free":"a","side":"mentor","places":0},
      {"at":"2027-01-02","accepted":{"mentorId":"a"}},
      {"at":"2027-01-02","declined":{"mentorId":"a","menteeId":"b"},"by":"x"},
      {"at":"2027-01-02"}, 5, {"at":"2027-01-02","leave":"a","free":"a"}, {"at":"2027-01-02","run":[{"mentorId":"a"}]}
    ]`);
    expect(told(() => applyEvents(emptyPool(), events))).toEqual([
      "DATE_FORMAT /events/0/at",
      "DATE_FORMAT /events/1/at",
      "VALUE_UNKNOWN /events/1/side",
      "VALUE_UNKNOWN /events/1/reason",
      "FIELD_UNKNOWN /events/2/note",
      "ID_TYPE /events/2/join/id",
      "FIELD_CONFLICT /events/2/join/minimumLoad",
      "NUMBER_RANGE /events/3/places",
      "FIELD_MISSING /events/4/accepted/menteeId",
      "VALUE_UNKNOWN /events/5/by",
      "FIELD_MISSING /events/6",
      "FIELD_TYPE /events/7",
      "FIELD_CONFLICT /events/8",
      "FIELD_MISSING /events/9/run/0/menteeId",
    ]);
  });

  it("tells people and pairs who are not what events say, and what is before the last event", () => {
    const pair = { mentorId: "ece", menteeId: "haluk" };
    const events: PoolEvent[] = [
      { at: "2026-01-01", leave: "ece", side: "mentor" },
      { at: "2027-01-02", leave: "haluk", side: "mentor" },
      { at: "2027-01-02", free: "x", side: "mentee", places: 1 },
      join("ece", "mentor", "2027-01-02"),
      { at: "2027-01-02", declined: pair },
      { at: "2027-01-03", ended: pair },
    ];
    expect(new Set(told(() => applyEvents(pool, events)))).toEqual(
      new Set([
        "CLOCK_BACKWARDS /events/0/at",
        "ID_UNKNOWN /events/1/leave",
        "ID_UNKNOWN /events/2/free",
        "ID_DUPLICATE /events/3/join/id",
        "PAIR_UNKNOWN /events/4/declined",
        "PAIR_UNKNOWN /events/5/ended",
      ]),
    );
  });

  it("tells what an entry holds at the event that brought it", () => {
    const events = [
      join("new", "mentor", "2027-01-02", { capacity: -1 }),
      join("b", "mentee", "2027-01-02", { level: {} }),
    ];
    expect(told(() => applyEvents(pool, events))).toEqual([
      expect.stringContaining("/events/0/join/capacity"),
      expect.stringContaining("/events/1/join/level"),
    ]);
  });

  it("refuses more places than anybody may have, those that are taken among them", () => {
    const wide = applyEvents(emptyPool(), [
      join("m", "mentor", "2027-01-01", { capacity: 9_998 }),
      join("s", "mentee"),
    ]);
    const { state } = poolStep(wide, "2027-01-02", { every: 1 }, options);
    const freed = (places: number): PoolEvent => ({ at: "2027-01-03", free: "m", side: "mentor", places });
    expect(told(() => applyEvents(state, [freed(3)]))).toEqual(["NUMBER_RANGE /events/0/places"]);
    expect(told(() => applyEvents(state, [freed(1), freed(2)]))).toEqual(["NUMBER_RANGE /events/1/places"]);
    expect(told(() => applyEvents(state, [freed(10_001)]))).toEqual(["NUMBER_RANGE /events/0/places"]);
    const all = applyEvents(state, [freed(2), { at: "2027-01-04", ended: { mentorId: "m", menteeId: "s" } }]);
    expect(all.mentors[0]?.places).toBe(10_000);
    expect(poolStep(all, "2027-01-05", { every: 1, again: 0 }, options).pairs).toHaveLength(1);
  });

  it("refuses what is no state", () => {
    const broken = { ...pool, mentors: [{ ...pool.mentors[0], since: "soon" }], now: 5 } as unknown as PoolState;
    expect(told(() => applyEvents(broken, []))).toEqual([
      "DATE_FORMAT /state/now",
      "DATE_FORMAT /state/mentors/0/since",
    ]);
    expect(told(() => applyEvents(JSON.parse("7") as PoolState, []))).toEqual(["FIELD_TYPE /state"]);
  });

  it("somebody may leave and join anew, and join and leave, at one instant", () => {
    const again: PoolEvent[] = [
      join("ece", "mentor", "2027-01-05", { capacity: 3 }),
      { at: "2027-01-05", leave: "ece", side: "mentor" },
      { at: "2027-01-05", leave: "guest", side: "mentee" },
      join("guest", "mentee", "2027-01-05"),
    ];
    const { mentors, mentees } = applyEvents(pool, again);
    expect(mentors.map(({ entry, places }) => `${entry.id} ${places}`)).toEqual(["can 1", "ece 3"]);
    expect(mentees.map(({ entry }) => entry.id)).toEqual(["haluk"]);
  });
});

describe("poolStep", () => {
  const step = poolStep(pool, "2027-01-08", { every: 7 }, options);
  const pair = { mentorId: "can", menteeId: "haluk" };

  it("proposes, holds the places, and gives them back when the pair is declined or ends", () => {
    expect(step.pairs.map(({ mentorId, menteeId, waited }) => ({ mentorId, menteeId, waited }))).toEqual([
      { ...pair, waited: { mentee: 7, mentor: 7 } },
    ]);
    expect(step.next).toBe("2027-01-15");
    const declined = applyEvents(step.state, [{ at: "2027-01-09", declined: pair, by: "mentee", reason: "noTime" }]);
    expect(declined.mentees[0]).toMatchObject({ places: 1, since: "2027-01-01" });
    const second = poolStep(declined, "2027-01-15", { every: 7 }, options);
    expect(second.pairs.map(({ mentorId }) => mentorId)).toEqual(["ece"]);
    expect(JSON.stringify(second.waiting)).not.toContain('"by"');
    const ended = applyEvents(second.state, [{ at: "2027-06-01", ended: { mentorId: "ece", menteeId: "haluk" } }]);
    expect(ended.mentees[0]).toMatchObject({ places: 1, since: "2027-06-01" });
    const never = poolStep(ended, "2027-12-01", { every: 7 }, options);
    expect(never.pairs).toEqual([]);
    const again = poolStep(ended, "2027-12-01", { every: 7, again: 30 }, options);
    expect(again.pairs.map(({ mentorId }) => mentorId)).toEqual(["ece"]);
  });

  it("places those first who are gone before the next step, and sends home whose last day is over", () => {
    const arrivals: PoolEvent[] = [
      join("m", "mentor"),
      join("a", "mentee"),
      { ...join("b", "mentee"), leavesBy: "2027-01-10" },
      { ...join("c", "mentee"), leavesBy: "2027-01-05" },
    ];
    const { pairs, state, events, result } = poolStep(
      applyEvents(emptyPool(), arrivals),
      "2027-01-06",
      { every: 7 },
      options,
    );
    expect(pairs.map(({ menteeId }) => menteeId)).toEqual(["b"]);
    expect(pairs[0]?.added.leaving).toBeGreaterThan(0);
    expect(pairs[0]?.score).toBe(1_000_000);
    expect(events[0]).toEqual({ at: "2027-01-06", leave: "c", side: "mentee" });
    expect(state.mentees.map(({ entry }) => entry.id)).toEqual(["a", "b"]);
    expect(result.manifest.options.worth?.name).toBe("pool");
  });

  it("refuses policies and options that no step honours, all at once", () => {
    const policy = { every: -1, waiting: 0.5, patience: { score: 2 }, often: 1 } as unknown as PoolPolicy;
    expect(told(() => poolStep(pool, "now", policy, { objective: "fair", pins: [pair] }))).toEqual([
      "FIELD_UNKNOWN /policy/often",
      "NUMBER_RANGE /policy/every",
      "NUMBER_RANGE /policy/waiting",
      "NUMBER_RANGE /policy/patience/score",
      "FIELD_MISSING /policy/patience/days",
      "OPTION_CONFLICT /pins",
      "OPTION_CONFLICT /objective",
      "DATE_FORMAT /now",
    ]);
    expect(told(() => poolStep(pool, "2026-12-31", { every: 1 }))).toEqual(["CLOCK_BACKWARDS /now"]);
  });

  it("tells in both languages until when somebody is held back at most", () => {
    const arrivals = [join("m", "mentor"), join("s", "mentee", "2027-01-03", { learns: ["AI", "SQL"] })];
    const policy: PoolPolicy = { every: 0, patience: { score: 0.9, days: 10 } };
    const { waiting, next } = poolStep(applyEvents(emptyPool(), arrivals), "2027-01-04", policy, options);
    expect(waiting.map(({ id, heldUntil }) => `${id} ${heldUntil}`)).toEqual(["s 2027-01-13", "m 2027-01-11"]);
    expect(next).toBe("2027-01-11");
    expect(waiting[0]?.reasons[0]).toMatchObject({
      audience: "participant",
      en: "Kept waiting for a better fit, until 2027-01-13 at most; waiting for 1 day now, and the limit is 10 days.",
      tr: "Daha uygun bir eşleşme için bekletiliyor, en geç 2027-01-13 tarihine kadar; şu ana kadar 1 gün bekledi, sınır 10 gün.",
    });
  });
});

describe("simulatePool", () => {
  it("plays the arrivals of a real log again, whatever that log's steps proposed", () => {
    const arrivals = [join("m", "mentor"), join("s", "mentee"), join("t", "mentee", "2027-01-05")];
    const events: PoolEvent[] = [
      ...arrivals,
      { at: "2027-01-06", run: [{ mentorId: "m", menteeId: "t" }] },
      { at: "2027-01-07", ended: { mentorId: "m", menteeId: "t" } },
    ];
    const { state, skipped, waits } = simulatePool(events, { every: 1 }, options);
    expect(state.pairs.map(({ menteeId, proposed }) => `${menteeId} ${proposed}`)).toEqual(["s 2027-01-01"]);
    expect(skipped).toBe(1);
    expect(waits.mentee).toMatchObject({ joined: 2, placed: 1, longest: 0, longestUnplaced: 2 });
    expect(told(() => simulatePool([{ at: "2027-01-01", leave: "x", side: "mentor" }], { every: 1 }))).toEqual([
      "ID_UNKNOWN /events/0/leave",
    ]);
  });
});
