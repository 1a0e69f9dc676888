import type { QuotaProblem } from "../../src/solve/index.ts";
import { drawer } from "./enumerate-fast.ts";

/** A random graph with up to eight overlapping quotas, ties, negative weights, and sometimes capacities and minima. */
export function drawQuotaProblem(seed: number, size: number): QuotaProblem {
  const draw = drawer(seed);
  const rows = 2 + draw(size);
  const columns = 2 + draw(size);
  const density = 20 + draw(81);
  const range = [10, 100, 1000][draw(3)] ?? 10;
  const rowStart = [0];
  const columnAt: number[] = [];
  const weightAt: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (draw(100) >= density) continue;
      columnAt.push(column);
      weightAt.push(draw(range) - (draw(5) === 0 ? range / 2 : 0));
    }
    rowStart.push(columnAt.length);
  }
  const pairs = Math.min(rows, columns);
  const quotas = Array.from({ length: draw(9) }, () => {
    const share = 10 + draw(50);
    const edges = Int32Array.from(columnAt.keys()).filter(() => draw(100) < share);
    const minimum = draw(5) < 3 ? draw(1 + Math.floor(pairs * 0.35)) : 0;
    return draw(5) < 3 ? { edges, minimum, maximum: minimum + draw(1 + Math.floor(pairs / 2)) } : { edges, minimum };
  });
  const base: QuotaProblem = {
    layout: "sparse",
    rows,
    columns,
    rowStart: Int32Array.from(rowStart),
    columnAt: Int32Array.from(columnAt),
    weightAt: Int32Array.from(weightAt),
    unmatched: (["free", "last", "last", "free", "never"] as const)[draw(5)] ?? "free",
    quotas,
  };
  if (draw(3) > 0) return base;
  return {
    ...base,
    rowCapacity: Int32Array.from({ length: rows }, () => 1 + draw(2)),
    columnCapacity: Int32Array.from({ length: columns }, () => 1 + draw(3)),
    columnMinimum: Int32Array.from({ length: columns }, () => (draw(10) === 0 ? 1 : 0)),
    ...(draw(2) === 0 && columnAt.length > 0 ? { required: Int32Array.of(draw(columnAt.length)) } : {}),
  };
}
