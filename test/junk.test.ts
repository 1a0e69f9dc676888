import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as evaluate from "../src/evaluate/index.ts";
import * as groups from "../src/groups/index.ts";
import * as words from "../src/words/index.ts";
import * as tersine from "../src/index.ts";
import * as io from "../src/io/index.ts";
import * as pool from "../src/pool/index.ts";
import * as report from "../src/report/index.ts";
import * as score from "../src/score/index.ts";
import * as solve from "../src/solve/index.ts";
import * as talks from "../src/talks/index.ts";
import { EXOTIC, type ExoticKind, KINDS } from "./support/exotic.ts";
import { MATCHER, RIGHT } from "./support/right-arguments.ts";
import { runs } from "./support/runs.ts";

/*
 * Callers without types may pass anything. Every public function answers right arguments with something in them turned into
 * junk, and arguments that are junk altogether: by an answer, or by an error of ours; never by another error, and never by
 * one that a promise of the library was broken.
 */

const SECRET = "secret@example.com";

const JUNK: readonly unknown[] = [
  ...[null, undefined, Number.NaN, Infinity, -1, 0, 1.5, 2 ** 53, "", "x", SECRET, true, -0, "2027-13-45", "\uD800"],
  ...[[], {}, [null], [[]], { id: 7 }, { length: 3 }, { topic: null }, 10n, Symbol("s"), () => 1, new Map()],
  ...[new Int32Array(3), new Date(Number.NaN)],
];

/** Whole numbers of a stream, in turn. */
type Draw = (below: number) => number;

const draws = fc.infiniteStream(fc.nat(1_000_000)).map((stream): Draw => {
  const iterator = stream[Symbol.iterator]();
  return (below) => {
    const next = iterator.next();
    if (next.done === true) throw new Error("a stream without end has ended");
    return next.value % below;
  };
});

const pick = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)]!;

/** A copy with one thing in it turned into junk, taken out or added. */
function spoilt(value: unknown, draw: Draw): unknown {
  if (typeof value !== "object" || value === null || draw(6) === 0) return pick(JUNK, draw);
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value);
    if (items.length === 0) return [pick(JUNK, draw)];
    const at = draw(items.length);
    if (draw(8) === 0) return items.filter((_, index) => index !== at);
    return items.map((item, index) => (index === at ? spoilt(item, draw) : item));
  }
  if (value instanceof Int32Array) return value.map((item, index) => (index === draw(value.length) ? -1 : item));
  if (Object.getPrototypeOf(value) !== Object.prototype) return pick(JUNK, draw);
  const keys = Object.keys(value);
  if (keys.length === 0) return { junk: pick(JUNK, draw) };
  const key = pick(keys, draw);
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return draw(8) === 0 ? rest : { ...rest, [key]: spoilt(Reflect.get(value, key), draw) };
}

function junkArguments(right: readonly unknown[], draw: Draw): readonly unknown[] {
  if (right.length === 0 || draw(7) === 0) return Array.from({ length: draw(4) }, () => pick(JUNK, draw));
  const at = draw(right.length);
  const given = right.map((argument, index) => (index === at ? spoilt(argument, draw) : argument));
  return draw(10) === 0 ? given.slice(0, -1) : given;
}

/** Errors that files and streams have of their own, which tell what is wrong with them. */
const OWN_ERRORS: readonly string[] = ["EncodingError", "FormatError", "SizeError"];

/** What is wrong with how a call ended. */
function faultOf(error: unknown): string | undefined {
  if (error instanceof tersine.TersineError) {
    if (error.code === "INTERNAL") return `a broken promise: ${error.message}`;
    return error.message.includes(SECRET) ? "a value in the message" : undefined;
  }
  if (error instanceof Error && OWN_ERRORS.includes(error.name)) return undefined;
  return error instanceof Error ? `${error.name}: ${error.message}` : "no error was thrown";
}

type AnyFunction = (...given: readonly unknown[]) => unknown;
const isFunction = (value: unknown): value is AnyFunction => typeof value === "function";

const rooms = { tersine, score, solve, io, report, evaluate, pool, talks, groups, words, matcher: MATCHER };
const functions = Object.entries(rooms).flatMap(([room, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isFunction(value) && !/^[A-Z]/u.test(name) && !name.endsWith("InSteps") ? [[room, name, value] as const] : [],
  ),
);

describe("a public function takes its right arguments", () => {
  it.each(functions)("BAD 1: %s.%s", async (_, name, call) => {
    await call(...(RIGHT[name] ?? [{}]));
  });
});

describe("a public function answers junk by an answer or by an error of ours", () => {
  it.each(functions)("BAD 1: %s.%s", async (_, name, call) => {
    const right = RIGHT[name] ?? [{}];
    await fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const given = junkArguments(right, draw);
        let fault: string | undefined;
        try {
          await Reflect.apply(call, undefined, given);
        } catch (error) {
          fault = faultOf(error);
        }
        expect(fault).toBeUndefined();
      }),
      runs(40),
    );
  });
});

/** A copy with one object in it turned into another that holds the same, and the like copy of the plain object. */
function dressed(value: unknown, kind: ExoticKind, draw: Draw): readonly [exotic: unknown, plain: unknown] {
  if (typeof value !== "object" || value === null) return [value, value];
  const isList = Array.isArray(value);
  if (!isList && Object.getPrototypeOf(value) !== Object.prototype) return [value, value];
  const inner = Object.keys(value).filter((key) => typeof Reflect.get(value, key) === "object");
  if (inner.length === 0 || draw(3) === 0) return [EXOTIC[kind](value, draw), value];
  const key = pick(inner, draw);
  const parts = dressed(Reflect.get(value, key), kind, draw);
  const withPart = (part: unknown): unknown =>
    isList ? value.map((item: unknown, at) => (String(at) === key ? part : item)) : { ...value, [key]: part };
  return [withPart(parts[0]), withPart(parts[1])];
}

/** How a call ends: by its answer, or by an error and what is wrong with it. */
async function ending(call: AnyFunction, given: readonly unknown[]) {
  try {
    return { answer: await Reflect.apply(call, undefined, given) };
  } catch (error) {
    return { error, fault: faultOf(error) };
  }
}

/** What can be compared of an answer. */
const textOf = ({ answer, error }: { readonly answer?: unknown; readonly error?: unknown }): string | undefined =>
  JSON.stringify(error ?? answer, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));

describe("objects that are not plain are answered as the plain ones are, or by an error of ours", () => {
  it.each(functions)("%s.%s", async (_, name, call) => {
    const right = RIGHT[name] ?? [{}];
    await fc.assert(
      fc.asyncProperty(draws, fc.constantFrom(...KINDS), async (draw, kind) => {
        const at = draw(right.length);
        const [exotic, plain] = dressed(right[at], kind, draw);
        const put = (part: unknown) => right.map((argument, index) => (index === at ? part : argument));
        const got = await ending(call, put(exotic));
        expect([kind, got.fault]).toEqual([kind, undefined]);
        if (kind === "null prototype" || (kind === "subclass" && got.error === undefined)) {
          expect([kind, textOf(got)]).toEqual([kind, textOf(await ending(call, put(plain)))]);
        }
      }),
      runs(40),
    );
  });
});
