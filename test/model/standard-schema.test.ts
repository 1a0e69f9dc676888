import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { checkInput, inputJsonSchema, inputSchema, type MatchInput } from "../../src/index.ts";
import { programmes } from "../support/programmes.ts";

const standard = inputSchema["~standard"];

/** A programme in which one value was put in the place of another. */
const mixedUp = fc
  .tuple(programmes(), fc.nat(), fc.constantFrom<unknown>(null, -1, "", "a/b~c", 1e99, {}, [[]], true))
  .map(([programme, at, wrong]) => {
    const copy = structuredClone(programme) as unknown;
    const places: (() => void)[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const key of Object.keys(value)) {
        places.push(() => {
          Reflect.set(value, key, wrong);
        });
        visit(Reflect.get(value, key));
      }
    };
    visit(copy);
    places[at % places.length]?.();
    return copy;
  });

describe("the input as a Standard Schema", () => {
  it("finds a sound input sound, and gives the same object back", () => {
    fc.assert(
      fc.property(programmes(), (programme) => {
        fc.pre(checkInput(programme).issues.length === 0);
        expect(standard.validate(programme)).toStrictEqual({ value: programme });
        const answer = standard.validate(programme);
        expect("value" in answer && answer.value).toBe(programme);
      }),
    );
  });

  it("tells every problem that matchPairs tells, at its place", () => {
    let told = 0;
    fc.assert(
      fc.property(fc.oneof(mixedUp, fc.anything()), (input) => {
        const { issues } = checkInput(input);
        const found = standard.validate(input).issues ?? [];
        told += found.length;
        expect(found.map(({ message }) => message)).toEqual(
          issues.map(({ message, hint }) => (hint === undefined ? message : `${message} ${hint}`)),
        );
        for (const [index, { path }] of found.entries()) {
          const pointer = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
          expect(pointer).toBe(issues[index]?.path);
        }
      }),
    );
    expect(told).toBeGreaterThan(10);
  });

  it("has the types that the standard asks for, and the JSON Schema", () => {
    expectTypeOf(inputSchema).toExtend<StandardSchemaV1<MatchInput>>();
    expectTypeOf(inputSchema).toExtend<StandardJSONSchemaV1<MatchInput>>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof inputSchema>>().toEqualTypeOf<MatchInput>();
    expect(standard.jsonSchema.input({ target: "draft-2020-12" })).toEqual(inputJsonSchema());
    expect(() => standard.jsonSchema.output({ target: "draft-07" })).toThrow(Error);
  });
});
