import { escapeText } from "./html.ts";

/** A bar of a chart: how many, and of how many if the bar is drawn in a second one. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly of?: number;
}

const ROW = 22;
const LABEL = 150;
const WIDTH = 420;

/** Horizontal bars as SVG, each with its figure, and the same figures for readers who do not see it. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = bars.reduce((largest, { value, of = 0 }) => Math.max(largest, value, of), 1);
  const wide = (value: number): string => ((value / most) * (WIDTH - LABEL - 70)).toFixed(1);
  const rows = bars.map(({ label, value, of }, row) => {
    const y = row * ROW;
    const back =
      of === undefined ? "" : `<rect class="second" x="${LABEL}" y="${y + 3}" width="${wide(of)}" height="16"/>`;
    const figure = of === undefined ? String(value) : `${value} / ${of}`;
    const short = label.length > 22 ? `${Array.from(label).slice(0, 21).join("")}…` : label;
    return `<text x="0" y="${y + 15}">${escapeText(short)}</text>${back}<rect x="${LABEL}" y="${y + 3}" width="${wide(value)}" height="16"/><text x="${LABEL + Number(wide(Math.max(value, of ?? 0))) + 6}" y="${y + 15}">${figure}</text>`;
  });
  const told = bars.map(({ label, value, of }) => `${label}: ${value}${of === undefined ? "" : ` / ${of}`}`).join("; ");
  const name = `${title}. ${told}`;
  return `<svg role="img" aria-label="${escapeText(name)}" viewBox="0 0 ${WIDTH} ${Math.max(1, bars.length) * ROW}" width="${WIDTH}"><title>${escapeText(title)}</title>${rows.join("")}</svg>`;
}

/** How many values fall between bounds: `labels[k]` for those from `bounds[k]` up to, not including, the next. */
export function histogram(
  values: readonly number[],
  bounds: readonly number[],
  labels: readonly string[],
): readonly Bar[] {
  return labels.map((label, at) => {
    const [from = -Infinity, to = Infinity] = [bounds[at], bounds[at + 1]];
    return { label, value: values.filter((value) => value >= from && value < to).length };
  });
}
