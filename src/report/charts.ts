import { escapeText } from "./html.ts";
import { numeral } from "./numbers.ts";
import type { Language } from "./words.ts";

/** A bar of a chart and its figure. */
export interface Bar {
  readonly label: string;
  readonly value: number;
}

const ROW = 22;
const LABEL = 84;
const WIDTH = 330;
/** Longest label that fits beside the bars, in letters. */
const LETTERS = 12;

/** Horizontal bars as SVG, each with its figure, and the same figures as text for those who do not see it. */
export function barChart(language: Language, title: string, bars: readonly Bar[]): string {
  const most = bars.reduce((largest, { value }) => Math.max(largest, value), 1);
  const rows = bars.map(({ label, value }, row) => {
    const y = row * ROW;
    const width = round((value / most) * (WIDTH - LABEL - 50));
    const short = shortened(label, LETTERS);
    return `<text x="0" y="${y + 15}">${escapeText(short)}</text><rect x="${LABEL}" y="${y + 3}" width="${width}" height="16"/><text x="${round(LABEL + width + 6)}" y="${y + 15}">${numeral(language, value)}</text>`;
  });
  const told = bars.map(({ label, value }) => `${label}: ${numeral(language, value)}`).join("; ");
  const height = Math.max(1, bars.length) * ROW;
  return picture({ title, told, width: WIDTH, height }, rows.join(""));
}

/** What a picture shows, for those who do not see it, and its size in units of the drawing. */
export interface Frame {
  readonly title: string;
  readonly told: string;
  readonly width: number;
  readonly height: number;
}

/** A picture with its text alternative. */
export function picture({ title, told, width, height }: Frame, drawn: string, kind = "bars"): string {
  const name = escapeText(title);
  // where print lowers a drawing it stays at the left edge, under its heading
  const side = kind === "drawing" ? ' preserveAspectRatio="xMinYMin meet"' : "";
  return `<svg class="${kind}" role="img"${side} viewBox="0 0 ${width} ${height}" width="${width}"><title>${name}</title><desc>${escapeText(told)}</desc>${drawn}</svg>`;
}

/** A label of at most so many letters. */
export function shortened(label: string, most: number): string {
  const letters = Array.from(label);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : label;
}

/** Parts of a whole side by side, each in the colour of its place; `name` says what stands there. */
export function stackedBar(name: string, parts: readonly number[], whole: number): string {
  let x = 0;
  const drawn = parts.map((part, place) => {
    const width = round((part / whole) * 100);
    const rect =
      part === 0 ? "" : `<rect class="s${place % COLOURS.length}" x="${round(x)}" y="0" width="${width}" height="10"/>`;
    x += width;
    return rect;
  });
  return `<svg class="stack" role="img" aria-label="${escapeText(name)}" viewBox="0 0 100 10" width="160" height="16" preserveAspectRatio="none"><rect class="rest" x="0" y="0" width="100" height="10"/>${drawn.join("")}</svg>`;
}

/** A short bar in front of a figure in a cell. */
export function cellBar(language: Language, value: number, most: number): string {
  return `<span class="figure">${numeral(language, value)}</span><svg class="cell" aria-hidden="true" viewBox="0 0 100 10" width="100" height="10"><rect x="0" y="0" width="${round((value / Math.max(most, 1)) * 100)}" height="10"/></svg>`;
}

/** Which colour stands for which name, in the order of `stackedBar`. */
export function legend(names: readonly string[]): string {
  const items = names.map(
    (name, place) =>
      `<li><svg aria-hidden="true" width="12" height="12"><rect class="s${place % COLOURS.length}" width="12" height="12"/></svg> ${escapeText(name)}</li>`,
  );
  return `<ul class="legend">${items.join("")}</ul>`;
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

/** Colours of parts, for light and for dark pages. */
const COLOURS = [
  ["#2f5fa8", "#7fa9ea"],
  ["#b4532a", "#e79a72"],
  ["#2e7d5b", "#73c6a1"],
  ["#7a4fa3", "#bd9be0"],
  ["#8a6d00", "#d8b94a"],
  ["#a33a63", "#e48bad"],
  ["#3b7a8c", "#85c6d8"],
  ["#5b6470", "#aab4c2"],
] as const;

/** Colours of parts that differ. */
export const COLOUR_COUNT = COLOURS.length;

/** Style rules of the colours. */
export function colourRules(scheme: "light" | "dark"): string {
  return COLOURS.map((pair, place) => `svg .s${place} { fill: ${pair[scheme === "light" ? 0 : 1]}; }`).join(" ");
}

/** A length of a drawing, short enough to be written. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
