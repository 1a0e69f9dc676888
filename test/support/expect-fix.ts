import { ruleTitle } from "../../src/rules/titles.ts";
import { expect } from "vitest";
import {
  type ChangeStep,
  createMatcher,
  type FixKind,
  type MatchedResult,
  matchPairs,
  type PersonOfSide,
  type SmallestFix,
} from "../../src/index.ts";
import { allChanges, applied, type Asked } from "./fix-changes.ts";

const KINDS: readonly FixKind[] = ["data", "onePlace", "oneTopic", "twoPlaces", "oneRule"];

/** A person of a side. */
export type Someone = { readonly side: "mentor" | "mentee"; readonly id: string };

/** The person as questions take them. */
export const refer = ({ side, id }: Someone): PersonOfSide => (side === "mentor" ? { mentorId: id } : { menteeId: id });

/** What a change does. */
interface Effect {
  readonly displaced: readonly string[];
  readonly othersLose: number;
  readonly pairs: readonly string[];
}

/** What a change does to a plan, by two matches that know nothing of each other; nothing if the person stays unplaced. */
function effect(
  before: MatchedResult,
  asked: Asked,
  change: readonly ChangeStep[],
  person: Someone,
): Effect | undefined {
  const { input, options } = applied(asked, change);
  const after = matchPairs(input, options);
  if (after.status === "infeasible") return undefined;
  const left = (result: MatchedResult): readonly string[] => result.unmatched.map(({ side, id }) => `${side} ${id}`);
  if (left(after).includes(`${person.side} ${person.id}`)) return undefined;
  const others = after.pairs.filter((pair) => (person.side === "mentor" ? pair.mentorId : pair.menteeId) !== person.id);
  return {
    displaced: left(after).filter((each) => !left(before).includes(each)),
    pairs: pairTexts(after.pairs).filter((each) => !pairTexts(before.pairs).map(nameOf).includes(nameOf(each))),
    othersLose: before.totals.score - others.reduce((sum, { score }) => sum + score, 0),
  };
}

function pairTexts(pairs: SmallestFix["pairs"]): readonly string[] {
  return pairs.map(({ mentorId, menteeId, score }) => `${JSON.stringify([menteeId, mentorId])} ${score}`);
}

function nameOf(text: string): string {
  return text.slice(0, text.lastIndexOf(" "));
}

/** The first kind with a change that works, and the best of its changes, by trying all. */
function smallest(before: MatchedResult, asked: Asked, person: Someone): object {
  for (const kind of KINDS) {
    const effects = allChanges(asked, person, kind).flatMap((change) => effect(before, asked, change, person) ?? []);
    effects.sort((a, b) => a.displaced.length - b.displaced.length || a.othersLose - b.othersLose);
    const [best] = effects;
    if (best !== undefined) return { kind, displaced: best.displaced.length, othersLose: best.othersLose };
  }
  return { kind: "none" };
}

/** Insists that the fix told is the smallest, and returns its kind. */
export function expectFix(before: MatchedResult, asked: Asked, person: Someone): string {
  const fix = createMatcher(asked.input, asked.options).fix(refer(person));
  if (fix.kind === "none") {
    expect({ kind: fix.kind }).toEqual(smallest(before, asked, person));
    expect(fix.because).toBe("noneWorks");
    return fix.kind;
  }
  const { kind, change, pairs, displaced, othersLose, isLeast } = fix;
  expect(isLeast).toBe(true);
  expect(effect(before, asked, change, person)).toEqual({
    displaced: displaced.map(({ side, id }) => `${side} ${id}`),
    othersLose,
    pairs: pairTexts(pairs),
  });
  expect({ kind, displaced: displaced.length, othersLose }).toEqual(smallest(before, asked, person));
  expectSentence(fix);
  return kind;
}

function expectSentence({ en, tr, change, pairs, displaced, othersLose }: SmallestFix): void {
  for (const text of [en, tr]) {
    for (const step of change) expect(text).toContain(toldOf(step, text === tr ? "tr" : "en"));
    for (const { id } of displaced) expect(text).toContain(id);
    for (const { mentorId, menteeId, score } of pairs) {
      const [, after = ""] = text.split(`${mentorId} - ${menteeId} (`);
      const figure = Number(after.slice(0, after.indexOf("/100)")).replace(",", "."));
      expect(Math.abs(figure - score / 10_000)).toBeLessThanOrEqual(0.5);
      expect(figure === 0).toBe(score === 0);
    }
    const points = Math.round(Math.abs(othersLose) / 10_000);
    if (points > 0) expect(text).toContain(String(points));
  }
}

function toldOf(step: ChangeStep, language: "en" | "tr"): string {
  switch (step.step) {
    case "data":
    case "place":
      return step.id;
    case "topic":
      return step.topic;
    case "rule":
      return ruleTitle(step.rule)[language];
  }
}
