import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noReportingLine } from "../../src/index.ts";
import {
  appendToLog,
  applyEvents,
  emptyPool,
  forget,
  poolStep,
  readLog,
  type PoolEvent,
  type PoolState,
} from "../../src/pool/index.ts";
import { isInLine, organisedStreams } from "../support/pool-organisations.ts";
import { dateOf, foldOf, streams } from "../support/pool-streams.ts";
import { runs, shareOf } from "../support/runs.ts";
import { thrownBy } from "../support/thrown-by.ts";

const joins: readonly PoolEvent[] = [
  { at: "2027-01-01", side: "mentor", join: { id: "ece", teaches: ["AI"] } },
  { at: "2027-01-01", side: "mentor", join: { id: "can", teaches: ["AI"], avoid: ["haluk"] } },
  { at: "2027-01-02", side: "mentee", join: { id: "haluk", learns: ["AI"], managerId: "leyla" } },
  { at: "2027-01-02", side: "mentee", join: { id: "leyla", learns: ["AI"] } },
];
const key = new Uint8Array(32).fill(7);
const step = poolStep(applyEvents(emptyPool(), joins), "2027-01-08", { every: 7 }, { rules: [] });
const log = appendToLog(appendToLog("", joins), step.events);
const lines = log.trimEnd().split("\n");

describe("the log of a pool", () => {
  it("gives the events back, from which the state is made again", () => {
    const { events, unchecked } = readLog(log);
    expect(events).toEqual([...joins, ...step.events]);
    expect(unchecked).toEqual([]);
    expect(applyEvents(emptyPool(), events)).toEqual(step.state);
    expect(appendToLog(log, [])).toBe(log);
  });

  it("finds every line that was changed, left out, doubled or moved, and every gap that nobody admits", () => {
    const [first = "", second = "", ...rest] = lines;
    const last = lines.at(-1) ?? "";
    const broken = [
      [first.replace("AI", "BI"), second, ...rest],
      [second, ...rest],
      [second, first, ...rest],
      [first, first, second, ...rest],
      [first, second, ...rest.slice(0, -1), last.replace(/"score":\d+/u, '"score":1')],
      [first.replace(/"event":.*?,"hash"/u, '"forgotten":"whole","hash"'), second, ...rest],
      [first.replace('"hash"', '"forgotten":"part","hash"'), second, ...rest],
      ["{}", second, ...rest],
      ["no line", second, ...rest],
    ];
    for (const texts of broken) expect(thrownBy(() => readLog(texts.join("\n"))).code).toBe("LOG_BROKEN");
  });

  it("refuses what is no event, and an event before the last line", () => {
    const late: PoolEvent = { at: "2026-12-31", leave: "ece", side: "mentor" };
    expect(thrownBy(() => appendToLog(log, [late])).code).toBe("CLOCK_BACKWARDS");
    expect(thrownBy(() => appendToLog(log, JSON.parse('[{"at":"2027-02-01"}]') as PoolEvent[])).code).toBe(
      "FIELD_MISSING",
    );
  });
});

describe("forget", () => {
  const forgotten = forget({ state: step.state, log }, "haluk", "2027-02-01");

  it("leaves the person nowhere, and says what can no longer be checked", () => {
    expect(JSON.stringify(forgotten)).not.toContain("haluk");
    expect(forgotten.en).toContain(`out of ${forgotten.lines.length} of 5 lines`);
    expect(forgotten.tr).toContain("denetlenemez");
    expect(readLog(forgotten.log).unchecked).toEqual(forgotten.lines);
    // entries that name them, their own, and the step that proposed them
    expect(forgotten.lines).toEqual([2, 3, 5]);
  });

  it("frees the place of an open partner, and the rest of the log still holds", () => {
    const partner = step.pairs.find(({ menteeId }) => menteeId === "haluk")?.mentorId;
    expect(forgotten.state.mentors.find(({ entry }) => entry.id === partner)?.places).toBe(1);
    const tampered = forgotten.log.replace("leyla", "lexla");
    expect(thrownBy(() => readLog(tampered)).code).toBe("LOG_BROKEN");
    const again = forget(forgotten, "leyla", "2027-02-02");
    expect(JSON.stringify(again)).not.toContain("leyla");
    expect(readLog(again.log).unchecked).toEqual([2, 3, 4, 5]);
  });

  it("whoever was their partner waits as if they had left, also a mentor's", () => {
    let partners = 0;
    fc.assert(
      fc.property(streams(), fc.constantFrom("m0", "m1", "s0", "s1"), (events, id) => {
        const state = foldOf(events, { every: 3 }, { rules: [] }).at(-1)?.state ?? emptyPool();
        const side = id.startsWith("m") ? ("mentor" as const) : ("mentee" as const);
        const others = (pool: PoolState) => (side === "mentor" ? pool.mentees : pool.mentors);
        const own = side === "mentor" ? state.mentors : state.mentees;
        fc.pre(own.some(({ entry }) => entry.id === id));
        const left = applyEvents(state, [{ at: dateOf(90), leave: id, side }]);
        const gone = forget({ state, log: "" }, id, dateOf(90)).state;
        expect(others(gone)).toEqual(others(left));
        expect(gone.pairs).toEqual(left.pairs.filter(({ mentorId, menteeId }) => ![mentorId, menteeId].includes(id)));
        expect(JSON.stringify(gone)).not.toContain(`"${id}"`);
        partners += others(gone).filter(({ since }) => since === dateOf(90)).length;
      }),
      runs(40),
    );
    expect(partners).toBeGreaterThan(shareOf(10));
  });

  it("a reporting line that ran through them still holds, and no field names them any more", () => {
    let [made, named] = [0, 0];
    fc.assert(
      fc.property(organisedStreams, fc.nat(8), fc.nat(12), (stream, person, day) => {
        const [id, at] = [`p${person}`, dateOf(day)];
        const { programme, events } = stream;
        const before = events.filter((event) => event.at < at);
        let stored = { state: applyEvents(emptyPool(programme), before), log: appendToLog("", before, { key }) };
        fc.pre(JSON.stringify(stored).includes(`"${id}"`));
        named += 1;
        stored = forget(stored, id, at);
        expect(JSON.stringify(stored)).not.toContain(`"${id}"`);
        expect(readLog(stored.log).events.every((event) => !JSON.stringify(event).includes(`"${id}"`))).toBe(true);
        const { pairs } = poolStep(stored.state, at, { every: 1 }, { rules: [noReportingLine()] });
        made += pairs.length;
        for (const pair of pairs) expect([pair, isInLine(stream, at, pair)]).toEqual([pair, false]);
      }),
      runs(60),
    );
    expect(named).toBeGreaterThan(shareOf(30));
    expect(made).toBeGreaterThan(shareOf(20));
  });

  it("a hash confirms a guess of what was forgotten, unless the log has a key", () => {
    for (const options of [{}, { key }]) {
      const whole = appendToLog("", joins, options);
      expect(readLog(whole).events).toEqual(joins);
      expect(appendToLog("", joins.slice(0, 2), options)).toBe(
        appendToLog("", joins, options).split("\n").slice(0, 2).join("\n") + "\n",
      );
      const kept = forget({ state: emptyPool(), log: whole }, "ece", "2027-02-01").log;
      const guess = appendToLog("", joins.slice(0, 1)).trimEnd();
      const { hash } = JSON.parse(kept.split("\n")[0] ?? "") as { readonly hash: string };
      expect(guess.includes(hash)).toBe(!("key" in options));
      expect(kept.split("\n")[0]).not.toContain("salt");
      expect(thrownBy(() => readLog(whole.replace(/"salt":"./u, '"salt":"x').replace('"AI"', '"BI"'))).code).toBe(
        "LOG_BROKEN",
      );
    }
    expect(thrownBy(() => appendToLog("", joins, { key: new Uint8Array(5) })).code).toBe("KEY_LENGTH");
    expect(thrownBy(() => appendToLog("", joins, JSON.parse('{"salt":"x"}') as object)).code).toBe("FIELD_UNKNOWN");
  });

  it("refuses an instant before the last event, of the state or of the log", () => {
    const early = { state: emptyPool(), log: appendToLog("", joins) };
    expect(thrownBy(() => forget({ state: step.state, log: "" }, "haluk", "2027-01-07")).code).toBe("CLOCK_BACKWARDS");
    expect(thrownBy(() => forget(early, "haluk", "2027-01-01")).code).toBe("CLOCK_BACKWARDS");
  });

  it("refuses somebody whom nothing names", () => {
    expect(thrownBy(() => forget(forgotten, "haluk", "2027-02-03")).code).toBe("ID_UNKNOWN");
  });
});
