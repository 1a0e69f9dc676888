import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { criterion, rule } from "../../src/index.ts";
import { comparePolicies, simulatePool, type PoolEvent, type PoolPolicy } from "../../src/pool/index.ts";
import { dateOf } from "../support/pool-streams.ts";

interface IdsOfPair {
  readonly menteeId: string;
  readonly mentorId: string;
}

interface Fixture {
  readonly arrivals: readonly { readonly id: string; readonly side: "mentor" | "mentee"; readonly day: number }[];
  readonly scores: readonly (IdsOfPair & { readonly score: number })[];
  readonly policies: readonly {
    readonly policy: PoolPolicy;
    readonly pairs: readonly (IdsOfPair & { readonly at: number })[];
  }[];
  readonly hindsight: {
    readonly dayCost: number;
    readonly pairs: number;
    readonly worth: number;
    readonly chosen: readonly IdsOfPair[];
  };
}

const file = new URL("../fixtures/pool/eight-arrivals.json", import.meta.url);
const { arrivals, scores, policies, hindsight } = JSON.parse(readFileSync(file, "utf8")) as Fixture;

const events = arrivals.map(({ id, side, day }): PoolEvent =>
  side === "mentor"
    ? { at: dateOf(day), side, join: { id, teaches: ["all"] } }
    : { at: dateOf(day), side, join: { id, learns: ["all"] } },
);
const scoreOf = new Map(scores.map(({ menteeId, mentorId, score }) => [`${menteeId} ${mentorId}`, score]));
const options = {
  criteria: [criterion("table", ({ id: mentor }, { id: mentee }) => (scoreOf.get(`${mentee} ${mentor}`) ?? 0) / 100)],
  rules: [rule("table", ({ id: mentor }, { id: mentee }) => scoreOf.has(`${mentee} ${mentor}`))],
};

describe("a stream of eight arrivals, worked out by trying every choice in another language", () => {
  it.each(policies.map((each) => [JSON.stringify(each.policy), each] as const))("%s", (_, { policy, pairs }) => {
    const { state } = simulatePool(events, policy, options);
    const made = state.pairs.map(({ menteeId, mentorId, proposed }) => ({ at: proposed, menteeId, mentorId }));
    const expected = pairs.map(({ at, menteeId, mentorId }) => ({ at: dateOf(at), menteeId, mentorId }));
    expect(made).toEqual(expected.sort((a, b) => (a.menteeId < b.menteeId ? -1 : 1)));
  });

  it("hindsight, and what is said of each policy", () => {
    const { dayCost } = hindsight;
    const compared = comparePolicies(
      events,
      policies.map(({ policy }) => policy),
      { ...options, dayCost },
    );
    expect(compared.hindsight).toMatchObject({ pairs: hindsight.pairs, worth: hindsight.worth });
    expect(compared.hindsight.chosen.map(({ menteeId, mentorId }) => ({ menteeId, mentorId }))).toEqual(
      hindsight.chosen,
    );
    expect(compared.rows[1]?.en).toMatch(
      /^Every 3 days: 4 pairs, [0-9.]+ of 100 points on average; half of the mentees placed waited/u,
    );
    expect(compared.rows[2]?.tr).toMatch(
      /^3 günde bir; 80 puanın altındaki eşleşmeler en çok 6 gün bekletiliyor: 4 eşleşme, /u,
    );
  });
});
