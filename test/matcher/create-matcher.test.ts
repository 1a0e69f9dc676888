import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../../src/index.ts";
import { runs } from "../support/runs.ts";
import { talkProgrammes } from "../support/talk-programmes.ts";

describe("candidates of a matcher", () => {
  it("are the allowed pairs with their scores, in order", () => {
    fc.assert(
      fc.property(talkProgrammes({ mentees: [2, 3], mentors: [2, 4] }), ({ input, options, pairs }) => {
        const resting = [...input.mentors, ...input.mentees]
          .filter(({ capacity }) => capacity === 0)
          .map(({ id }) => id);
        const own = createMatcher(input, options)
          .candidates()
          .filter(({ mentorId, menteeId }) => !resting.includes(mentorId) && !resting.includes(menteeId));
        expect(own).toEqual(
          pairs.map(({ mentorId, menteeId, hundredths }) => ({ mentorId, menteeId, score: hundredths * 10_000 })),
        );
      }),
      runs(20),
    );
  });
});
