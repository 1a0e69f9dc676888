import type { Pair } from "../../index.ts";
import { picture, round, shortened } from "../charts.ts";
import { escapeText, list } from "../html.ts";
import { numeral } from "../numbers.ts";
import { callOf, pairLink, type Shown } from "../shown.ts";
import { filled } from "../words.ts";

/** Most people that the picture can hold, and most that each have a line with their name. */
const [MOST_PEOPLE, MOST_LINES] = [300, 45];

/** Somebody in the drawing: how far below the top, and the place among all, managers before their reports. */
interface Node {
  readonly id: string;
  readonly depth: number;
  readonly parent: number;
}

/** The organisation by its solid lines with the pairs drawn across it; empty without a chart, and for more than 300 people. */
export function treePicture(pairs: readonly Pair[], shown: Shown): string {
  const { words, language, people } = shown;
  if (people.size > MOST_PEOPLE || ![...people.values()].some(({ managerId }) => typeof managerId === "string"))
    return "";
  const nodes = topDown(shown);
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const arcs = pairs.flatMap(({ mentorId, menteeId }) => {
    const [mentor, mentee] = [placeOf.get(mentorId), placeOf.get(menteeId)];
    return mentor === undefined || mentee === undefined ? [] : [[mentor, mentee] as const];
  });
  const depth = nodes.reduce((deepest, node) => Math.max(deepest, node.depth), 0) + 1;
  const told = filled(words.treeTold, { people: nodes.length, levels: depth, pairs: arcs.length }, language);
  const isSmall = nodes.length <= MOST_LINES;
  const { drawn, width, height } = isSmall ? lines(nodes, arcs, shown) : circle(nodes, arcs, shown);
  const image = picture({ title: words.tree, told, width, height }, drawn, isSmall ? "drawing" : "drawing round");
  const links = pairs.map((pair, place) => pairLink(shown, pair, place));
  return `<figure><figcaption>${words.tree}</figcaption><p class="note">${escapeText(told)}</p>${image}<details><summary>${words.pairs} (${numeral(language, pairs.length)})</summary>${list(links)}</details></figure>`;
}

/** Everybody after their manager, those of one manager together in the order of the input; people in a circle of lines are left out. */
function topDown({ people }: Shown): readonly Node[] {
  const reports = new Map<string | undefined, string[]>();
  for (const [id, { managerId }] of people) {
    const given = managerId?.normalize("NFC");
    const manager = given !== undefined && people.has(given) ? given : undefined;
    reports.set(manager, [...(reports.get(manager) ?? []), id]);
  }
  const nodes: Node[] = [];
  const waiting: Node[] = (reports.get(undefined) ?? []).map((id) => ({ id, depth: 0, parent: -1 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const parent = nodes.push(next) - 1;
    const { depth } = next;
    const below = (reports.get(next.id) ?? []).map((id) => ({ id, depth: depth + 1, parent }));
    for (const node of below.reverse()) waiting.push(node);
  }
  return nodes;
}

interface Drawing {
  readonly drawn: string;
  readonly width: number;
  readonly height: number;
}

type Arc = readonly [mentor: number, mentee: number];

/** A line for each person, set in below the manager, with the pairs as arcs at the right. */
function lines(nodes: readonly Node[], arcs: readonly Arc[], { people }: Shown): Drawing {
  const [width, row, indent, edge] = [340, 18, 12, 220];
  const x = ({ depth }: Node): number => 5 + Math.min(depth, 8) * indent;
  const y = (place: number): number => place * row + row / 2;
  const stems = nodes.map((node, place) => {
    const parent = nodes[node.parent];
    return parent === undefined
      ? ""
      : `<path class="line" d="M${x(parent)} ${y(node.parent)}V${y(place)}H${x(node)}"/>`;
  });
  const bows = arcs.map(([mentor, mentee]) => {
    const [from, to] = [y(mentor), y(mentee)];
    const out = round(edge + 8 + Math.min(1, Math.abs(from - to) / (nodes.length * row)) * 104);
    return `<path class="arc" d="M${edge} ${from}C${out} ${from} ${out} ${to} ${edge} ${to}"/><circle class="end" cx="${edge}" cy="${from}" r="2.5"/><circle class="end" cx="${edge}" cy="${to}" r="2.5"/>`;
  });
  const names = nodes.map((node, place) => {
    const letters = Math.floor((edge - 14 - x(node)) / 7.2);
    return `<circle class="node" cx="${x(node)}" cy="${y(place)}" r="3"/><text x="${x(node) + 7}" y="${y(place) + 4}">${escapeText(shortened(callOf(people, node.id), letters))}</text>`;
  });
  return { drawn: [...stems, ...bows, ...names].join(""), width, height: nodes.length * row };
}

/** Rings around the top: who has no reports stands at equal distances, and managers in the middle of theirs. */
function circle(nodes: readonly Node[], arcs: readonly Arc[], { people }: Shown): Drawing {
  const size = 680;
  const deepest = Math.max(1, ...nodes.map(({ depth }) => depth));
  const angles = anglesOf(nodes);
  const at = (place: number): readonly [number, number] => {
    const node = nodes[place];
    const radius = ((node?.depth ?? 0) / deepest) * (size / 2 - 8);
    const angle = (angles[place] ?? 0) - Math.PI / 2;
    return [round(size / 2 + radius * Math.cos(angle)), round(size / 2 + radius * Math.sin(angle))];
  };
  const stems = nodes.map(({ parent }, place) =>
    parent < 0 ? "" : `<path class="line" d="M${at(parent).join(" ")}L${at(place).join(" ")}"/>`,
  );
  const bows = arcs.map(
    ([mentor, mentee]) =>
      `<path class="arc" d="M${at(mentor).join(" ")}Q${size / 2} ${size / 2} ${at(mentee).join(" ")}"/>`,
  );
  const dots = nodes.map(({ id }, place) => {
    const [x, y] = at(place);
    return `<circle class="node" cx="${x}" cy="${y}" r="4"><title>${escapeText(callOf(people, id))}</title></circle>`;
  });
  return { drawn: [...stems, ...bows, ...dots].join(""), width: size, height: size };
}

function anglesOf(nodes: readonly Node[]): readonly number[] {
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  const parents = new Set(nodes.map(({ parent }) => parent));
  const leaves = nodes.length - nodes.filter((_, place) => parents.has(place)).length;
  let leaf = 0;
  const ownPlace = nodes.map((_, place) => (parents.has(place) ? undefined : leaf++));
  for (let place = nodes.length - 1; place >= 0; place--) {
    const own = ownPlace[place];
    const [from, to] = own === undefined ? [first.get(place) ?? 0, last.get(place) ?? 0] : [own, own];
    first.set(place, from);
    last.set(place, to);
    const parent = nodes[place]?.parent ?? -1;
    first.set(parent, Math.min(first.get(parent) ?? from, from));
    last.set(parent, Math.max(last.get(parent) ?? to, to));
  }
  return nodes.map((_, place) => (((first.get(place) ?? 0) + (last.get(place) ?? 0)) / 2 / leaves) * 2 * Math.PI);
}
