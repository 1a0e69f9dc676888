import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  availability,
  crossGeneration,
  goals,
  type MatchOptions,
  minimumScore,
  noReportingLine,
  sharedTopic,
  TersineError,
  topics,
} from "../../../src/index.ts";
import { drain } from "../../../src/base/steps.ts";
import { offeredByAll } from "../../../src/matcher/variant/offered.ts";
import { withTopic } from "../../../src/matcher/variant/programme.ts";
import { rescored } from "../../../src/matcher/variant/rescored.ts";
import { type Pool, preparePool } from "../../../src/plan/pool.ts";
import { programmes } from "../../support/programmes.ts";
import { runs, shareOf } from "../../support/runs.ts";

const options = fc.constantFrom<MatchOptions>(
  {},
  { rules: [noReportingLine(), sharedTopic(), minimumScore(0.3)] },
  { rules: [crossGeneration({ unknown: "allow" })], criteria: [topics({ atLeast: 2 }), goals(), availability()] },
  { rules: [sharedTopic({ unknown: "allow" })], criteria: [goals()] },
);

function poolOf(input: Parameters<typeof preparePool>[0], given: MatchOptions): Pool | undefined {
  try {
    return drain(preparePool(input, given));
  } catch (error) {
    if (error instanceof TersineError) return undefined;
    throw error;
  }
}

describe("offeredByAll", () => {
  it("gives the candidates of a programme that is scored anew", () => {
    let changed = 0;
    fc.assert(
      fc.property(programmes({ largest: 7 }), options, (input, given) => {
        const pool = poolOf(input, given);
        fc.pre(pool !== undefined);
        const wished = pool.program.mentees.flatMap(({ learns }) => learns);
        for (const wish of [...wished.slice(0, 3), "never heard of"]) {
          const topic = typeof wish === "string" ? wish : wish.topic;
          const { graph } = drain(
            rescored(
              pool,
              withTopic(pool.program, topic, () => true),
            ),
          );
          const { rowStart, columnAt, scoreAt } = drain(offeredByAll(pool, topic));
          expect({ rowStart, columnAt, scoreAt }).toEqual({
            rowStart: graph.rowStart,
            columnAt: graph.columnAt,
            scoreAt: graph.scoreAt,
          });
          if (JSON.stringify(graph.scoreAt) !== JSON.stringify(pool.graph.scoreAt)) changed += 1;
        }
      }),
      runs(120),
    );
    expect(changed).toBeGreaterThan(shareOf(20));
  });
});
