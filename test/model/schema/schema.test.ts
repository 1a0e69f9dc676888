import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type * as input from "../../../src/model/input.ts";
import type * as schema from "../../../src/model/schema/schema.ts";
import {
  criterion,
  inputJsonSchema,
  matchPairs,
  partnerLimit,
  quota,
  rule,
  type MatchInput,
} from "../../../src/index.ts";

/** Read-only all the way down. */
type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type InputOf<Schema extends z.ZodType> = Frozen<z.input<Schema>>;

/** The docstring of each interface and type of a file, and of each field: `Person.id`. Inherited fields are listed too. */
function docstringsOf(path: string): ReadonlyMap<string, string> {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const found = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
    const type = statement.name.text;
    found.set(type, docstringOf(statement));
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const parents =
      statement.heritageClauses?.flatMap(({ types }) => types.map((each) => each.expression.getText())) ?? [];
    for (const [name, text] of [...found]) {
      const [parent = "", field] = name.split(".");
      if (field !== undefined && parents.includes(parent)) found.set(`${type}.${field}`, text);
    }
    for (const member of statement.members) found.set(`${type}.${member.name?.getText() ?? ""}`, docstringOf(member));
  }
  return found;
}

function docstringOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  const text = comment !== undefined && ts.isJSDoc(comment) ? ts.getTextOfJSDocComment(comment.comment) : undefined;
  return (text ?? "").replaceAll(/\s+/gu, " ").trim();
}

const docstrings = docstringsOf(fileURLToPath(new URL("../../../src/model/input.ts", import.meta.url)));
const { $defs = {} } = inputJsonSchema();

function described(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [type, definition] of Object.entries($defs)) {
    if (typeof definition === "boolean") throw new Error(`${type} describes nothing`);
    found.set(type, definition.description ?? "");
    for (const [field, value] of Object.entries(definition.properties ?? {})) {
      found.set(`${type}.${field}`, typeof value === "boolean" ? "" : (value.description ?? ""));
    }
  }
  return found;
}

describe("the types of input and their schemas", () => {
  it("say the same of every type and every field, and leave none without a sentence", () => {
    const named = [...docstrings].filter(([name]) => Object.hasOwn($defs, name.split(".")[0] ?? ""));
    expect(new Map(named.sort())).toEqual(new Map([...described()].sort()));
    expect([...docstrings].filter(([, text]) => text === "")).toEqual([]);
    expect([...docstrings.keys()].filter((name) => !name.includes(".") && !Object.hasOwn($defs, name))).toEqual([
      "Attributes",
      "Registration",
    ]);
  });

  it("are drafted by 2020-12, with a definition for each named type", () => {
    expect(inputJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $ref: "#/$defs/MatchInput",
    });
    const text = JSON.stringify($defs);
    const references = new Set([...text.matchAll(/"#\/\$defs\/(\w+)"/gu)].map(([, name]) => name ?? ""));
    expect([...references, "MatchInput"].sort()).toEqual(Object.keys($defs).sort());
  });

  it("are one and the same type", () => {
    expectTypeOf<InputOf<typeof schema.periodSchema>>().toEqualTypeOf<input.Period>();
    expectTypeOf<InputOf<typeof schema.topicOfferSchema>>().toEqualTypeOf<input.TopicOffer>();
    expectTypeOf<InputOf<typeof schema.topicWishSchema>>().toEqualTypeOf<input.TopicWish>();
    expectTypeOf<InputOf<typeof schema.weeklyWindowSchema>>().toEqualTypeOf<input.WeeklyWindow>();
    expectTypeOf<InputOf<typeof schema.awaySchema>>().toEqualTypeOf<input.Away>();
    expectTypeOf<InputOf<typeof schema.availabilitySchema>>().toEqualTypeOf<input.Availability>();
    expectTypeOf<InputOf<typeof schema.languageSchema>>().toEqualTypeOf<input.Language>();
    expectTypeOf<InputOf<typeof schema.personSchema>>().toEqualTypeOf<input.Person>();
    expectTypeOf<InputOf<typeof schema.mentorEntrySchema>>().toEqualTypeOf<input.MentorEntry>();
    expectTypeOf<InputOf<typeof schema.menteeEntrySchema>>().toEqualTypeOf<input.MenteeEntry>();
    expectTypeOf<InputOf<typeof schema.matchInputSchema>>().toEqualTypeOf<MatchInput>();
  });

  it("let callers type attributes, as far as their criteria, rules and quotas", () => {
    type Own = { readonly city: string; readonly floor?: number };
    const people: MatchInput<Own> = {
      mentors: [
        { id: "ada", teaches: ["AI"], attributes: { city: "Ankara", floor: 2 } },
        { id: "can", teaches: ["AI"], attributes: { city: "Van" } },
      ],
      mentees: [
        { id: "ece", learns: ["AI"], attributes: { city: "Ankara", floor: 2 } },
        { id: "filiz", learns: ["AI"], attributes: { city: "Van" } },
      ],
    };
    const sameFloor = criterion<Own>("same floor", (mentor, mentee) => {
      expectTypeOf(mentor.attributes?.floor).toEqualTypeOf<number | undefined>();
      return mentor.attributes?.floor === mentee.attributes?.floor ? 1 : 0;
    });
    const sameCity = rule<Own>("same city", (mentor, mentee) => mentor.attributes?.city === mentee.attributes?.city);
    const inVan = quota<Own>("Van", ({ attributes }) => attributes?.city === "Van", { min: 1 });
    const near = partnerLimit<Own>("near", {
      of: "mentor",
      max: 1,
      where: (_, mentee) => mentee.attributes?.floor === 2,
    });
    const result = matchPairs(people, { criteria: [sameFloor], rules: [sameCity], quotas: [inVan, near] });
    expect(
      result.status === "infeasible" ? [] : result.pairs.map(({ mentorId, menteeId }) => [mentorId, menteeId]),
    ).toEqual([
      ["ada", "ece"],
      ["can", "filiz"],
    ]);
    // without a type of one's own, attributes are read by name
    criterion("same city", (mentor) => (typeof mentor.attributes?.["city"] === "string" ? 1 : undefined));
  });
});
