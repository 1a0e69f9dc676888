import { throwIssues } from "../../base/error.ts";
import { isRecord, issue, numberIssues } from "../../base/given.ts";
import type { TersineIssue } from "../../index.ts";

/** Most people whom an exact distribution, or a power, is computed for: beyond, the time is no longer a matter of seconds. */
export const MOST_PEOPLE = 1_000_000;

/** What is wrong with a whole number of people; one that is not given is wrong too. */
export function countIssues(value: unknown, path: string, most = MOST_PEOPLE): readonly TersineIssue[] {
  return numberIssues(value ?? Number.NaN, path, { least: 0, most, isWhole: true });
}

/** What is wrong with `k` of `n`. */
export function shareIssues(value: unknown, path: string): readonly TersineIssue[] {
  if (!isRecord(value)) return [issue("FIELD_TYPE", path, "expected an object with k and n.")];
  const { k, n } = value;
  const ofN = countIssues(n, `${path}/n`);
  return [...ofN, ...countIssues(k, `${path}/k`, ofN.length === 0 ? Number(n) : MOST_PEOPLE)];
}

/** Lists are arrays: what only has a length may have any. */
export function checkList(value: unknown, path: string): void {
  if (!Array.isArray(value)) throwIssues([issue("LIST_EXPECTED", path, "expected a list.")]);
}
