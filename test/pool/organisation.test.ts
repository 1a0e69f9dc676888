import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeSpace } from "../../src/index.ts";
import { applyEvents, emptyPool, poolStep, simulatePool, type PoolEvent } from "../../src/pool/index.ts";
import { isForbidden, organisedStreams } from "../support/pool-organisations.ts";
import { foldOf, policies } from "../support/pool-streams.ts";
import { runs, shareOf } from "../support/runs.ts";

const options = { rules: [safeSpace({ sameManager: false, coolingOff: 0 })] };

const joins = (id: string, side: "mentor" | "mentee", more: object = {}, at = "2027-01-01"): PoolEvent =>
  side === "mentor"
    ? { at, side, join: { id, teaches: ["AI"], ...more } }
    : { at, side, join: { id, learns: ["AI"], ...more } };

describe("a step knows the whole organisation that it was told of", () => {
  it("no step proposes a pair that a rule forbids, whoever is placed, has left or came back; nor does a simulation", () => {
    let [made, refused] = [0, 0];
    fc.assert(
      fc.property(organisedStreams, policies, (stream, policy) => {
        fc.pre(stream.events.length > 1);
        const fold = foldOf(stream.events, policy, options, stream.programme);
        for (const { at, step, state } of fold) {
          for (const pair of step.pairs) expect([at, pair, isForbidden(stream, at, pair)]).toEqual([at, pair, false]);
          made += step.pairs.length;
          for (const { entry: mentee, places } of state.mentees)
            for (const { entry: mentor, places: others } of state.mentors)
              if (places > 0 && others > 0 && isForbidden(stream, at, { mentorId: mentor.id, menteeId: mentee.id }))
                refused += 1;
        }
        const { state } = simulatePool(stream.events, policy, { ...options, programme: stream.programme });
        expect(state).toEqual(fold.at(-1)?.state);
      }),
      runs(40),
    );
    expect(made).toBeGreaterThan(shareOf(40));
    expect(refused).toBeGreaterThan(shareOf(10));
  });

  it("people may name somebody who is placed, or has left, in every field that names people", () => {
    for (const field of ["choices", "avoid", "dottedLineManagerIds", "evaluatorIds", "assistantIds"]) {
      const first = applyEvents(emptyPool(), [joins("senior", "mentee"), joins("junior", "mentor")]);
      const placed = poolStep(first, "2027-01-02", { every: 1 }, { rules: [] });
      expect(placed.pairs).toHaveLength(1);
      const more = applyEvents(placed.state, [
        joins("next", "mentor", { [field]: ["senior"], managerId: "junior" }, "2027-01-03"),
        joins("last", "mentee", {}, "2027-01-03"),
      ]);
      expect(poolStep(more, "2027-01-04", { every: 1 }, { rules: [] }).pairs).toHaveLength(1);
      const left = applyEvents(more, [{ at: "2027-01-04", leave: "senior", side: "mentee" }]);
      expect(poolStep(left, "2027-01-05", { every: 1 }, { rules: [] }).pairs).toHaveLength(1);
    }
  });

  it("keeps what only one entry told of somebody who leaves that side and stays on the other, and forgets it after", () => {
    const both = applyEvents(emptyPool({ people: [{ id: "boss" }] }), [
      joins("ece", "mentor", { birthYear: 1999, managerId: "boss" }),
      joins("ece", "mentee"),
      joins("boss", "mentor"),
    ]);
    const one = applyEvents(both, [{ at: "2027-01-02", leave: "ece", side: "mentor" }]);
    expect(one.former).toEqual([{ id: "ece", managerId: "boss", birthYear: 1999 }]);
    expect(poolStep(one, "2027-01-03", { every: 1 }, options).pairs).toEqual([]);
    const none = applyEvents(one, [{ at: "2027-01-03", leave: "ece", side: "mentee" }]);
    expect(none.former).toEqual([{ id: "ece", managerId: "boss" }]);
    const back = applyEvents(none, [joins("ece", "mentee", { managerId: null }, "2027-01-04")]);
    expect(back.former).toEqual([]);
    expect(poolStep(back, "2027-01-05", { every: 1 }, options).pairs).toHaveLength(1);
  });
});
