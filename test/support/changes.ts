import fc from "fast-check";
import type { Change } from "../../src/matcher/what-if/change.ts";
import { defaultRules } from "../../src/plan/options.ts";
import type { MatchOptions } from "../../src/plan/match-options.ts";
import type { MatchInput, MenteeEntry, MentorEntry } from "../../src/model/schema/schema.ts";
import { ban, minimumScore, noReportingLine, type PairOfIds, quota, reverse, rule } from "../../src/rules/index.ts";
import { goals, topics } from "../../src/score/index.ts";
import { programmes } from "./programmes.ts";

/** A programme as its caller has it. */
export interface Given {
  readonly input: MatchInput;
  readonly options: MatchOptions;
}

/** A change, and the programme that a caller would write instead of the one at hand. */
export interface Step {
  readonly change: Change;
  readonly changed: Given;
}

/** Makes a step from a programme; the same numbers always make the same step. */
export type Move = (given: Given) => Step;

type Side = "mentors" | "mentees";
type Entry = MentorEntry | MenteeEntry;

const other = programmes({ minima: true, largest: 6 });
const side = fc.constantFrom<Side>("mentors", "mentees");
const any = fc.nat(1_000);

function at<Item>(list: readonly Item[], place: number): Item | undefined {
  return list[place % Math.max(1, list.length)];
}

function withInput({ input, options }: Given, changed: Partial<MatchInput>): Given {
  return { input: { ...input, ...changed }, options };
}

function without(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Replaces fields of an entry; nothing happens on an empty side. */
function setFields(list: Side | "people", place: number, fields: object): Move {
  return (given) => {
    const entries: readonly object[] = given.input[list] ?? [];
    const entry = at(given.input[list] ?? [], place);
    if (entry === undefined) return { change: {}, changed: given };
    const changed = entries.map((each) => (each === entry ? without({ ...each, ...fields }) : each));
    return {
      change: { [list]: { set: [{ id: entry.id, ...fields }] } },
      changed: withInput(given, { [list]: changed }),
    };
  };
}

const fieldChanges: fc.Arbitrary<Move> = fc
  .tuple(side, any, other, any, fc.constantFrom("capacity", "loads", "topics", "times", "goals", "avoid", "person"))
  .map(([list, place, programme, from, what]): Move => {
    const source: Partial<Entry> = at<Entry>(programme[list], from) ?? {};
    const { capacity, minimumLoad, availability, goals: own, avoid } = source;
    if (what === "capacity") return setFields(list, place, { capacity });
    if (what === "loads") return setFields(list, place, { capacity: (capacity ?? 1) + 1, minimumLoad });
    if (what === "topics")
      return setFields(list, place, "teaches" in source ? { teaches: source.teaches } : { learns: [] });
    if (what === "times") return setFields(list, place, { availability });
    if (what === "goals") return setFields(list, place, { goals: own });
    if (what === "avoid") return setFields(list, place, { avoid });
    const { birthYear, level, managerId, dottedLineManagerIds } = at(programme.people ?? [], from) ?? {};
    return setFields("people", place, { birthYear, level, managerId, dottedLineManagerIds });
  });

const removals: fc.Arbitrary<Move> = fc
  .tuple(fc.constantFrom<Side | "people">("mentors", "mentees", "people"), any)
  .map(([list, place]): Move => (given) => {
    const entry = at(given.input[list] ?? [], place);
    if (entry === undefined) return { change: {}, changed: given };
    const left = (given.input[list] ?? []).filter((each) => each !== entry);
    return { change: { [list]: { remove: [entry.id] } }, changed: withInput(given, { [list]: left }) };
  });

/** Somebody new to a side: known in the organisation already, or not. */
const additions: fc.Arbitrary<Move> = fc
  .tuple(side, any, other, fc.boolean())
  .map(([list, place, programme, isUnknown]): Move => (given) => {
    const found = at<Entry>(programme[list], place);
    if (found === undefined) return { change: {}, changed: given };
    const entry = isUnknown
      ? { ...found, id: `new ${place}`, managerId: at(given.input.people ?? [], place)?.id }
      : found;
    if (given.input[list].some(({ id }) => id === entry.id)) return { change: {}, changed: given };
    const added = without(entry);
    return {
      change: { [list]: { add: [added] } },
      changed: withInput(given, { [list]: [...given.input[list], added] }),
    };
  });

const anyRules = [noReportingLine(), reverse({ unknown: "allow" })];
const customRule = rule("no namesakes", (mentor, mentee) => mentor.name === undefined || mentor.name !== mentee.name);

/** Options to begin with, and to change to. */
export const settings: fc.Arbitrary<MatchOptions> = fc.constantFrom<MatchOptions>(
  { rules: anyRules },
  { rules: [] },
  { rules: [...anyRules, minimumScore(0.2)], objective: "score" },
  { rules: [customRule], criteria: [topics({ rarity: true }), goals()] },
  { rules: anyRules, objective: "fair" },
  { rules: anyRules, personalWeights: { min: 50, max: 200 } },
  {},
);

const optionChanges: fc.Arbitrary<Move> = fc
  .oneof(
    settings,
    fc.constantFrom<MatchOptions>(
      { weights: { goals: 0 } },
      { weights: { topics: 9, goals: 1 } },
      { objective: "score" },
      { objective: "coverage" },
      { objective: "stable" },
      { quotas: [quota("few", { mentee: { id: ["9", "10", "ada", "k"] } }, { max: 1 })] },
      { quotas: [] },
      { pins: [] },
    ),
  )
  .map((options): Move => (given) => ({
    change: { options },
    changed: { ...given, options: { ...given.options, ...options } },
  }));

const pairChanges: fc.Arbitrary<Move> = fc
  .tuple(fc.constantFrom("pin", "ban"), any, any)
  .map(([what, mentorAt, menteeAt]): Move => (given) => {
    const mentor = at(given.input.mentors, mentorAt);
    const mentee = at(given.input.mentees, menteeAt);
    if (mentor === undefined || mentee === undefined) return { change: {}, changed: given };
    const pair = { mentorId: mentor.id, menteeId: mentee.id };
    const { options } = given;
    if (what === "pin") {
      const pins = [...(options.pins ?? []), pair];
      return { change: { pin: [pair] }, changed: { ...given, options: { ...options, pins } } };
    }
    return { change: { ban: [pair] }, changed: { ...given, options: withBan(options, pair) } };
  });

/** The documented meaning of `ban`, told from the names of the rules. */
function withBan(options: MatchOptions, pair: PairOfIds): MatchOptions {
  const rules = options.rules ?? defaultRules();
  const first = rules.find(
    (each) => each.kind === "pair" && each.name === "ban" && each.settings?.["except"] === undefined,
  );
  if (first === undefined) return { ...options, rules: [...rules, ban([pair])] };
  const pairs = first.kind === "pair" ? (first.settings?.["pairs"] as readonly PairOfIds[]) : [];
  return { ...options, rules: rules.map((each) => (each === first ? ban([...pairs, pair]) : each)) };
}

/** Changes of every kind, most of them of a single entry. */
export const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fieldChanges },
  { weight: 3, arbitrary: removals },
  { weight: 3, arbitrary: additions },
  { weight: 2, arbitrary: optionChanges },
  { weight: 3, arbitrary: pairChanges },
);
