import { escapeText } from "../html.ts";

/** A point of the picture. */
export interface Mark {
  readonly label: string;
  readonly told: string;
  readonly x: number;
  readonly y: number;
  /** Whether it is a bound and no policy. */
  readonly isBound?: boolean;
}

const WIDTH = 560;
const HEIGHT = 320;
const PLOT = { left: 52, right: 20, top: 44, bottom: 46 };
/** From the left frame to 0, so that marks at 0 do not stand on figures. */
const INSET = 14;

/** Marks on two axes, the horizontal one from 0; what it shows is told as text too. */
export function scatter(
  title: string,
  axes: { readonly x: string; readonly y: string },
  marks: readonly Mark[],
  figureText: (value: number) => string,
): string {
  const widest = Math.max(1, ...marks.map(({ x }) => x)) * 1.08;
  const [low, high] = rangeOf(marks.map(({ y }) => y));
  const xAt = (value: number): number =>
    round(PLOT.left + INSET + (value / widest) * (WIDTH - PLOT.left - INSET - PLOT.right));
  const yAt = (value: number): number =>
    round(HEIGHT - PLOT.bottom - ((value - low) / (high - low)) * (HEIGHT - PLOT.top - PLOT.bottom));
  const placeOf = ({ x, y }: Mark): string => `${xAt(x)} ${yAt(y)}`;
  const drawn = marks.map((mark) => {
    const { told, x, y, isBound = false } = mark;
    // marks of one place share a label, which stands at the first of them
    const here = marks.filter((other) => placeOf(other) === placeOf(mark));
    const label = here[0] === mark ? here.map((other) => other.label).join(", ") : "";
    const shape = isBound
      ? `<path d="M${xAt(x)} ${yAt(y) - 6}l6 6l-6 6l-6 -6z" stroke="currentColor" stroke-width="1.5"/>`
      : `<circle cx="${xAt(x)}" cy="${yAt(y)}" r="5" fill="currentColor"/>`;
    return `<g><title>${escapeText(told)}</title>${shape}<text class="label" x="${xAt(x) + 9}" y="${yAt(y) - 6}">${escapeText(label)}</text></g>`;
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const grid = ticks.flatMap((share) => {
    const [x, y] = [xAt(widest * share), yAt(low + (high - low) * share)];
    return [
      `<line class="line" x1="${PLOT.left}" x2="${WIDTH - PLOT.right}" y1="${y}" y2="${y}"/>`,
      `<text x="${PLOT.left - 6}" y="${y + 4}" text-anchor="end">${figureText(low + (high - low) * share)}</text>`,
      `<text x="${x}" y="${HEIGHT - PLOT.bottom + 16}" text-anchor="middle">${figureText(widest * share)}</text>`,
    ];
  });
  const names = [
    `<text x="${(WIDTH + PLOT.left) / 2}" y="${HEIGHT - 6}" text-anchor="middle">${escapeText(axes.x)}</text>`,
    `<text x="${PLOT.left}" y="12">${escapeText(axes.y)}</text>`,
  ];
  const told = marks.map((mark) => `${mark.label}: ${mark.told}`).join("; ");
  return `<svg role="img" aria-label="${escapeText(`${title}. ${told}`)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}"><title>${escapeText(title)}</title>${[...grid, ...names, ...drawn].join("")}</svg>`;
}

/** Bounds of points, 0 to 100, a little beyond the values, so that marks do not stand on the frame. */
function rangeOf(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const more = Math.max(1, (most - least) * 0.15);
  return [Math.max(0, least - more), Math.min(100, most + more)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
