import { throwIssues, type TersineIssue } from "../../base/error.ts";
import { validateProblem } from "../validate-problem.ts";
import type { EdgeQuota, QuotaProblem } from "./problem.ts";

/** Checks shapes, ranges and values before any work, and throws the issues together. Callers may have no types. */
export function validateQuotas(problem: QuotaProblem): void {
  validateProblem(problem);
  const { quotas, required, layout, weightAt, columnAt }: Partial<QuotaProblem> = problem;
  if ((layout as string) !== "sparse") throwIssues([wrongType("/layout", "expected sparse: quotas list its edges.")]);
  if (!Array.isArray(quotas)) throwIssues([wrongType("/quotas", "expected a list of quotas.")]);
  const issues: TersineIssue[] = [];
  const bad = weightAt.findIndex((weight: number) => !Number.isSafeInteger(weight));
  if (bad >= 0) {
    const hint = "Multiply the weights by a power of ten and round them.";
    issues.push({ code: "NUMBER_NOT_INTEGER", path: `/weightAt/${bad}`, message: "expected a whole number.", hint });
  }
  problem.quotas.forEach((quota, at) => issues.push(...quotaIssues(quota, `/quotas/${at}`, columnAt.length)));
  if (required !== undefined) issues.push(...edgeIssues(required, "/required", columnAt.length));
  throwIssues(issues);
}

/** A limit that is no number would never be reached. */
export function validateWork(work: number): void {
  if (work >= 0) return;
  throwIssues([{ code: "NUMBER_RANGE", path: "/work", message: "expected a number of at least 0." }]);
}

function wrongType(path: string, message: string): TersineIssue {
  return { code: "FIELD_TYPE", path, message };
}

function quotaIssues(quota: EdgeQuota, path: string, edges: number): readonly TersineIssue[] {
  if (typeof quota !== "object" || (quota as unknown) === null) return [wrongType(path, "expected a quota.")];
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

function edgeIssues(list: unknown, path: string, edges: number): readonly TersineIssue[] {
  if (!(list instanceof Int32Array)) return [wrongType(path, "expected an Int32Array of edge indices.")];
  const bad = list.findIndex((edge, at) => !(edge < edges && edge > (at === 0 ? -1 : (list[at - 1] ?? 0))));
  if (bad < 0) return [];
  return [
    { code: "GRAPH_SHAPE", path: `${path}/${bad}`, message: "expected edge indices in strictly ascending order." },
  ];
}
