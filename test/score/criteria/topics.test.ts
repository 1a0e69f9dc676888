import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../src/base/text.ts";
import {
  type CatalogueTopic,
  defaultCriteria,
  FULL_SCORE,
  loadCatalogue,
  type MenteeProfile,
  type MentorProfile,
  NO_INFORMATION,
  reverseMentoringTopics,
  scorePair,
  topicCatalogue,
  type TopicCatalogueOptions,
  topics,
  type TopicsCriterion,
} from "../../../src/score/index.ts";
import { failureOf } from "../support/failure.ts";
import { menteeProfile, mentorProfile, pool } from "../arbitraries.ts";
import { runs } from "../../support/runs.ts";

const value = (teaches: MentorProfile["teaches"], learns: MenteeProfile["learns"], criterion = topics()) =>
  criterion.value({ ...(teaches && { teaches }) }, { ...(learns && { learns }) });

const named = (options: TopicCatalogueOptions, list: readonly CatalogueTopic[] = []): TopicsCriterion =>
  topics({ catalogue: topicCatalogue(list, options) });

/** The definition, term by term, for topics without relations. */
function expectedValue({ teaches = [] }: MentorProfile, { learns = [] }: MenteeProfile): number | undefined {
  if (teaches.length === 0 || learns.length === 0) return undefined;
  const offers = teaches.map((offer) => (typeof offer === "string" ? { topic: offer } : offer));
  const entries = learns.map((wish) => (typeof wish === "string" ? { topic: wish } : wish));
  const priorities = new Map<string, number>();
  for (const { topic, priority = 10 } of entries) {
    priorities.set(foldText(topic), Math.min(priority, priorities.get(foldText(topic)) ?? 10));
  }
  const last = Math.max(0, ...[...priorities.values()].filter((priority) => priority < 10));
  // in sixtieths, so that a level of 1 to 5 divides them
  let sum = 0;
  let total = 0;
  for (const folded of new Set(entries.map(({ topic }) => foldText(topic)))) {
    const wishes = entries.filter(({ topic }) => foldText(topic) === folded);
    const priority = Math.min(...wishes.map((wish) => wish.priority ?? 10)) % 10 || last + 1;
    const count = (Math.max(...wishes.map((wish) => wish.weight ?? 1)) * 2520) / priority;
    const wanted = Math.max(...wishes.map((wish) => wish.level ?? 0));
    const levels = offers.filter(({ topic }) => foldText(topic) === folded).map(({ level = 1 }) => level);
    const credit = levels.length === 0 ? 0 : wanted === 0 ? 60 : Math.min(60, (Math.max(...levels) * 60) / wanted);
    sum += count * credit;
    total += 60 * count;
  }
  return Number((2n * BigInt(sum) * BigInt(FULL_SCORE) + BigInt(total)) / (2n * BigInt(total))) / FULL_SCORE;
}

describe("topics", () => {
  it.each([
    ["all covered", ["AI", "SQL"], ["ai"], 1],
    ["half covered", ["AI"], ["ai", "SQL"], 0.5],
    ["none covered", ["AI"], ["SQL"], 0],
    [
      "first of two priorities",
      ["AI"],
      [
        { topic: "ai", priority: 1 },
        { topic: "SQL", priority: 2 },
      ],
      0.666667,
    ],
    [
      "second of two priorities",
      ["SQL"],
      [
        { topic: "ai", priority: 1 },
        { topic: "SQL", priority: 2 },
      ],
      0.333333,
    ],
    ["one without a priority comes last", ["SQL"], [{ topic: "ai", priority: 1 }, "SQL"], 0.333333],
    ["weight of three to one", ["AI"], [{ topic: "ai", weight: 3 }, "SQL"], 0.75],
    ["level above", [{ topic: "AI", level: 5 }], [{ topic: "AI", level: 4 }], 1],
    ["half the level", [{ topic: "AI", level: 2 }], [{ topic: "AI", level: 4 }], 0.5],
    ["level not stated", ["AI"], [{ topic: "AI", level: 4 }], 0.25],
  ] as const)("%s", (_case, teaches, learns, expected) => {
    expect(value(teaches, learns)).toBe(expected);
  });

  it("is rounded once, from one division", () => {
    const wishes = [
      { topic: "x", weight: 9, priority: 1, level: 3 },
      { topic: "y", weight: 9 },
      { topic: "z", priority: 3 },
      "w",
    ];
    expect(value([{ topic: "x", level: 2 }], wishes)).toBe(0.507042);
  });

  it("with a fewest number of wishes, naming only the best wish gains nothing over naming others", () => {
    const rank = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
    const wishes = fc.uniqueArray(fc.record({ topic: fc.constantFrom("x", "y", "z", "w"), rank }), {
      minLength: 1,
      maxLength: 4,
      selector: ({ topic }) => topic,
    });
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 5 }), (list, atLeast) => {
        const criterion = topics({ atLeast });
        // honest wishes have the priorities 1, 2, 3 …, sly ones the first of them alone
        const honest = ["x", "y", "z", "w", "v"].slice(0, atLeast).map((topic, at) => ({ topic, priority: at + 1 }));
        expect(value(["x"], honest.slice(0, 1), criterion)).toBe(value(["x"], honest, criterion));
        const plain = honest.map(({ topic }) => topic);
        expect(value(["x"], ["x"], criterion)).toBe(value(["x"], plain, criterion));
        // one wish more never lowers what counts below the fewest number, nor changes anything above it
        const learns = list.map(({ topic, rank: priority }) => ({
          topic,
          ...(priority === undefined ? {} : { priority }),
        }));
        const counted = value(["x"], learns, criterion) ?? 0;
        expect(counted).toBeLessThanOrEqual(value(["x"], learns) ?? 0);
        if (list.length >= atLeast) expect(counted).toBe(value(["x"], learns));
      }),
      runs(200),
    );
    const facts = topics({ atLeast: 3 }).prepare({
      mentors: [{ teaches: ["x"] }],
      mentees: [{ learns: ["x"] }],
      context: {},
    });
    expect(facts.facts(0, 0)).toMatchObject({ wished: 1, atLeast: 3 });
    expect(facts.points(0, 0)).toBe(333_333);
  });

  it("S5, S8: agrees with the definition, in any pool", () => {
    fc.assert(
      fc.property(pool, (people) => {
        const prepared = topics().prepare(people);
        const row = new Int32Array(people.mentors.length);
        for (const [mentee, wishes] of people.mentees.entries()) {
          prepared.pointsRow?.(mentee, row);
          for (const [mentor, offers] of people.mentors.entries()) {
            const expected = expectedValue(offers, wishes);
            expect(topics().value(offers, wishes)).toBe(expected);
            expect(prepared.points(mentee, mentor)).toBe(
              expected === undefined ? NO_INFORMATION : Math.round(expected * FULL_SCORE),
            );
            expect(row[mentor]).toBe(prepared.points(mentee, mentor));
          }
        }
      }),
      runs(400),
    );
  });

  it("S5: an offer more never lowers the value, an offer less never raises a default score", () => {
    const criteria = defaultCriteria().filter(({ name }) => name !== "availability");
    fc.assert(
      fc.property(mentorProfile, menteeProfile, fc.nat(), (mentor, mentee, at) => {
        const teaches = mentor.teaches ?? [];
        fc.pre(teaches.length > 0);
        const fewer = { ...mentor, teaches: teaches.filter((_, place) => place !== at % teaches.length) };
        const before = scorePair(mentor, mentee, criteria, { seniority: "level" });
        const after = scorePair(fewer, mentee, criteria, { seniority: "level" });
        expect(after.score).toBeLessThanOrEqual(before.score);
      }),
      runs(1_000),
    );
  });

  it("S5: stating a level is never a disadvantage", () => {
    fc.assert(
      fc.property(mentorProfile, menteeProfile, fc.integer({ min: 1, max: 5 }), (mentor, mentee, level) => {
        const stated = mentor.teaches?.map((offer) => (typeof offer === "string" ? { topic: offer, level } : offer));
        const before = value(mentor.teaches, mentee.learns) ?? 0;
        expect(value(stated, mentee.learns) ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("S8: equal lists score 1, disjoint ones 0, empty ones nothing", () => {
    const words = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 });
    fc.assert(
      fc.property(words, (list) => {
        expect(value(list, list)).toBe(1);
        expect(
          value(
            list.map((word) => `${word}x`),
            list,
          ),
        ).toBe(0);
        expect(value([], list)).toBe(undefined);
        expect(value(list, [])).toBe(undefined);
        expect(value(undefined, undefined)).toBe(undefined);
      }),
    );
  });

  it("N8: order and repetition change neither points nor facts", () => {
    fc.assert(
      fc.property(mentorProfile, menteeProfile, (mentor, mentee) => {
        const teaches = mentor.teaches ?? [];
        const learns = mentee.learns ?? [];
        const turned = topics().prepare({
          mentors: [{ teaches: [...teaches, ...teaches].reverse() }],
          mentees: [{ learns: [...learns, ...learns].reverse() }],
          context: {},
        });
        const straight = topics().prepare({ mentors: [{ teaches }], mentees: [{ learns }], context: {} });
        expect(turned.points(0, 0)).toBe(straight.points(0, 0));
        expect(turned.facts(0, 0)).toEqual(straight.facts(0, 0));
      }),
    );
  });

  it("says what is shared, in the mentee's order and spelling", () => {
    const [contribution] = scorePair(
      { teaches: [{ topic: "podcasts", level: 2 }, "tiktok"] },
      { learns: [{ topic: "Podcasts", priority: 2, level: 4 }, { topic: "TikTok", priority: 1 }, "SQL"] },
      [topics()],
    ).contributions;
    expect(contribution?.facts).toEqual({
      kind: "topics",
      shared: [
        { topic: "TikTok", priority: 1, credit: FULL_SCORE },
        { topic: "Podcasts", priority: 2, credit: 500_000, level: { offered: 2, wanted: 4 } },
      ],
      wished: 3,
    });
    expect(scorePair({}, { learns: ["SQL"] }, [topics()]).contributions[0]).toMatchObject({
      value: 0,
      missing: "zero",
      facts: { missing: "mentor", wished: 1 },
    });
  });
});

describe("topics, indispensable", () => {
  const covers = (teaches: MentorProfile["teaches"], learns: MenteeProfile["learns"], criterion = topics()) =>
    criterion.prepare({
      mentors: [{ ...(teaches && { teaches }) }],
      mentees: [{ ...(learns && { learns }) }],
      context: {},
    });

  it("is covered by the very topic at the level wanted, and by nothing less", () => {
    const wish = [{ topic: "AI", level: 3, indispensable: true }, "SQL"];
    expect(covers([{ topic: "ai", level: 3 }], wish).coversIndispensable(0, 0)).toBe(true);
    expect(covers([{ topic: "ai", level: 2 }], wish).coversIndispensable(0, 0)).toBe(false);
    expect(covers(["SQL"], wish).coversIndispensable(0, 0)).toBe(false);
    expect(covers(undefined, wish).coversIndispensable(0, 0)).toBe(false);
    expect(covers([], ["SQL"]).coversIndispensable(0, 0)).toBe(true);
    const related = named({ broader: { "machine learning": "AI" } });
    expect(covers(["machine learning"], wish, related).coversIndispensable(0, 0)).toBe(false);
    expect(covers(["SQL"], wish).facts(0, 0)).toMatchObject({ uncovered: ["AI"] });
  });
});

describe("topics, names", () => {
  it("N9: aliases are transitive and lead to one topic", () => {
    const criterion = named({ aliases: { JS: "ECMAScript", js: "ecmascript", ECMAScript: "JavaScript", c: "C" } });
    expect(value(["JavaScript"], ["js"], criterion)).toBe(1);
    expect(value(["js"], ["ecmascript"], criterion)).toBe(1);
    expect(value(["js", "JavaScript"], ["ecmascript", "JS", "go"], criterion)).toBe(0.5);
  });
});

describe("topics, refused names", () => {
  it("N9: alias cycles of any length, with the place of each member", () => {
    const error = failureOf(() => named({ aliases: { a: "b", b: "C", c: "a", d: "a" } }));
    expect(error.code).toBe("ALIAS_CYCLE");
    expect(error.issues.map(({ path }) => path).sort()).toEqual(["/aliases/a", "/aliases/b", "/aliases/c"]);
  });

  it("TAXONOMY_CYCLE: through catalogue and links together", () => {
    const catalogue: CatalogueTopic[] = [{ id: "web", broader: ["it"] }, { id: "it" }];
    const error = failureOf(() => named({ broader: { IT: "web" } }, catalogue));
    expect(error.issues.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      "TAXONOMY_CYCLE /broader/IT",
      "TAXONOMY_CYCLE /catalogue/0/broader",
    ]);
  });

  it("FIELD_CONFLICT: one name for two topics", () => {
    const catalogue: CatalogueTopic[] = [{ id: "web", labels: { en: "Net" } }, { id: "net" }];
    expect(failureOf(() => named({}, catalogue)).issues[0]).toMatchObject({
      code: "FIELD_CONFLICT",
      path: "/catalogue/1",
    });
    expect(failureOf(() => named({ aliases: { a: "b" } }, [{ id: "a" }, { id: "b" }])).code).toBe("FIELD_CONFLICT");
  });

  it("TOPIC_UNKNOWN: with strict, every unknown topic at its place", () => {
    const strict = named({ aliases: { ML: "machine learning" }, strict: true }, [{ id: "AI" }]);
    expect(value(["ai", "ml"], ["AI", "Machine learning"], strict)).toBe(1);
    const error = failureOf(() =>
      strict.prepare({ mentors: [{ teaches: ["AI", "x"] }], mentees: [{}, { learns: [{ topic: "y" }] }], context: {} }),
    );
    expect(error.issues.map(({ path }) => path)).toEqual(["/mentors/0/teaches/1", "/mentees/1/learns/0"]);
  });
});

describe("topics, related", () => {
  const tools = named({
    broader: { TikTok: "social media", Reels: ["social media", "video"], "social media": "digital" },
  });

  it.each([
    ["one link up", ["social media"], ["TikTok"], 0.5],
    ["one link down", ["TikTok"], ["Social Media"], 0.5],
    ["two links", ["TikTok"], ["digital"], 0.25],
    ["siblings are not related", ["TikTok"], ["Reels"], 0],
    ["several parents", ["Reels"], ["video"], 0.5],
    ["the best offer counts", ["digital", "social media"], ["TikTok"], 0.5],
    ["related at half the level", [{ topic: "social media", level: 2 }], [{ topic: "TikTok", level: 4 }], 0.25],
  ] as const)("%s", (_case, teaches, learns, expected) => {
    expect(value(teaches, learns, tools)).toBe(expected);
  });

  it("takes the caller's closeness", () => {
    const strict = named({ broader: { TikTok: "social media" }, closeness: [] });
    expect(value(["social media"], ["TikTok"], strict)).toBe(0);
    expect(failureOf(() => named({ closeness: [1.5] })).code).toBe("NUMBER_RANGE");
  });

  it("S10: names the pool's scarce topics only when asked, and says so", () => {
    const people = {
      mentors: [{ teaches: ["a"] }, { teaches: ["a"] }, { teaches: ["a", "b"] }],
      mentees: [{ learns: ["a", "b"] }],
      context: {},
    };
    expect(topics().poolRelative).toBe(undefined);
    const rare = topics({ rarity: true });
    expect(rare.poolRelative).toBe(true);
    // a is wanted by 1 and offered by 3: 125 percent; b by 1 and 1: 150 percent
    expect(rare.prepare(people).points(0, 0)).toBe(Math.round((125 / 275) * FULL_SCORE));
    expect(topics().prepare(people).points(0, 0)).toBe(500_000);
  });
});

describe("catalogue", () => {
  it("N5, N6: Turkish and English names of the built-in topics meet, in any case and form", () => {
    const builtIn = named({ strict: true }, reverseMentoringTopics);
    for (const { id, labels = {}, aliases = [] } of reverseMentoringTopics) {
      expect(Object.keys(labels)).toEqual(["en", "tr"]);
      for (const name of [...Object.values(labels), ...aliases]) {
        for (const written of [name, name.toLocaleUpperCase("tr"), name.toUpperCase(), name.normalize("NFD")]) {
          expect([name, value([written], [id], builtIn)]).toEqual([name, 1]);
        }
      }
    }
    expect(value(["Sosyal medya"], ["social media"], builtIn)).toBe(1);
  });

  it("holds five themes with 15 to 25 concrete topics, each below a theme", () => {
    const themes = reverseMentoringTopics.filter(({ broader = [] }) => broader.length === 0);
    expect(themes).toHaveLength(5);
    const concrete = reverseMentoringTopics.length - themes.length;
    expect(concrete).toBeGreaterThanOrEqual(15);
    expect(concrete).toBeLessThanOrEqual(25);
    expect(loadCatalogue(JSON.parse(JSON.stringify(reverseMentoringTopics)))).toEqual(reverseMentoringTopics);
  });

  it("V2: the loader reports all problems at their places", () => {
    const error = failureOf(() =>
      loadCatalogue([
        { id: "a", label: "A" },
        null,
        { id: 7, labels: [] },
        { id: "A", broader: ["b"], aliases: "x" },
        {},
      ]),
    );
    expect(error.issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "FIELD_UNKNOWN /0/label",
      "FIELD_TYPE /1",
      "FIELD_TYPE /2/id",
      "FIELD_TYPE /2/labels",
      "LIST_EXPECTED /3/aliases",
      "FIELD_MISSING /4/id",
      "ID_DUPLICATE /3/id",
      "TOPIC_UNKNOWN /3/broader/0",
    ]);
    expect(failureOf(() => loadCatalogue({})).code).toBe("LIST_EXPECTED");
  });
});
