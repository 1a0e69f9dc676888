import { copyRows, paddedLength, suitsVectors } from "./simd/rows.ts";
import { releaseWorkspace, takeDoubles, takeWorkspace, type Kernels } from "./simd/workspace.ts";
import type { SquareSurvey, WeightMatrix, WideSurvey } from "./survey.ts";

/** Doubles brought into memory at once: they stay within a processor's second cache. */
const WINDOW = 1 << 15;
/** Doubles that kernels store at most. */
const OUT = 8;

/** Some rows in memory, and arrays beside them. */
interface Window {
  readonly kernels: Kernels;
  readonly rowBytes: number;
  /** Address of the first row. */
  readonly rows: number;
  /** Largest weight of each column so far. */
  readonly most: Float64Array;
  /** A 0 for each column. */
  readonly zeros: Float64Array;
  readonly out: Float64Array;
}

/** `surveySquare` by vectors; undefined where plain loops are to do it. */
export function surveySquareByVectors(matrix: WeightMatrix): SquareSurvey | undefined {
  return surveyByWindows(matrix, (survey, { most }) => ({ ...survey, columnMost: most.slice(0, matrix.columns) }));
}

/** `surveyWide` by vectors; undefined where plain loops are to do it. */
export function surveyWideByVectors(matrix: WeightMatrix): WideSurvey | undefined {
  const { rows } = matrix;
  const leaders = {
    bestColumn: new Int32Array(rows),
    bestWeight: new Float64Array(rows),
    secondWeight: new Float64Array(rows),
  };
  const findLeaders = ({ kernels, rowBytes, rows: first, zeros, out }: Window, from: number, count: number): void => {
    for (let row = 0; row < count; row += 1) {
      kernels.bestTwo(first + row * rowBytes, zeros.byteOffset, rowBytes, out.byteOffset);
      // no -0
      leaders.bestWeight[from + row] = out[0]! + 0;
      leaders.secondWeight[from + row] = out[2]! + 0;
      leaders.bestColumn[from + row] = out[0] === -Infinity ? -1 : out[4]!;
    }
  };
  return surveyByWindows(matrix, (survey) => ({ ...survey, ...leaders }), findLeaders);
}

/** What both have in common. `look` is shown each group of rows after it has been surveyed. */
function surveyByWindows<Result>(
  { rows, columns, weights }: WeightMatrix,
  finish: (survey: { isFit: boolean; isWhole: boolean; largest: number }, window: Window) => Result,
  look?: (window: Window, from: number, count: number) => void,
): Result | undefined {
  if (!suitsVectors(columns)) return undefined;
  const padded = paddedLength(columns);
  const group = Math.max(1, Math.min(rows, Math.floor(WINDOW / padded)));
  const workspace = takeWorkspace(8 * (padded * (group + 2) + OUT));
  if (workspace === undefined) return undefined;
  const held = takeDoubles(workspace, group * padded);
  const window = {
    kernels: workspace.kernels,
    rowBytes: 8 * padded,
    rows: held.byteOffset,
    most: takeDoubles(workspace, padded).fill(-Infinity),
    zeros: takeDoubles(workspace, padded).fill(0),
    out: takeDoubles(workspace, OUT),
  };
  const { kernels, rowBytes, most, out } = window;
  const survey = { isFit: true, isWhole: true, largest: 0 };
  for (let from = 0; from < rows && survey.isFit; from += group) {
    const count = Math.min(group, rows - from);
    copyRows(held, weights, from, count, columns);
    const flags = kernels.survey(held.byteOffset, count, rowBytes, most.byteOffset, out.byteOffset);
    survey.isFit = (flags & 1) === 1;
    survey.isWhole = survey.isWhole && flags >= 2;
    survey.largest = Math.max(survey.largest, 0 - out[0]!, 0 - out[1]!);
    look?.(window, from, count);
  }
  for (let column = 0; column < columns; column += 1) {
    // no -0
    most[column]! += 0;
    survey.largest = Math.max(survey.largest, most[column]!);
  }
  const result = finish(survey, window);
  releaseWorkspace(workspace);
  return result;
}
