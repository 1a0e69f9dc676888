import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it, vi } from "vitest";
import lowest from "zod-lowest/package.json" with { type: "json" };
import * as newest from "../../../src/index.ts";

/*
 * Users have the zod of their own project, so the package takes a range of versions. What it says must not follow from
 * which of them is there.
 */

const { dependencies } = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../../package.json", import.meta.url)), "utf8"),
) as { readonly dependencies: Readonly<Record<string, string>> };

const inputs: readonly unknown[] = [
  undefined,
  { mentors: 1, menteees: [] },
  {
    people: [{ id: "1", level: "x", birthYear: 1990.5 }, { id: "", languages: "en" }, 7],
    mentors: [{ id: "1", capacity: -1, teaches: [{ topic: 3 }] }, { teaches: "AI" }],
    mentees: [{ id: "2", learns: [null], priority: 1e99 }],
  },
  {
    people: [
      { id: "1", birthYear: 1999 },
      { id: "2", birthYear: 1970 },
      { id: "3", birthYear: 2001 },
    ],
    mentors: [
      { id: "1", teaches: ["AI"] },
      { id: "3", teaches: ["Video"] },
    ],
    mentees: [{ id: "2", learns: ["AI"] }],
  },
];
const optionsOf = [{}, { objective: "best" }, { limits: { work: "much" }, coverage: 1 }];

function answersOf(tersine: typeof newest): unknown {
  const told = (body: () => unknown): unknown => {
    try {
      return body();
    } catch (error) {
      return error instanceof newest.TersineError ? error.issues : String(error);
    }
  };
  return {
    schemas: [tersine.inputJsonSchema(), tersine.configJsonSchema()],
    answers: inputs.flatMap((input) =>
      optionsOf.map((options) =>
        told(() => tersine.matchPairs(input as newest.MatchInput, { today: "2027-01-04", ...options } as never)),
      ),
    ),
  };
}

afterAll(() => {
  vi.doUnmock("zod");
});

it("the lowest zod of the range gives the same schemas, problems and pairs as the newest", async () => {
  expect(dependencies["zod"]).toBe(`^${lowest.version}`);
  vi.resetModules();
  const used = vi.fn();
  vi.doMock("zod", async () => {
    used();
    return import("zod-lowest");
  });
  const withLowest = await import("../../../src/index.ts");
  expect(used).toHaveBeenCalled();
  expect(withLowest.matchPairs).not.toBe(newest.matchPairs);
  expect(JSON.stringify(answersOf(withLowest))).toBe(JSON.stringify(answersOf(newest)));
});
