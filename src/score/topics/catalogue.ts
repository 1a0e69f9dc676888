import { asPublic } from "../../base/public.ts";
import { pointer, problem, throwIssues, type TersineIssue } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";
import type { CatalogueTopic } from "./load-catalogue.ts";
import { FULL_SCORE, type ScorePool } from "../criterion-of.ts";
import { findCycle } from "./links.ts";
import { toMicroPoints } from "../micro-points.ts";
import { checkKeys, checkNumber } from "../settings.ts";

/** More names and links of topics, beside those of a catalogue; all texts are compared folded. */
export interface TopicCatalogueOptions {
  /** Other names, each with the name it stands for, which may be an alias itself. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Topics, each with the broader topics that it is a part of. */
  readonly broader?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * What an offer is worth to a wish that lies one, two … `broader` links straight above or below it; 0 beyond the list.
   * @default [0.5, 0.25]
   */
  readonly closeness?: readonly number[];
  /** Refuses every topic of a pool that the catalogue does not name. @default false */
  readonly strict?: boolean;
}

/** A topic that covers another one, and how fully. */
export interface RelatedTopic {
  readonly key: string;
  /** Micro-points that an offer of one is worth to a wish for the other; full for the topic itself. */
  readonly closeness: number;
}

/** How a topic is shown in the languages of output. */
export interface TopicLabels {
  readonly en?: string;
  readonly tr?: string;
}

/**
 * How topics are told apart and related. Keys are opaque: two texts mean one topic if their keys are equal. Made by
 * `topicCatalogue`; without one, topics are told apart by their folded text.
 */
export interface TopicCatalogue {
  readonly keyOf: (text: string) => string;
  /** The topics that an offer of this one serves, itself first. */
  readonly serves: (key: string) => readonly RelatedTopic[];
  /** Labels of a topic by language; absent if it has none. */
  readonly labelsOf?: (key: string) => TopicLabels | undefined;
  /** Throws `TOPIC_UNKNOWN` with all topics of the pool that the catalogue does not name; absent unless it is strict. */
  readonly check?: (pool: ScorePool) => void;
}

/**
 * Compiles the names and links of topics, for `topics({ catalogue })`: every name of a topic of the list means that
 * topic. The list may be empty, for aliases and links alone.
 *
 * Two topics are close if one is straight above the other: a mentor who offers "TikTok" covers a part of the wish
 * "social media", and the other way round. Two topics below the same broader topic are not, however near: knowing one
 * tool is no knowledge of another.
 *
 * Errors: `ALIAS_CYCLE`, `TAXONOMY_CYCLE`, `FIELD_CONFLICT` if one name means two topics, `NUMBER_RANGE` for a closeness
 * outside 0 to 1.
 *
 * @example
 * topics({ catalogue: topicCatalogue(reverseMentoringTopics, { aliases: { insta: "social media" } }) });
 */
export function topicCatalogue(
  catalogue: readonly CatalogueTopic[],
  options: TopicCatalogueOptions = {},
): TopicCatalogue {
  return asPublic("topicCatalogue", () => {
    checkKeys(options, ["aliases", "broader", "closeness", "strict"]);
    const { aliases = {}, broader = {}, closeness = [0.5, 0.25], strict = false } = options;
    const names = catalogueNames(catalogue);
    addAliases(names, aliases);
    const keyOf = (text: string): string => {
      const folded = foldText(text);
      return names.get(folded) ?? folded;
    };
    const labels = labelsByKey(catalogue);
    const above = new Map<string, Set<string>>();
    for (const topic of catalogue) linkTopic(above, keyOf(topic.id), topic.broader ?? [], keyOf);
    for (const [topic, parents] of Object.entries(broader)) {
      linkTopic(above, keyOf(topic), typeof parents === "string" ? [parents] : parents, keyOf);
    }
    refuseCycle("TAXONOMY_CYCLE", findCycle(above), (key) => placeOf("broader", broader, key, catalogue));
    const below = reversed(above);
    const worth = closeness.map((value, place) => {
      checkNumber(value, `/closeness/${place}`, 0, 1);
      return toMicroPoints(value);
    });
    const knows = (text: string): boolean =>
      names.has(foldText(text)) || above.has(keyOf(text)) || below.has(keyOf(text));
    const known = new Map<string, readonly RelatedTopic[]>();
    return {
      keyOf,
      serves: (key) => {
        let related = known.get(key);
        if (related === undefined) known.set(key, (related = relatedTopics(key, above, below, worth)));
        return related;
      },
      labelsOf: (key) => labels.get(key),
      ...(strict
        ? {
            check: (pool) => {
              refuseUnknownTopics(pool, knows);
            },
          }
        : {}),
    };
  });
}

/** Key of each folded name of the catalogue; the key of a topic is its folded id. */
function catalogueNames(catalogue: readonly CatalogueTopic[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [place, { id, labels = {}, aliases = [] }] of catalogue.entries()) {
    const key = foldText(id);
    for (const name of [id, ...Object.values(labels), ...aliases]) {
      const folded = foldText(name);
      if ((names.get(folded) ?? key) !== key) {
        throw problem(
          "FIELD_CONFLICT",
          `/catalogue/${place}`,
          "a name of this topic is also the name of an earlier one.",
        );
      }
      names.set(folded, key);
    }
  }
  return names;
}

/** Labels in the languages of output, by key. */
function labelsByKey(catalogue: readonly CatalogueTopic[]): ReadonlyMap<string, TopicLabels> {
  const byKey = new Map<string, TopicLabels>();
  for (const { id, labels: { en, tr } = {} } of catalogue) {
    if (en === undefined && tr === undefined) continue;
    byKey.set(foldText(id), { ...(en === undefined ? {} : { en }), ...(tr === undefined ? {} : { tr }) });
  }
  return byKey;
}

/** Adds each alias with the key of the last name in its chain. */
function addAliases(names: Map<string, string>, aliases: Readonly<Record<string, string>>): void {
  const next = new Map<string, string>();
  for (const [alias, name] of Object.entries(aliases)) {
    const from = foldText(alias);
    const to = foldText(name);
    if (from === to) continue;
    if ((next.get(from) ?? to) !== to || (names.has(from) && names.get(from) !== names.get(to))) {
      throw problem("FIELD_CONFLICT", "/aliases", "an alias is also another name of some topic.");
    }
    next.set(from, to);
  }
  const links = new Map([...next].map(([from, to]) => [from, new Set([to])]));
  refuseCycle("ALIAS_CYCLE", findCycle(links), (key) => placeOf("aliases", aliases, key));
  for (const alias of next.keys()) {
    let last = alias;
    for (let name = next.get(last); name !== undefined; name = next.get(last)) last = name;
    names.set(alias, names.get(last) ?? last);
    names.set(last, names.get(last) ?? last);
  }
}

function linkTopic(
  above: Map<string, Set<string>>,
  key: string,
  parents: readonly string[],
  keyOf: (text: string) => string,
): void {
  const links = above.get(key) ?? new Set();
  for (const parent of parents) links.add(keyOf(parent));
  if (links.size > 0) above.set(key, links);
}

/** Refuses a cycle with one issue for each of its members, at the member's place in the options. */
function refuseCycle(
  code: "ALIAS_CYCLE" | "TAXONOMY_CYCLE",
  cycle: readonly string[],
  place: (key: string) => string,
): void {
  const message = `leads back to itself through ${cycle.length} names; expected no cycle.`;
  throwIssues(cycle.map((key) => ({ code, path: place(key), message })));
}

/** JSON Pointer of the entry of a record whose key folds to `key`; without one, of the topic in the catalogue. */
function placeOf(field: string, record: object, key: string, catalogue: readonly CatalogueTopic[] = []): string {
  const entry = Object.keys(record).find((name) => foldText(name) === key);
  if (entry !== undefined) return pointer([field, entry]);
  return `/catalogue/${catalogue.findIndex(({ id }) => foldText(id) === key)}/broader`;
}

function reversed(links: ReadonlyMap<string, ReadonlySet<string>>): Map<string, Set<string>> {
  const back = new Map<string, Set<string>>();
  for (const [from, targets] of links) {
    for (const to of targets) back.set(to, (back.get(to) ?? new Set()).add(from));
  }
  return back;
}

/** The topic itself and those straight above and below it, by the fewest links, up to one link per entry of `worth`. */
function relatedTopics(
  key: string,
  above: ReadonlyMap<string, ReadonlySet<string>>,
  below: ReadonlyMap<string, ReadonlySet<string>>,
  worth: readonly number[],
): RelatedTopic[] {
  const related = new Map<string, number>([[key, FULL_SCORE]]);
  for (const links of [above, below]) {
    let reached = [key];
    for (const closeness of worth) {
      reached = reached.flatMap((topic) => [...(links.get(topic) ?? [])]).filter((topic) => !related.has(topic));
      for (const topic of reached) related.set(topic, closeness);
    }
  }
  return [...related].map(([topic, closeness]) => ({ key: topic, closeness }));
}

function refuseUnknownTopics({ mentors, mentees }: ScorePool, knows: (text: string) => boolean): void {
  const unknown = (list: readonly (string | { readonly topic: string })[] | undefined, path: string): TersineIssue[] =>
    (list ?? []).flatMap((entry, place) => {
      if (knows(typeof entry === "string" ? entry : entry.topic)) return [];
      return [{ code: "TOPIC_UNKNOWN", path: `${path}/${place}`, message: "expected a topic of the catalogue." }];
    });
  throwIssues([
    ...mentors.flatMap(({ teaches }, index) => unknown(teaches, `/mentors/${index}/teaches`)),
    ...mentees.flatMap(({ learns }, index) => unknown(learns, `/mentees/${index}/learns`)),
  ]);
}
