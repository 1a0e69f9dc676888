import { asPublic } from "../base/public.ts";
import type { ChangeStep, DataOutcome, Fix, SmallestFix } from "./fix.ts";
import { fixInWords } from "./fix-words.ts";

/**
 * The same fix, whose sentences name people as a map does; whoever is not in it goes by the id. The data keep the ids.
 *
 * @param names By id, as `namesOf` gives them
 *
 * @example
 * namedFix(matcher.fix({ menteeId: "e7" }), namesOf(input)).en;
 */
export function namedFix(fix: Fix, names: ReadonlyMap<string, string>): Fix {
  return asPublic("namedFix", () => {
    if (fix.kind === "none") return fix;
    const { en, tr } = fixInWords(withNames(fix, (id) => names.get(id) ?? id));
    return { ...fix, en, tr };
  });
}

type NameOf = (id: string) => string;
type Pair = { readonly mentorId: string; readonly menteeId: string };

function withNames(fix: SmallestFix, nameOf: NameOf): SmallestFix {
  const { outcomes, ...rest } = fix;
  const named = { ...rest, ...effectsWithNames(fix, nameOf) };
  if (outcomes === undefined) return named;
  return { ...named, outcomes: outcomes.map((outcome) => ({ ...outcome, ...effectsWithNames(outcome, nameOf) })) };
}

function effectsWithNames(
  { change, pairs, displaced }: Pick<DataOutcome, "change" | "pairs" | "displaced">,
  nameOf: NameOf,
): Pick<DataOutcome, "change" | "pairs" | "displaced"> {
  return {
    change: change.map((step) => stepWithNames(step, nameOf)),
    pairs: pairs.map((pair) => pairWithNames(pair, nameOf)),
    displaced: displaced.map(({ side, id }) => ({ side, id: nameOf(id) })),
  };
}

function stepWithNames(step: ChangeStep, nameOf: NameOf): ChangeStep {
  if (step.step === "topic") return { ...step, mentorId: nameOf(step.mentorId) };
  if (step.step === "rule") return { ...step, except: pairWithNames(step.except, nameOf) };
  return { ...step, id: nameOf(step.id) };
}

function pairWithNames<Own extends Pair>(pair: Own, nameOf: NameOf): Own {
  return { ...pair, mentorId: nameOf(pair.mentorId), menteeId: nameOf(pair.menteeId) };
}
