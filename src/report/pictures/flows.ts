import type { Pair } from "../../index.ts";
import { COLOUR_COUNT, picture, round, shortened } from "../charts.ts";
import { escapeText, table } from "../html.ts";
import { numeral } from "../numbers.ts";
import type { Shown } from "../shown.ts";

const WIDTH = 340;
/** Where the bars of the mentors' and the mentees' departments stand, and how wide they are. */
const [LEFT, RIGHT, BAR] = [116, 216, 8];
/** Height of all pairs together; a department with few pairs still has the height of its name. */
const [ALL_PAIRS, NAME, APART] = [260, 14, 6];
const LETTERS = 17;
/** Departments of a side that are drawn; the smallest others are one. */
const MOST = 10;

interface Department {
  readonly name: string;
  readonly pairs: number;
}

interface Place extends Department {
  readonly y: number;
  readonly height: number;
}

/** Who meets whom by department: mentors' departments at the left, mentees' at the right, a band for the pairs between. */
export function flowPicture(pairs: readonly Pair[], shown: Shown): string {
  const { words, language } = shown;
  const departmentOf = (id: string): string => shown.people.get(id)?.department?.trim() ?? words.unknown;
  if (!pairs.some(({ mentorId, menteeId }) => [mentorId, menteeId].some((id) => shown.people.get(id)?.department))) {
    return "";
  }
  const unit = Math.min(20, ALL_PAIRS / pairs.length);
  const mentorNames = namer(
    pairs.map(({ mentorId }) => departmentOf(mentorId)),
    words.otherDepartments,
  );
  const menteeNames = namer(
    pairs.map(({ menteeId }) => departmentOf(menteeId)),
    words.otherDepartments,
  );
  const flows = flowsOf(
    pairs.map((pair) => [mentorNames(departmentOf(pair.mentorId)), menteeNames(departmentOf(pair.menteeId))]),
  );
  const from = placed(sums(flows, 0), unit);
  const to = placed(sums(flows, 1), unit);
  const bands = bandsOf(flows, from, to, unit);
  const marks = [...from.values()].map((each, place) => mark(each, place, LEFT, language));
  const ends = [...to.values()].map((each) => mark(each, -1, RIGHT, language));
  const height = Math.max(...[...from.values(), ...to.values()].map(({ y, height: tall }) => y + Math.max(tall, NAME)));
  const rows = flows.map(({ names: [mentor, mentee], count }) => [
    escapeText(mentor),
    escapeText(mentee),
    numeral(language, count),
  ]);
  const told = flows.map(({ names: [mentor, mentee], count }) => `${mentor} → ${mentee}: ${numeral(language, count)}`);
  const frame = { title: words.flows, told: told.join("; "), width: WIDTH, height: round(height + 2) };
  const sides = `<p class="sides"><span>${words.mentor}</span><span>${words.mentee}</span></p>`;
  const drawn = picture(frame, [...bands, ...marks, ...ends].join(""), "drawing");
  const whole = table(words.flows, [words.mentor, words.mentee, words.pairs], rows);
  return `<figure><figcaption>${words.flows}</figcaption>${sides}${drawn}<details><summary>${words.asTable}</summary>${whole}</details></figure>`;
}

interface Flow {
  readonly names: readonly [mentor: string, mentee: string];
  readonly count: number;
}

/** What a department is called in the picture: its name, or that of the others if it is among the smallest. */
function namer(all: readonly string[], others: string): (name: string) => string {
  const counts = new Map<string, number>();
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size <= MOST) return (name) => name;
  const largest = bySize([...counts].map(([name, pairs]) => ({ name, pairs }))).slice(0, MOST - 1);
  const kept = new Set(largest.map(({ name }) => name));
  return (name) => (kept.has(name) ? name : others);
}

function bySize(departments: readonly Department[]): readonly Department[] {
  return departments.toSorted((a, b) => b.pairs - a.pairs || (a.name < b.name ? -1 : 1));
}

function flowsOf(ends: readonly (readonly [string, string])[]): readonly Flow[] {
  const flows = new Map<string, Flow>();
  for (const names of ends) {
    const key = JSON.stringify(names);
    flows.set(key, { names, count: (flows.get(key)?.count ?? 0) + 1 });
  }
  return [...flows].sort(([a, { count: m }], [b, { count: n }]) => n - m || (a < b ? -1 : 1)).map(([, flow]) => flow);
}

/** Departments of a side with their pairs, the largest first. */
function sums(flows: readonly Flow[], side: 0 | 1): readonly Department[] {
  const counts = new Map<string, number>();
  for (const { names, count } of flows) counts.set(names[side], (counts.get(names[side]) ?? 0) + count);
  return bySize([...counts].map(([name, pairs]) => ({ name, pairs })));
}

/** Departments below each other, by name. */
function placed(departments: readonly Department[], unit: number): ReadonlyMap<string, Place> {
  let y = 0;
  const places = departments.map((department) => {
    const place = { ...department, y, height: department.pairs * unit };
    y += Math.max(place.height, NAME) + APART;
    return [department.name, place] as const;
  });
  return new Map(places);
}

function bandsOf(
  flows: readonly Flow[],
  from: ReadonlyMap<string, Place>,
  to: ReadonlyMap<string, Place>,
  unit: number,
): readonly string[] {
  const used = [new Map<string, number>(), new Map<string, number>()] as const;
  const take = (side: 0 | 1, { name, y }: Place, height: number): number => {
    const start = used[side].get(name) ?? 0;
    used[side].set(name, start + height);
    return y + start;
  };
  const colours = new Map([...from.keys()].map((name, place) => [name, place % COLOUR_COUNT]));
  // bands leave a bar in the order in which they arrive, so that they cross as little as they can
  const order = [...to.keys()];
  const sorted = flows.toSorted((a, b) => order.indexOf(a.names[1]) - order.indexOf(b.names[1]));
  const starts = new Map(
    sorted.map((flow) => [flow, take(0, placeOf(from, flow.names[0]), flow.count * unit)] as const),
  );
  const first = [...from.keys()];
  return flows
    .toSorted((a, b) => first.indexOf(a.names[0]) - first.indexOf(b.names[0]))
    .map((flow) => {
      const height = flow.count * unit;
      const end = take(1, placeOf(to, flow.names[1]), height);
      return band(starts.get(flow) ?? 0, end, height, colours.get(flow.names[0]) ?? 0);
    });
}

function placeOf(places: ReadonlyMap<string, Place>, name: string): Place {
  return places.get(name) ?? { name, pairs: 0, y: 0, height: 0 };
}

function band(start: number, end: number, height: number, colour: number): string {
  const [x0, x1] = [LEFT + BAR, RIGHT];
  const xm = (x0 + x1) / 2;
  const [a, b, c, d] = [start, end, end + height, start + height].map(round);
  return `<path class="band s${colour}" d="M${x0} ${a}C${xm} ${a} ${xm} ${b} ${x1} ${b}V${c}C${xm} ${c} ${xm} ${d} ${x0} ${d}Z"/>`;
}

/** The bar of a department with its name and its pairs; `colour` -1 is that of no department. */
function mark({ name, pairs, y, height }: Place, colour: number, x: number, language: "en" | "tr"): string {
  const isLeft = x === LEFT;
  const [at, anchor] = isLeft ? [x - 6, "end"] : [x + BAR + 6, "start"];
  const label = `${shortened(name, LETTERS - String(pairs).length)} ${numeral(language, pairs)}`;
  const kind = colour < 0 ? "plain" : `s${colour % COLOUR_COUNT}`;
  const middle = round(y + Math.max(height, NAME) / 2 + 4);
  return `<rect class="${kind}" x="${x}" y="${round(y)}" width="${BAR}" height="${round(height)}"/><text x="${at}" y="${middle}" text-anchor="${anchor}">${escapeText(label)}</text>`;
}
