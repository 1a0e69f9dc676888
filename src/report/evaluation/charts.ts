import { escapeText } from "../html.ts";

/** A figure with its interval, both on the scale of the chart. */
export interface Dot {
  readonly label: string;
  /** Beside the label; the same figures are told to those who do not see the chart. */
  readonly told: string;
  /** Absent where the figure is hidden. */
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

const WIDTH = 480;
const LABEL = 130;
const ROW = 26;
const PLOT = WIDTH - LABEL - 20;
const INK = 'stroke="currentColor"';

/** Figures as dots on lines of their intervals, between `least` and `most`. */
export function dotChart(
  title: string,
  dots: readonly Dot[],
  [least, most]: readonly [number, number],
  ticks: readonly string[],
): string {
  const at = (value: number): number => round(LABEL + ((value - least) / (most - least)) * PLOT);
  const rows = dots.map(({ label, value, low, high }, row) => {
    const y = row * ROW + ROW / 2;
    const name = `<text x="0" y="${y + 4}">${escapeText(shortened(label))}</text>`;
    const line =
      low === undefined || high === undefined
        ? ""
        : `<line x1="${at(low)}" x2="${at(high)}" y1="${y}" y2="${y}" ${INK} stroke-width="2"/>`;
    const dot = value === undefined ? "" : `<circle cx="${at(value)}" cy="${y}" r="5" fill="currentColor"/>`;
    return `${name}${line}${dot}`;
  });
  const height = dots.length * ROW;
  const axis = ticks.map((tick, place) => {
    const x = round(LABEL + (place / Math.max(1, ticks.length - 1)) * PLOT);
    return `<line x1="${x}" x2="${x}" y1="0" y2="${height}" ${INK} stroke-opacity="0.2"/><text x="${x}" y="${height + 14}" text-anchor="middle">${escapeText(tick)}</text>`;
  });
  const told = dots.map(({ label, told: figures }) => `${label}: ${figures}`).join("; ");
  return drawn(title, told, height + 20, [...axis, ...rows]);
}

/** A curve of steps from 1 down, with the band of its intervals. */
export function stepChart(
  title: string,
  told: string,
  steps: readonly {
    readonly time: number;
    readonly share: number;
    readonly interval: { readonly low: number; readonly high: number } | null;
  }[],
): string {
  const height = 160;
  const last = steps.reduce((most, { time }) => Math.max(most, time), 1);
  const x = (time: number): number => round(40 + (time / last) * (WIDTH - 60));
  const y = (share: number): number => round(10 + (1 - share) * (height - 40));
  let path = `M${x(0)} ${y(1)}`;
  for (const { time, share } of steps) path += `H${x(time)}V${y(share)}`;
  const bars = steps.flatMap(({ time, interval }) =>
    interval === null
      ? []
      : [
          `<line x1="${x(time)}" x2="${x(time)}" y1="${y(interval.low)}" y2="${y(interval.high)}" ${INK} stroke-opacity="0.4"/>`,
        ],
  );
  const labels = [
    `<text x="0" y="${y(1) + 4}">100</text><text x="0" y="${y(0) + 4}">0</text>`,
    ...[0, last].map((time) => `<text x="${x(time)}" y="${height - 8}" text-anchor="middle">${time}</text>`),
  ];
  return drawn(title, told, height, [...labels, ...bars, `<path d="${path}" fill="none" ${INK} stroke-width="2"/>`]);
}

function drawn(title: string, told: string, height: number, parts: readonly string[]): string {
  return `<svg role="img" aria-label="${escapeText(`${title}. ${told}`)}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}"><title>${escapeText(title)}</title>${parts.join("")}</svg>`;
}

const LETTERS = 18;

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > LETTERS ? `${letters.slice(0, LETTERS - 1).join("")}…` : label;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
