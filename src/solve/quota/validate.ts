import { throwIssues, type TersineIssue } from "../../base/error.ts";
import { validateProblem } from "../validate-problem.ts";
import type { EdgeQuota, QuotaProblem } from "./problem.ts";

/** Checks shapes, ranges and values before any work, and throws the issues together. */
export function validateQuotas(problem: QuotaProblem): void {
  validateProblem(problem);
  const issues: TersineIssue[] = [];
  const bad = problem.weightAt.findIndex((weight: number) => !Number.isSafeInteger(weight));
  if (bad >= 0) {
    const hint = "Multiply the weights by a power of ten and round them.";
    issues.push({ code: "NUMBER_NOT_INTEGER", path: `/weightAt/${bad}`, message: "expected a whole number.", hint });
  }
  const edges = problem.columnAt.length;
  problem.quotas.forEach((quota, at) => issues.push(...quotaIssues(quota, `/quotas/${at}`, edges)));
  if (problem.required !== undefined) issues.push(...edgeIssues(problem.required, "/required", edges));
  throwIssues(issues);
}

function quotaIssues(quota: EdgeQuota, path: string, edges: number): readonly TersineIssue[] {
  const { minimum = 0, maximum = Infinity } = quota;
  const issues = [...edgeIssues(quota.edges, `${path}/edges`, edges)];
  for (const [name, value] of [
    ["minimum", minimum],
    ["maximum", maximum === Infinity ? 0 : maximum],
  ] as const) {
    if (Number.isSafeInteger(value) && value >= 0) continue;
    issues.push({ code: "NUMBER_RANGE", path: `${path}/${name}`, message: "expected a whole number of at least 0." });
  }
  if (maximum < minimum) {
    issues.push({ code: "LOAD_RANGE", path: `${path}/maximum`, message: "expected at least the minimum, got less." });
  }
  return issues;
}

function edgeIssues(list: Int32Array, path: string, edges: number): readonly TersineIssue[] {
  const bad = list.findIndex((edge, at) => !(edge < edges && edge > (at === 0 ? -1 : (list[at - 1] ?? 0))));
  if (bad < 0) return [];
  return [
    { code: "GRAPH_SHAPE", path: `${path}/${bad}`, message: "expected edge indices in strictly ascending order." },
  ];
}
