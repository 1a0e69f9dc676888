import type { QuotaProblem } from "../quota/problem.ts";
import { rejection } from "./loads.ts";
import {
  expectArray,
  expectChoice,
  expectCount,
  expectNumber,
  expectSets,
  expectWholes,
  expectWord,
  fieldsOf,
  type Fields,
} from "./shape.ts";

/** Sides of a problem. */
interface Sides {
  readonly rows: number;
  readonly columns: number;
}

/** Expects an answer to a problem without quotas: proved by prices or levels, or shown to be impossible. */
export function expectAssignment(sides: Sides, value: unknown): void {
  const answer = fieldsOf(value, "");
  expectWord(answer["status"], ["optimal", "infeasible"], "/status");
  expectCount(answer["work"], "/work");
  if (answer["status"] === "infeasible") {
    expectWitness(answer["witness"]);
    return;
  }
  expectChoice(answer);
  const proof = fieldsOf(answer["proof"], "/proof");
  expectWord(proof["kind"], ["prices", "levels"], "/proof/kind");
  if (proof["kind"] === "prices") expectPrices(sides, proof);
  else expectLevels(proof);
}

function expectWitness(value: unknown): void {
  const witness = fieldsOf(value, "/witness");
  expectWord(witness["side"], ["row", "column"], "/witness/side");
  expectArray(witness["nodes"], "Int32Array", "/witness/nodes");
  expectCount(witness["needed"], "/witness/needed");
  expectCount(witness["available"], "/witness/available");
}

function expectPrices({ rows, columns }: Sides, proof: Fields): void {
  expectArray(proof["rowPrice"], "Float64Array", "/proof/rowPrice", rows);
  expectArray(proof["columnPrice"], "Float64Array", "/proof/columnPrice", columns);
  expectNumber(proof["placement"], "/proof/placement");
  expectNumber(proof["tolerance"], "/proof/tolerance");
  if (proof["rest"] !== undefined) {
    const rest = fieldsOf(proof["rest"], "/proof/rest");
    expectArray(rest["row"], "Float64Array", "/proof/rest/row", rows);
    expectArray(rest["column"], "Float64Array", "/proof/rest/column", columns);
  }
  if (proof["coverage"] !== undefined) expectSets(proof["coverage"], "/proof/coverage");
}

function expectLevels(proof: Fields): void {
  expectLevel(proof["placed"], "/proof/placed");
  expectLevel(proof["pairs"], "/proof/pairs");
  const { levels } = proof;
  if (!Array.isArray(levels)) throw rejection("/proof/levels", "expected a list.");
  for (const [index, level] of levels.entries()) {
    const path = `/proof/levels/${index}`;
    const { weight, count } = expectLevel(level, path);
    expectNumber(weight, `${path}/weight`);
    expectCount(count, `${path}/count`);
  }
}

function expectLevel(value: unknown, path: string): Fields {
  const prices = fieldsOf(value, path);
  for (const name of ["rows", "rowPrice", "columns", "columnPrice"]) {
    expectArray(prices[name], "Int32Array", `${path}/${name}`);
  }
  return prices;
}

/** Expects a stable answer. */
export function expectStable({ rows, columns }: Sides, value: unknown): void {
  const answer = fieldsOf(value, "");
  expectWord(answer["status"], ["optimal"], "/status");
  expectCount(answer["work"], "/work");
  expectChoice(answer);
  const proof = fieldsOf(answer["proof"], "/proof");
  expectWord(proof["kind"], ["noBlockingPair"], "/proof/kind");
  expectWord(proof["proposer"], ["rows", "columns"], "/proof/proposer");
  expectArray(proof["rowCutoff"], "Int32Array", "/proof/rowCutoff", rows);
  expectArray(proof["columnCutoff"], "Int32Array", "/proof/columnCutoff", columns);
}

/** Expects an answer under quotas: bounded, or shown to be impossible. */
export function expectBounded(problem: QuotaProblem, value: unknown): void {
  const answer = fieldsOf(value, "");
  expectWord(answer["status"], ["optimal", "feasible", "infeasible"], "/status");
  expectCount(answer["work"], "/work");
  if (answer["status"] === "infeasible") {
    expectTree(problem, answer["tree"], "/tree");
    return;
  }
  expectChoice(answer);
  expectArray(answer["countOf"], "Int32Array", "/countOf", problem.quotas.length);
  const proof = fieldsOf(answer["proof"], "/proof");
  expectWord(proof["kind"], ["bound"], "/proof/kind");
  expectNumber(proof["total"], "/proof/total");
  expectTree(problem, proof["tree"], "/proof/tree");
  if (proof["placed"] === undefined) return;
  const { nodes, because } = fieldsOf(proof["placed"], "/proof/placed");
  expectCount(nodes, "/proof/placed/nodes");
  const path = "/proof/placed/because";
  if ("root" in fieldsOf(because, path)) expectTree(problem, because, path);
  else expectSets(because, path);
}

/** Expects a bound tree, also below nodes that their bound closes: nobody should find junk there. */
function expectTree(problem: QuotaProblem, value: unknown, path: string): void {
  const { scale, root } = fieldsOf(value, path);
  expectCount(scale, `${path}/scale`);
  // each with the number of counts that are divided above it
  const waiting: { readonly next: unknown; readonly counts: number }[] = [{ next: root, counts: 0 }];
  const seen = new Set<unknown>();
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { next, counts } = place;
    if (seen.has(next)) throw rejection(`${path}/root`, "expected a tree: every node once.");
    seen.add(next);
    const node = fieldsOf(next, `${path}/root`);
    expectNumber(node["placement"], `${path}/placement`);
    expectWholes(node["multipliers"], `${path}/multipliers`, problem.quotas.length + counts);
    expectWholes(node["rowPrice"], `${path}/rowPrice`, problem.rows);
    expectWholes(node["columnPrice"], `${path}/columnPrice`, problem.columns);
    if (node["then"] !== undefined) waiting.push({ next: node["then"], counts });
    if (node["split"] !== undefined) {
      const { edges, most, within, beyond } = fieldsOf(node["split"], `${path}/split`);
      expectArray(edges, "Int32Array", `${path}/split/edges`);
      expectCount(most, `${path}/split/most`);
      waiting.push({ next: within, counts: counts + 1 }, { next: beyond, counts: counts + 1 });
    }
    if (node["branch"] === undefined) continue;
    const { edge, required, excluded } = fieldsOf(node["branch"], `${path}/branch`);
    expectCount(edge, `${path}/branch/edge`);
    waiting.push({ next: required, counts }, { next: excluded, counts });
  }
}
