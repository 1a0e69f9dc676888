import { describe, expect, it } from "vitest";
import {
  appendToLog,
  applyEvents,
  emptyPool,
  forget,
  poolStep,
  readLog,
  type PoolEvent,
} from "../../src/pool/index.ts";
import { thrownBy } from "../support/thrown-by.ts";

const joins: readonly PoolEvent[] = [
  { at: "2027-01-01", side: "mentor", join: { id: "ece", teaches: ["AI"] } },
  { at: "2027-01-01", side: "mentor", join: { id: "can", teaches: ["AI"], avoid: ["haluk"] } },
  { at: "2027-01-02", side: "mentee", join: { id: "haluk", learns: ["AI"], managerId: "leyla" } },
  { at: "2027-01-02", side: "mentee", join: { id: "leyla", learns: ["AI"] } },
];
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

  it("refuses somebody whom nothing names", () => {
    expect(thrownBy(() => forget(forgotten, "haluk", "2027-02-03")).code).toBe("ID_UNKNOWN");
  });
});
