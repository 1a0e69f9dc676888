import { asPublic } from "../../base/public.ts";
import { pointer, throwIssues, type TersineIssue } from "../../base/error.ts";
import { foldText } from "../../base/text.ts";

/** One topic of a catalogue. Its id, its labels and its aliases all mean this topic, and no other. */
export interface CatalogueTopic {
  readonly id: string;
  /** Name by language tag, such as `{ en: "Podcasts", tr: "Podcast" }`. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly aliases?: readonly string[];
  /** Ids of the broader topics that this one is a part of. */
  readonly broader?: readonly string[];
}

/**
 * Reads a catalogue from parsed JSON: a list of `{ id, labels?, aliases?, broader? }`. Returns it unchanged in a list of
 * its own; cycles and names with two meanings are found where the catalogue is used.
 *
 * Errors, all of them together: `LIST_EXPECTED`, `FIELD_MISSING`, `FIELD_TYPE`, `FIELD_UNKNOWN`, `TEXT_EMPTY`,
 * `ID_DUPLICATE`, and `TOPIC_UNKNOWN` for a broader topic that is not in the catalogue.
 */
export function loadCatalogue(data: unknown): readonly CatalogueTopic[] {
  return asPublic("loadCatalogue", () => {
    if (!Array.isArray(data)) {
      throwIssues([{ code: "LIST_EXPECTED", path: "", message: `expected a list of topics, got ${kindOf(data)}.` }]);
      return [];
    }
    const entries: readonly unknown[] = data;
    const issues: TersineIssue[] = [];
    const topics = entries.map((entry, place) => readTopic(entry, place, issues));
    const placeOf = new Map<string, number>();
    for (const [place, { id }] of topics.entries()) {
      const first = placeOf.get(foldText(id));
      if (first === undefined) placeOf.set(foldText(id), place);
      else if (id !== "") {
        const message = `expected an id of its own, got the one of /${first}; ids are compared folded.`;
        issues.push({ code: "ID_DUPLICATE", path: `/${place}/id`, message });
      }
    }
    for (const [place, { broader = [] }] of topics.entries()) {
      for (const [link, id] of broader.entries()) {
        if (placeOf.has(foldText(id))) continue;
        const message = "expected the id of a topic of this catalogue.";
        issues.push({ code: "TOPIC_UNKNOWN", path: `/${place}/broader/${link}`, message });
      }
    }
    throwIssues(issues);
    return topics;
  });
}

function readTopic(entry: unknown, place: number, issues: TersineIssue[]): CatalogueTopic {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    issues.push({ code: "FIELD_TYPE", path: `/${place}`, message: `expected a topic, got ${kindOf(entry)}.` });
    return { id: "" };
  }
  const fields = new Map<string, unknown>(Object.entries(entry));
  for (const key of fields.keys()) {
    if (key === "id" || key === "labels" || key === "aliases" || key === "broader") continue;
    const message = "expected only id, labels, aliases and broader.";
    issues.push({ code: "FIELD_UNKNOWN", path: pointer([place, key]), message });
  }
  if (!fields.has("id")) issues.push({ code: "FIELD_MISSING", path: `/${place}/id`, message: "expected an id." });
  const labels = fields.get("labels");
  return {
    id: fields.has("id") ? readText(fields.get("id"), [place, "id"], issues) : "",
    ...(labels === undefined ? {} : { labels: readLabels(labels, place, issues) }),
    ...readTexts("aliases", fields, place, issues),
    ...readTexts("broader", fields, place, issues),
  };
}

function readLabels(value: unknown, place: number, issues: TersineIssue[]): Record<string, string> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const message = `expected an object of names by language, got ${kindOf(value)}.`;
    issues.push({ code: "FIELD_TYPE", path: `/${place}/labels`, message });
    return {};
  }
  const labels: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(labels.map(([tag, name]) => [tag, readText(name, [place, "labels", tag], issues)]));
}

function readTexts<Key extends "aliases" | "broader">(
  key: Key,
  fields: ReadonlyMap<string, unknown>,
  place: number,
  issues: TersineIssue[],
): Partial<Record<Key, string[]>> {
  const value = fields.get(key);
  if (value === undefined) return {};
  if (!Array.isArray(value)) {
    issues.push({ code: "LIST_EXPECTED", path: `/${place}/${key}`, message: `expected a list, got ${kindOf(value)}.` });
    return {};
  }
  const items: readonly unknown[] = value;
  const texts: Partial<Record<Key, string[]>> = {};
  texts[key] = items.map((item, at) => readText(item, [place, key, at], issues));
  return texts;
}

function readText(value: unknown, keys: readonly PropertyKey[], issues: TersineIssue[]): string {
  if (typeof value !== "string") {
    issues.push({ code: "FIELD_TYPE", path: pointer(keys), message: `expected text, got ${kindOf(value)}.` });
    return "";
  }
  if (foldText(value) === "") {
    issues.push({ code: "TEXT_EMPTY", path: pointer(keys), message: "expected text that is not empty." });
  }
  return value;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
