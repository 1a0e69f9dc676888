import { throwIssues, type TersineIssue } from "../../base/error.ts";
import { describeValue } from "../../model/schema/describe.ts";
import { pairListIssues } from "../../rules/ban.ts";

/**
 * Checks what callers without types give as two plans to compare. All problems together, with paths that begin with
 * `/first` and `/second`.
 *
 * @throws TersineError FIELD_TYPE, LIST_EXPECTED, ID_TYPE, NUMBER_NOT_FINITE
 */
export function checkPlans(first: unknown, second: unknown): void {
  throwIssues([...planIssues(first, "/first"), ...planIssues(second, "/second")]);
}

function planIssues(plan: unknown, path: string): readonly TersineIssue[] {
  if (!isObject(plan)) {
    const message = `expected a result, or its pairs and totals, got ${describeValue(plan)}.`;
    return [{ code: "FIELD_TYPE", path, message }];
  }
  if (Reflect.get(plan, "status") === "infeasible" && !("pairs" in plan)) return [];
  const pairs: unknown = Reflect.get(plan, "pairs");
  const ids = pairListIssues(pairs, `${path}/pairs`);
  const scores = ids.length > 0 || !Array.isArray(pairs) ? [] : Array.from<unknown>(pairs);
  return [
    ...ids,
    ...scores.flatMap((pair, place) => numberIssues(pair, "score", `${path}/pairs/${place}`)),
    ...totalsIssues(Reflect.get(plan, "totals"), `${path}/totals`),
  ];
}

function totalsIssues(totals: unknown, path: string): readonly TersineIssue[] {
  if (!isObject(totals)) {
    return [{ code: "FIELD_TYPE", path, message: `expected an object with counts, got ${describeValue(totals)}.` }];
  }
  return ["pairs", "placedMentors", "placedMentees", "score"].flatMap((field) => numberIssues(totals, field, path));
}

function numberIssues(of: unknown, field: string, path: string): readonly TersineIssue[] {
  const value: unknown = isObject(of) ? Reflect.get(of, field) : undefined;
  if (Number.isFinite(value)) return [];
  const code = typeof value === "number" ? "NUMBER_NOT_FINITE" : "FIELD_TYPE";
  return [{ code, path: `${path}/${field}`, message: `expected a number, got ${describeValue(value)}.` }];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
