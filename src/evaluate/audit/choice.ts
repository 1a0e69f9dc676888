import type { Sentence } from "../../base/sentence.ts";
import { throwIssues } from "../../base/error.ts";
import { numberIssues, unknownFields } from "../../base/given.ts";
import { asPublic } from "../../base/public.ts";
import { createMatcher, type MenteeEntry, type MentorEntry } from "../../index.ts";
import { type Side, SIDES } from "../sentence.ts";
import type { Count } from "../statistics/proportions.ts";
import { choiceSentence, topicSentence } from "./choice-words.ts";
import { type AuditGroup, compareText, type Groups, groupsOf, labelsOf } from "./groups.ts";
import type { Programme } from "./programme.ts";
import { type Hidden, hiddenCounts, type HidingLimits } from "./suppress.ts";
import { type WishedTopics, wishedTopics } from "./wished-topics.ts";
import { hiddenFigure } from "./words.ts";

/** How much choice the rules leave a group of a side. */
export interface ChoiceRow extends Sentence {
  readonly group: string;
  readonly kind: AuditGroup["kind"];
  /** Labels in a merged row. */
  readonly labels: readonly string[];
  /** People of the group who take part. */
  readonly people: number;
  /** How many of them have at least one candidate; `null` where it is hidden. */
  readonly withCandidate: number | null;
  /**
   * Candidates of a person: as many or more have three quarters, half and one quarter of the people. `null` for fewer than 5
   * people, and where `withCandidate` is.
   */
  readonly candidates: { readonly lower: number; readonly median: number; readonly upper: number } | null;
  readonly hidden?: Hidden;
}

/** Supply of one topic for a group of mentees. */
export interface TopicChoiceRow extends Sentence {
  readonly group: string;
  readonly kind: AuditGroup["kind"];
  readonly labels: readonly string[];
  readonly people: number;
  /** Mentees of the group who wish for the topic, and of those whom a candidate offers it; `null` where it is hidden. */
  readonly wishing: number | null;
  readonly offered: number | null;
  readonly hidden?: Hidden;
}

export interface TopicChoice {
  /** In the spelling that most people use. */
  readonly topic: string;
  readonly rows: readonly TopicChoiceRow[];
}

export interface ChoiceCoverage {
  readonly minimumGroup: number;
  readonly minimumCount: number;
  readonly sides: readonly { readonly side: Side; readonly rows: readonly ChoiceRow[] }[];
  /** Topics that somebody wishes for, by name. */
  readonly topics: readonly TopicChoice[];
}

export interface ChoiceOptions {
  /** As for `audit`. @default 10 */
  readonly minimumGroup?: number;
  /** As for `audit`. @default 3 */
  readonly minimumCount?: number;
}

const FEWEST_PEOPLE = 5;

/**
 * What choice the rules leave each group, before anything is matched: candidates, and for each topic who finds a candidate
 * that offers it. For whoever must judge rules before they are used. Counts are hidden as in `audit`.
 *
 * @throws TersineError as `createMatcher` for the programme; as `audit` for groups and options
 * @example
 * const { sides, topics } = coverageOfChoice({ input }, { ada: "F", bora: "M" });
 */
export function coverageOfChoice(programme: Programme, groups: Groups, choice: ChoiceOptions = {}): ChoiceCoverage {
  return asPublic("coverageOfChoice", () => {
    const { input, options = {} } = programme;
    const { minimumGroup = 10, minimumCount = 3 } = choice;
    throwIssues([
      ...unknownFields(choice, ["minimumGroup", "minimumCount"]),
      ...numberIssues(minimumGroup, "/minimumGroup", { least: 5, most: 1_000_000, isWhole: true }),
      ...numberIssues(minimumCount, "/minimumCount", { least: 1, most: 1_000_000, isWhole: true }),
    ]);
    const labels = labelsOf(groups);
    const limits = { minimumGroup, minimumCount };
    const people = choosersOf(input, createMatcher(input, options).candidates(), labels);
    const grouped = (side: Side): readonly Members[] =>
      groupsOf(people[side], minimumGroup).map((group) => ({ group, people: membersOf(people[side], group) }));
    return {
      ...limits,
      sides: SIDES.map((side) => ({ side, rows: sideRows(side, grouped(side), limits) })),
      topics: topicRows(grouped("mentee"), wishedTopics(input, options), limits),
    };
  });
}

interface Chooser {
  readonly id: string;
  readonly label: string | undefined;
  /** Ids. */
  readonly candidates: readonly string[];
}

/** A row and who is in it. */
interface Members {
  readonly group: AuditGroup;
  readonly people: readonly Chooser[];
}

/** Everybody who takes part in this round, with the others whom the rules allow them. */
function choosersOf(
  { mentors, mentees }: Programme["input"],
  pairs: ReturnType<ReturnType<typeof createMatcher>["candidates"]>,
  labels: ReadonlyMap<string, string>,
): Readonly<Record<Side, readonly Chooser[]>> {
  const listsOf = (entries: readonly (MentorEntry | MenteeEntry)[]): ReadonlyMap<string, string[]> =>
    new Map(entries.flatMap(({ id, capacity = 1 }) => (capacity > 0 ? [[id.normalize("NFC"), []]] : [])));
  const of = { mentor: listsOf(mentors), mentee: listsOf(mentees) };
  for (const { mentorId, menteeId } of pairs) {
    if (!of.mentor.has(mentorId) || !of.mentee.has(menteeId)) continue;
    of.mentor.get(mentorId)?.push(menteeId);
    of.mentee.get(menteeId)?.push(mentorId);
  }
  const choosers = (lists: ReadonlyMap<string, readonly string[]>): readonly Chooser[] =>
    [...lists].map(([id, candidates]) => ({ id, label: labels.get(id), candidates }));
  return { mentor: choosers(of.mentor), mentee: choosers(of.mentee) };
}

function membersOf(people: readonly Chooser[], { kind, labels }: AuditGroup): readonly Chooser[] {
  const own = new Set(labels);
  return people.filter(({ label }) => (label === undefined ? kind === "unknown" : own.has(label)));
}

/** Why the figures of a group are hidden, by place; those of people without a label are shown, as in an audit. */
function hiddenOf(
  members: readonly Members[],
  stages: readonly (readonly Count[])[],
  limits: HidingLimits,
): readonly (Hidden | undefined)[] {
  // known groups come first
  const known = members.filter(({ group }) => group.kind !== "unknown").length;
  const hidden = hiddenCounts(
    stages.map((counts) => counts.slice(0, known)),
    limits,
  );
  return members.map((_, at) => hidden.map((reasons) => reasons[at]).find((reason) => reason !== undefined));
}

function sideRows(side: Side, members: readonly Members[], limits: HidingLimits): readonly ChoiceRow[] {
  const counts = members.map(({ people }) => ({
    k: people.filter(({ candidates }) => candidates.length > 0).length,
    n: people.length,
  }));
  const reasons = hiddenOf(members, [counts], limits);
  return members.map(({ group, people }, at): ChoiceRow => {
    const { k, n } = counts[at] ?? { k: 0, n: 0 };
    const base = { group: group.name, kind: group.kind, labels: group.labels, people: n };
    const hidden = reasons[at];
    if (hidden !== undefined) {
      return { ...base, withCandidate: null, candidates: null, hidden, ...hiddenFigure(group) };
    }
    const candidates = n < FEWEST_PEOPLE ? null : quartersOf(people.map((each) => each.candidates.length));
    return { ...base, withCandidate: k, candidates, ...choiceSentence(group, side, { k, n }, candidates?.median ?? 0) };
  });
}

/** Numbers that three quarters, half and one quarter of a list reach. */
function quartersOf(numbers: readonly number[]): NonNullable<ChoiceRow["candidates"]> {
  const sorted = numbers.toSorted((a, b) => b - a);
  const reachedBy = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { lower: reachedBy(0.75), median: reachedBy(0.5), upper: reachedBy(0.25) };
}

function topicRows(members: readonly Members[], topics: WishedTopics, limits: HidingLimits): readonly TopicChoice[] {
  const byName = [...topics.labels].sort(([, a], [, b]) => compareText(a, b));
  return byName.map(([key, topic]) => {
    const figures = members.map(({ people }) => {
      const wishing = people.filter(({ id }) => topics.wishedBy(id).has(key));
      const offered = wishing.filter(({ candidates }) => candidates.some((id) => topics.offeredBy(id).has(key)));
      return { people: people.length, wishing: wishing.length, offered: offered.length };
    });
    const stages = (["wishing", "offered"] as const).map((stage) =>
      figures.map((each) => ({ k: each[stage], n: each.people })),
    );
    const reasons = hiddenOf(members, stages, limits);
    return { topic, rows: members.map(({ group }, at) => topicRow(topic, group, reasons[at], figures[at])) };
  });
}

function topicRow(
  topic: string,
  group: AuditGroup,
  hidden: Hidden | undefined,
  figures = { people: 0, wishing: 0, offered: 0 },
): TopicChoiceRow {
  const base = { group: group.name, kind: group.kind, labels: group.labels };
  if (hidden !== undefined) {
    return { ...base, people: figures.people, wishing: null, offered: null, hidden, ...hiddenFigure(group) };
  }
  return { ...base, ...figures, ...topicSentence(topic, group, figures) };
}
