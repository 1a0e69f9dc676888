import { throwIssues } from "../../base/error.ts";
import { isRecord, issue } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import type { MatchedResult, MatchInput, MatchResult } from "../../index.ts";
import { pseudonymise } from "./minimise.ts";

/** An input and its result by pseudonyms. */
export interface BlindReview {
  readonly input: MatchInput;
  readonly result: MatchedResult;
}

/**
 * The same plan without names: each id in the input and in the result is its pseudonym, and lists of people are in the order of
 * the pseudonyms, so that who judges the pairs sees neither who they are nor who came first. What the data say of people
 * stays: levels, departments, topics. Proposed changes (`fix`) are left out, because their sentences name people.
 *
 * @param key As for `pseudonymise`
 * @throws TersineError INPUT_TYPE for a result without pairs; as `pseudonymise`
 * @example
 * const blind = blindReview(input, result, key);
 * const html = renderReport(blind.input, blind.result, { sort: "name" });
 */
export function blindReview(input: MatchInput, result: MatchResult, key: Uint8Array): BlindReview {
  return asPublic("blindReview", () => {
    if (!isRecord(result) || result.status === "infeasible" || !Array.isArray(result.pairs)) {
      throwIssues([issue("INPUT_TYPE", "/result", "expected a result with pairs.")]);
    }
    const { input: hidden, pseudonyms } = pseudonymise(input, key);
    return { input: hidden, result: withPseudonyms(result as MatchedResult, pseudonyms) };
  });
}

/** Fields of a result, of its rules and its quotas that hold an id, or a list of them. */
const ID_FIELDS = ["id", "ids", "mentorId", "menteeId", "partners"];
/** Fields that hold people of a side: as ids in sets that proofs name, else with figures of them. */
const SIDE_FIELDS = ["mentors", "mentees"];

function withPseudonyms<Value>(value: Value, pseudonyms: ReadonlyMap<string, string>): Value;
function withPseudonyms(value: unknown, pseudonyms: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value).map((item) => withPseudonyms(item, pseudonyms));
    return items.every((item) => personOf(item) !== undefined)
      ? items.toSorted((a, b) => ((personOf(a) ?? "") < (personOf(b) ?? "") ? -1 : 1))
      : items;
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => field !== "fix")
      .map(([field, own]) => [field, isOfIds(field, own) ? ofIds(own, pseudonyms) : withPseudonyms(own, pseudonyms)]),
  );
}

function isOfIds(field: string, value: unknown): boolean {
  if (ID_FIELDS.includes(field)) return true;
  return SIDE_FIELDS.includes(field) && Array.isArray(value) && value.every((each) => typeof each === "string");
}

function ofIds(value: unknown, pseudonyms: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return pseudonyms.get(value.normalize("NFC")) ?? value;
  return Array.isArray(value)
    ? Array.from<unknown>(value)
        .map((each) => ofIds(each, pseudonyms))
        .sort()
    : value;
}

/** Whom an item is about, for the order; a pair goes by the mentee first. */
function personOf(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const { id, menteeId, mentorId } = item;
  if (typeof menteeId === "string" && typeof mentorId === "string") return `${menteeId} ${mentorId}`;
  return typeof id === "string" ? id : undefined;
}
