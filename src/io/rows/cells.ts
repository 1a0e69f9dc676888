import { type ListReader, listReader } from "./lists.ts";
import type { ColumnField, Field, ReadOptions } from "../source.ts";
import { readDate, readYear } from "../values/dates.ts";
import { type LanguageReading, readLanguage } from "../values/languages.ts";
import { type Cell, readLevel, readWhole, type Told } from "../values/numbers.ts";
import { readYesNo } from "../values/roles.ts";
import { isRecord } from "../../base/given.ts";
import { LONGEST } from "../identity/keys.ts";
import { readZoneText } from "../values/zones.ts";
import { dayPartsReader } from "../windows/day-parts.ts";
import { readWindowsText, windowReader } from "../windows/reader.ts";

const WHOLE = new Set<Field>(["capacity", "minimumLoad", "readiness"]);
const DATES = new Set<Field>(["waitingSince", "startDate"]);
const FLAGS = new Set<Field>(["firstTime", "briefed"]);
const YEARS = new Set<Field>(["birthYear", "careerStartYear"]);
const LISTS: ReadonlySet<ColumnField> = new Set<Field>([
  "dottedLineManagerIds",
  "evaluatorIds",
  "assistantIds",
  "formerManagerIds",
  "languages",
  "teaches",
  "learns",
  "learnsInReturn",
  "teachesInReturn",
  "goals",
  "avoid",
  "choices",
]);

/** Whether a value counts as not given. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

/** Whether a field holds several items. */
export function isList(field: ColumnField): boolean {
  return LISTS.has(field);
}

/** Reads the value of a field that is not blank. */
export type CellReader = (field: Field, value: unknown) => Cell;

/** Most cells that are remembered, and the longest of them. */
const [MOST_REMEMBERED, LONGEST_REMEMBERED] = [5_000, 40];

/**
 * A reader of values. Text of lists is divided at `;`, `|` and line ends, or is a JSON array; commas belong to the items
 * unless the options say otherwise. Numbers are ASCII digits. What is no text is taken as it is: the model judges it.
 * Short texts that it has read before are remembered: zones, languages, years and levels repeat.
 */
export function cellReader(options: ReadOptions): CellReader {
  const readWindow = windowReader();
  const withHours = dayPartsReader(options.dayParts);
  const readList = listReader(options);
  const remembered = new Map<Field, Map<string, Cell>>();
  return (field, value) => {
    if (field === "availability")
      return readAvailability(value, (text) => readWindowsText(withHours(text), readWindow));
    if (typeof value !== "string" || value.length > LONGEST_REMEMBERED)
      return readCell(field, value, options, readList);
    if (!REPEATING.has(field)) return readCell(field, value, options, readList);
    const ofField = remembered.get(field) ?? new Map<string, Cell>();
    if (ofField.size === 0) remembered.set(field, ofField);
    const cell = ofField.get(value) ?? readCell(field, value, options, readList);
    if (ofField.size < MOST_REMEMBERED) ofField.set(value, cell);
    return cell;
  };
}

const REPEATING = new Set<Field>([
  ...(["birthYear", "careerStartYear", "waitingSince", "startDate", "timeZone", "level"] as const),
]);

function readCell(field: Field, value: unknown, options: ReadOptions, readList: ListReader): Cell {
  const { levelsFromTop = false, dateOrder } = options;
  if (field === "languages") return readLanguages(value, readList);
  if (field === "formerManagerIds") return readFormers(value, readList, dateOrder);
  if (typeof value !== "string") {
    return { value: field === "level" && typeof value === "number" && levelsFromTop ? 0 - value : value };
  }
  const text = value.trim();
  if (LISTS.has(field)) return readList(field, text);
  if (WHOLE.has(field)) return readWhole(text);
  if (YEARS.has(field)) return readYear(text);
  if (DATES.has(field)) return readDate(text, dateOrder);
  if (FLAGS.has(field)) return readYesNo(text);
  if (field === "timeZone") return readZone(text);
  if (field === "level") return readLevel(text, levelsFromTop);
  return { value: text };
}

/** The person and, in brackets, the last date: `E12 (2025-06-30)`. */
const FORMER = /^(?<id>.*\S)\s*\((?<until>[^()]*\d[^()]*)\)$/u;
/** Words round a last date. */
const UNTIL = /^(?:until|till|to|up to)\s+|(?:['’]?(?:y?[ea]|n[ea]))?\s+kadar$/giu;
/** Three numbers with marks between them, a month and a year, or a month in letters: what is meant as a date. */
const MEANT_AS_DATE =
  /^\d{1,4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,4}(?!\d)|^(?:\d{1,2}[-./]\d{4}|\d{4}[-./]\d{1,2})$|^(?:\d{1,2}\s)?\p{L}{3,12}\s(?:\d{1,2},?\s)?\d{4}$/u;

/** Earlier managers, each with a date in brackets if one is known; brackets that hold no date belong to whom they name. */
function readFormers(value: unknown, readList: ListReader, dateOrder: ReadOptions["dateOrder"]): Cell {
  const list = typeof value === "string" ? readList("formerManagerIds", value.trim()) : { value };
  if ("code" in list || !Array.isArray(list.value)) return list;
  const read = Array.from<unknown>(list.value).map((item) => readFormer(item, dateOrder));
  const wrong = read.find((cell) => "code" in cell);
  return wrong ?? { ...list, value: read.flatMap((cell) => ("value" in cell ? [cell.value] : [])) };
}

function readFormer(item: unknown, dateOrder: ReadOptions["dateOrder"]): Cell {
  if (isRecord(item) && typeof item["until"] === "string") {
    const until = readDate(item["until"].trim(), dateOrder);
    return "code" in until ? until : { value: { ...item, until: until.value } };
  }
  const parts = typeof item === "string" && item.length <= LONGEST ? FORMER.exec(item.trim())?.groups : undefined;
  if (parts === undefined) return { value: item };
  const written = (parts["until"] ?? "").trim().replace(UNTIL, "").trim();
  const until = readDate(written, dateOrder);
  if (!("code" in until)) return { value: { id: parts["id"], until: until.value } };
  return until.code === "DATE_AMBIGUOUS" || MEANT_AS_DATE.test(written) ? until : { value: item };
}

/** Whether the text of a list has commas and nothing else that divides it. */
export function hasOnlyCommas(field: ColumnField, value: unknown): boolean {
  return LISTS.has(field) && typeof value === "string" && value.includes(",") && !/[;|\n[]/u.test(value);
}

function readZone(text: string): Cell {
  const { zone, doubt } = readZoneText(text);
  return doubt === undefined ? { value: zone } : { value: zone, doubts: [doubt] };
}

/** Text of windows, or texts of single ones, also within the model's own form; windows as objects are left to the model. */
function readAvailability(value: unknown, readText: (text: string) => Cell): Cell {
  if (typeof value === "string") return readText(value);
  if (isTexts(value)) return readText(value.join("; "));
  if (typeof value !== "object" || value === null || !("windows" in value)) return { value };
  const read =
    isTexts(value.windows) || typeof value.windows === "string" ? readAvailability(value.windows, readText) : { value };
  return "code" in read || read.value === value ? read : { ...read, value: { ...value, windows: read.value } };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string") && value.length > 0;
}

/** Most words that a warning shows, and what they may look like: a cell may hold what is no language and nobody's business. */
const [SHOWN, SHOWABLE] = [5, /^[\p{L}\p{M} ()/-]{1,30}(?:[ABC][12])?\)?$/u];

/** Longer texts list no languages. */
const LONGEST_LISTED = 1_000;

/**
 * The language of an item, or those that it lists, if they are all names or all tags: no language has such a mark in its
 * name, and a word beside names (`İngilizce, az`) may say how well.
 */
function languagesIn(item: unknown): readonly LanguageReading[] {
  const whole = readLanguage(item);
  if (whole.isKnown || typeof item !== "string" || item.length > LONGEST_LISTED) return [whole];
  const parts = item
    .split(/[,/&+]|\s(?:and|ve)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const read = parts.map(readLanguage);
  const isAll = (form: LanguageReading["form"]): boolean => read.every((each) => each.form === form);
  return read.length > 0 && (isAll("name") || isAll("tag")) ? read : [whole];
}

/** Whether a word is a tag: it stands in a list of nothing but tags, one of which is no word. */
function areTags(read: readonly LanguageReading[]): boolean {
  const isTag = ({ form, isKnown }: LanguageReading): boolean => form === "tag" || (form === "word" && isKnown);
  return read.every(isTag) && read.some(({ form }) => form === "tag");
}

/** Whether a cell of languages can be divided at its commas, and hides nothing in them. */
export function areLanguages(field: ColumnField, value: unknown): boolean {
  return field === "languages" && languagesIn(value).every(({ isKnown }) => isKnown);
}

/** Languages as tags; those that are not understood are told, and words that may be none are left out. */
function readLanguages(value: unknown, readList: ListReader): Cell {
  const list = typeof value === "string" ? readList("languages", value.trim()) : { value };
  if ("code" in list || !Array.isArray(list.value)) return list;
  const read = Array.from<unknown>(list.value).flatMap(languagesIn);
  const words = areTags(read) ? [] : read.filter(({ form }) => form === "word");
  const unknown = read.filter((each) => !each.isKnown && !words.includes(each));
  const languages = [...new Set(read.flatMap((each) => (words.includes(each) ? [] : [each.value])))];
  const doubts = [...unknownLanguages(unknown, read.length), ...leftOutWords(words.length, read.length)];
  // who says no more is of unknown languages
  const said = { value: languages.length === 0 && words.length > 0 ? undefined : languages };
  return doubts.length === 0 ? said : { ...said, doubts };
}

function unknownLanguages(unknown: readonly LanguageReading[], all: number): readonly Told[] {
  if (unknown.length === 0) return [];
  const words = unknown.flatMap(({ value }) => (typeof value === "string" && SHOWABLE.test(value) ? [value] : []));
  const shown = words.length === 0 ? "" : ` (${words.slice(0, SHOWN).join(", ")}${words.length > SHOWN ? ", …" : ""})`;
  const message = `${unknown.length} of ${all} ${unknown.length === 1 ? "is no language that is" : "are no languages that are"} known${shown}; what is written is compared as it is.`;
  const hint = "Write its tag as tr or en-GB, or its name in English or Turkish.";
  return [{ code: "LANGUAGE_UNKNOWN", message, hint }];
}

function leftOutWords(words: number, all: number): readonly Told[] {
  if (words === 0) return [];
  const message = `${words} of ${all} ${words === 1 ? "is a usual word, and may be" : "are usual words, and may be"} no language; left out.`;
  const hint = "Write the language by its name, or its tag with a country: az-AZ, no-NO.";
  return [{ code: "LANGUAGE_UNKNOWN", message, hint }];
}
