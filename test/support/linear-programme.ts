import type { AssignmentProblem } from "../../src/solve/problem.ts";
import type { QuotaProblem } from "../../src/solve/quota/problem.ts";
import { edgesOf } from "./enumerate.ts";
import { loadHighs } from "./highs.ts";

/** What the linear programme of a problem says; `undefined` if it is infeasible. */
export interface ProgrammeAnswer {
  readonly placed: number;
  readonly total: number;
}

/**
 * The problem as a linear programme for HiGHS: a variable for each edge and, where placements count, one for each node
 * that is at most its load and at most 1. Vertices of it are whole, as the matrix is that of a network. Placements weigh
 * more than all weights together, which an oracle for small whole numbers may do. Quotas make the variables integers.
 */
export async function programmeSolver(): Promise<
  (problem: AssignmentProblem | QuotaProblem) => ProgrammeAnswer | undefined
> {
  const highs = await loadHighs();
  return (problem) => {
    const edges = edgesOf(problem);
    const placement = 1 + edges.reduce((sum, { weight }) => sum + 2 * Math.abs(weight), 0);
    const solution = highs.solve(programmeText(problem, edges, placement), {
      mip_rel_gap: 0,
      mip_abs_gap: 0,
      time_limit: 60,
    });
    if (solution.Status === "Infeasible") return undefined;
    if (solution.Status !== "Optimal") throw new Error(`HiGHS ended with ${solution.Status}`);
    let placed = 0;
    let total = 0;
    for (const [name, column] of Object.entries(solution.Columns)) {
      const value = Math.round(primalOf(column));
      if (name.startsWith("x")) total += value * (edges[Number(name.slice(1))]?.weight ?? 0);
      else placed += value;
    }
    return { placed, total };
  };
}

function programmeText(
  problem: AssignmentProblem | QuotaProblem,
  edges: ReturnType<typeof edgesOf>,
  placement: number,
): string {
  const isPlacing = problem.unmatched !== "free";
  const objective = edges.map(({ weight }, edge) => term(weight, `x${edge}`));
  const constraints: string[] = [];
  const bounds = edges.map((_, edge) => ` 0 <= x${edge} <= 1`);
  for (const side of ["row", "column"] as const) {
    const nodes = side === "row" ? problem.rows : problem.columns;
    for (let node = 0; node < nodes; node += 1) {
      const own = edges.flatMap((edge, at) => (edge[side] === node ? [`x${at}`] : []));
      const load = own.length === 0 ? "0 x0" : own.join(" + ");
      const most = (side === "row" ? problem.rowCapacity : problem.columnCapacity)?.[node] ?? 1;
      const stated = (side === "row" ? problem.rowMinimum : problem.columnMinimum)?.[node] ?? 0;
      const least = side === "row" && problem.unmatched === "never" ? Math.max(1, stated) : stated;
      constraints.push(` ${load} <= ${most}`, ` ${load} >= ${least}`);
      if (!isPlacing) continue;
      const name = `${side === "row" ? "r" : "c"}${node}`;
      objective.push(term(placement, name));
      constraints.push(` ${own.length === 0 ? "" : `${load} - `}${own.length === 0 ? "-1 " : ""}${name} >= 0`);
      bounds.push(` 0 <= ${name} <= 1`);
    }
  }
  const integers = "quotas" in problem ? `Binaries\n${edges.map((_, edge) => `x${edge}`).join(" ")}\n` : "";
  if ("quotas" in problem) constraints.push(...quotaTexts(problem));
  return `Maximize\n obj: ${objective.join(" ")}\nSubject To\n${constraints.join("\n")}\nBounds\n${bounds.join("\n")}\n${integers}End\n`;
}

function quotaTexts({ quotas, required = new Int32Array() }: QuotaProblem): readonly string[] {
  return [
    ...quotas.flatMap(({ edges, minimum = 0, maximum = Infinity }) => {
      const count = edges.length === 0 ? "0 x0" : Array.from(edges, (edge) => `x${edge}`).join(" + ");
      return [` ${count} >= ${minimum}`, ...(maximum === Infinity ? [] : [` ${count} <= ${maximum}`])];
    }),
    ...Array.from(required, (edge) => ` x${edge} = 1`),
  ];
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
}

function primalOf(column: unknown): number {
  const value: unknown = typeof column === "object" && column !== null ? Reflect.get(column, "Primal") : undefined;
  if (typeof value !== "number") throw new Error("HiGHS gave no value");
  return value;
}
