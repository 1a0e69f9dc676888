import { rejection } from "./loads.ts";

/*
 * The shape of an answer from anywhere: a store, a network, another language. What is wrong with it is a rejected proof
 * whose path points at it. What the numbers mean is left to the checks of each kind.
 */

/** Fields of a value that may be anything. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown, path: string): Fields {
  if (typeof value !== "object" || value === null) throw rejection(path, "expected an object.");
  return Object.fromEntries(Object.entries(value));
}

export function expectWord(value: unknown, words: readonly string[], path: string): void {
  if (typeof value === "string" && words.includes(value)) return;
  throw rejection(path, `expected ${words.join(" or ")}.`);
}

export function expectNumber(value: unknown, path: string): void {
  if (typeof value !== "number" || !Number.isFinite(value)) throw rejection(path, "expected a finite number.");
}

/** Expects a whole number of at least 0. */
export function expectCount(value: unknown, path: string): void {
  if (!Number.isSafeInteger(value) || Number(value) < 0)
    throw rejection(path, "expected a whole number of at least 0.");
}

/** Expects a typed array of a kind, and of a length if one is given. */
export function expectArray(value: unknown, kind: "Int32Array" | "Float64Array", path: string, length?: number): void {
  const isOfKind = ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === `[object ${kind}]`;
  if (!isOfKind) throw rejection(path, `expected an ${kind}.`);
  const actual = value.byteLength / (kind === "Int32Array" ? 4 : 8);
  if (length !== undefined && actual !== length) throw rejection(path, `expected ${length} entries, got ${actual}.`);
}

/** Expects an array of whole numbers whose digits doubles hold. */
export function expectWholes(value: unknown, path: string, length: number): void {
  expectArray(value, "Float64Array", path, length);
  if (value instanceof Float64Array && !value.every(Number.isSafeInteger))
    throw rejection(path, "expected whole numbers.");
}

/** Expects what every choice of pairs has beside its proof. */
export function expectChoice(answer: Fields): void {
  expectArray(answer["rowOf"], "Int32Array", "/rowOf");
  expectArray(answer["columnOf"], "Int32Array", "/columnOf");
  // sums of weights may leave the finite numbers where only their order counts
  if (typeof answer["total"] !== "number") throw rejection("/total", "expected a number.");
  expectCount(answer["placedRows"], "/placedRows");
  expectCount(answer["placedColumns"], "/placedColumns");
}

/** Expects two lists of indices, as deficient sets are. */
export function expectSets(value: unknown, path: string): void {
  const { rows, columns } = fieldsOf(value, path);
  expectArray(rows, "Int32Array", `${path}/rows`);
  expectArray(columns, "Int32Array", `${path}/columns`);
}
