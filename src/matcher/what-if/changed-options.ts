import { throwIssues } from "../../base/error.ts";
import { pairListIssues, withBans } from "../../rules/ban.ts";
import type { Change } from "./change.ts";
import { defaultRules } from "../../plan/options.ts";
import type { MatchOptions } from "../../plan/match-options.ts";

/**
 * The options after a change, as a caller would have written them.
 *
 * @throws TersineError LIST_EXPECTED, ID_TYPE for pins and bans that are no pairs of ids
 */
export function changedOptions(options: MatchOptions, change: Change): MatchOptions {
  const { pin = [], ban = [] } = change;
  throwIssues([...pairListIssues(pin, "/pin"), ...pairListIssues(ban, "/ban")]);
  const stated = Object.entries({ ...options, ...change.options }).filter(([, value]) => value !== undefined);
  const replaced: MatchOptions = Object.fromEntries(stated);
  const { pins = [], rules = defaultRules() } = replaced;
  // what is no list is left for the check of the options to refuse
  return {
    ...replaced,
    ...(pin.length > 0 && isList(pins) ? { pins: [...pins, ...pin] } : {}),
    ...(ban.length > 0 && isList(rules) ? { rules: withBans(rules, ban) } : {}),
  };
}

function isList(value: readonly unknown[]): boolean {
  return Array.isArray(value);
}
