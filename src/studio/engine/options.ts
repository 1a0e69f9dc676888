import { type Criterion, type MatchOptions, readConfig, type Rule } from "../../index.ts";
import { knownOptions, type ReadOutcome } from "../../io/index.ts";
import type { CriterionItem, MatchFile, RuleItem } from "../config/config-file.ts";

/** Makes options of what a configuration says; what is made once stays the same object, by which plans know it again. */
export function optionMaker(): (match: MatchFile, find: ReadOutcome["find"]) => MatchOptions {
  const criteria = new Map<string, Criterion>();
  const rules = new Map<string, Rule>();
  return (match, find) => {
    // says what is wrong with all of it, at its place
    const { match: options = {} } = readConfig({ match });
    const made = {
      ...options,
      ...(options.criteria === undefined ? {} : { criteria: kept(match.criteria, options.criteria, criteria) }),
      ...(options.rules === undefined ? {} : { rules: kept(match.rules, options.rules, rules) }),
    };
    return knownOptions(made, find).options;
  };
}

/** What was made of equal items before, and else what is made now. */
function kept<Made>(
  items: readonly (CriterionItem | RuleItem)[] = [],
  made: readonly Made[],
  known: Map<string, Made>,
): readonly Made[] {
  return made.map((one, place) => {
    const text = JSON.stringify(items[place]);
    const old = known.get(text) ?? one;
    known.set(text, old);
    return old;
  });
}
