import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_JSON_DEPTH, scanJson } from "../../../src/io/json/scan.ts";
import { runs } from "../../support/runs.ts";

const jsonFaults = (text: string) => scanJson(text).faults;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const SYNTAX = new Set(["JSON_SYNTAX", "JSON_EXTRA_DATA"]);
const refuses = (text: string): boolean => jsonFaults(text).some(({ code }) => SYNTAX.has(code));

describe("the scan of JSON", () => {
  it("I5: takes what JSON.parse takes, however it is spaced", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom("", "  ", "\t", "\r\n"), (value, space) => {
        expect(jsonFaults(`${space}${JSON.stringify(value, undefined, space)}${space}`)).toEqual([]);
      }),
    );
  });

  it("I5: refuses what JSON.parse refuses, and nothing else", () => {
    const pieces = [
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      "-0",
      "01",
      "1.",
      "1e5",
      "true",
      "nul",
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      " ",
    ];
    let refused = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces, "\n", "\u00a0", "\u0001"), { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        expect(refuses(text)).toBe(!isJson(text));
        refused += isJson(text) ? 0 : 1;
      }),
      runs(20_000),
    );
    expect(refused).toBeLessThan(20_000);
  });

  it("I5: finds a broken letter at its place, or where the word or escape around it begins", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        const text = JSON.stringify(value);
        const place = at % (text.length + 1);
        const broken = `${text.slice(0, place)}\u0001${text.slice(place)}`;
        const found = jsonFaults(broken).at(-1)?.at ?? Infinity;
        expect(place - found).toBeGreaterThanOrEqual(0);
        expect(place - found).toBeLessThan("\\u0000".length);
      }),
    );
  });

  it("I5: finds keys that stand twice, spelled with escapes too, and numbers beyond doubles", () => {
    expect(jsonFaults('{"a":[0,{"b":1,"\\u0062":-1e999}],"__proto__":1,"__proto__":2}')).toEqual([
      { code: "JSON_DUPLICATE_KEY", at: 15, path: ["a", 1, "b"] },
      { code: "NUMBER_RANGE", at: 24, path: ["a", 1, "b"] },
      { code: "JSON_DUPLICATE_KEY", at: 47, path: ["__proto__"] },
    ]);
    expect(jsonFaults('[{"a":1},{"a":1}]')).toEqual([]);
  });

  it("I5: reads down to the depth limit and no deeper", () => {
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(jsonFaults(nested(MAX_JSON_DEPTH))).toEqual([]);
    expect(jsonFaults(nested(MAX_JSON_DEPTH + 1))).toMatchObject([{ code: "JSON_TOO_DEEP", at: MAX_JSON_DEPTH }]);
    expect(jsonFaults("[".repeat(1_000_000))).toMatchObject([{ code: "JSON_TOO_DEEP" }]);
  });
});
