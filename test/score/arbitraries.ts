import fc from "fast-check";
import type { MenteeProfile, MentorProfile, ScorePool } from "../../src/score/index.ts";

/** A few words in several spellings, so that lists of them meet often. */
const word = fc.constantFrom("AI", "ai", "Podcasts", "podcasts ", "İklim", "iklim", "Iğdır", "ığdır", "TikTok", "SQL");
const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });

const offer = fc.oneof(
  word,
  fc.record({ topic: word, level }, { requiredKeys: ["topic"] }).map(({ topic, level: known }) => ({
    topic,
    ...(known === undefined ? {} : { level: known }),
  })),
);

const wish = fc.oneof(
  word,
  fc.record(
    {
      topic: word,
      priority: fc.integer({ min: 1, max: 9 }),
      weight: fc.integer({ min: 1, max: 10 }),
      level: fc.integer({ min: 1, max: 5 }),
      indispensable: fc.boolean(),
    },
    { requiredKeys: ["topic"] },
  ),
);

const common = {
  goals: fc.array(word, { maxLength: 5 }),
  level: fc.integer({ min: -2, max: 12 }),
};

/** Mentors of the four main criteria, each field absent now and then. */
export const mentorProfile: fc.Arbitrary<MentorProfile> = fc.record(
  { ...common, teaches: fc.array(offer, { maxLength: 6 }) },
  { requiredKeys: [] },
);

export const menteeProfile: fc.Arbitrary<MenteeProfile> = fc.record(
  { ...common, learns: fc.array(wish, { maxLength: 6 }) },
  { requiredKeys: [] },
);

/** Pools of at least one pair, with levels as the measure of seniority. */
export const pool: fc.Arbitrary<ScorePool> = fc.record({
  mentors: fc.array(mentorProfile, { minLength: 1, maxLength: 5 }),
  mentees: fc.array(menteeProfile, { minLength: 1, maxLength: 5 }),
  context: fc.constant({ seniority: "level" as const }),
});

/** Weights as programmes state them: whole, or with up to 6 decimals. */
export const weight = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 20_000_000 }).map((parts) => parts / 1_000_000),
);
