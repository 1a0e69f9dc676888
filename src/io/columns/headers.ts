import { ALIASES, SIGNS } from "./aliases.ts";
import { type CombinedColumns, combinedColumns, gridColumns, headersOf } from "./sources.ts";
import { foldedHeader, impersonal, inWords, normalHeader, withoutRemarks } from "./header-text.ts";
import type { ColumnField, Field, FileMapping, SourceIssue } from "../source.ts";

const FIELDS = Object.keys(ALIASES).filter((name): name is Field => Object.hasOwn(ALIASES, name));

/** Each alias in normal form, with its field and its place among the aliases of the field. */
const KNOWN: ReadonlyMap<string, Known> = new Map(
  FIELDS.flatMap((field) =>
    ALIASES[field].map((name, rank) => [normalHeader(name), { field, rank, alias: normalHeader(name) }] as const),
  ),
);

/** What a header is known as. */
interface Known {
  readonly field: Field;
  /** Of headers of one field the smallest is read. */
  readonly rank: number;
  /** The alias in normal form, without what the header says beside it. */
  readonly alias: string;
}

/** The alias by which a header is known, in normal form. */
export function aliasOf(header: string): string | undefined {
  return knownAs(header)?.alias;
}

/** Words before the name of a field that say nothing about which it is. */
const FILLER = /^(?:whatisyour|whatsyour|pleaseenteryour|enteryour|your|profile)/u;

/** What a header is known as; exact names count before those with remarks in brackets, and these before ends of paths. */
function knownAs(header: string): Known | undefined {
  const exact = knownName(header);
  if (exact !== undefined) return exact;
  const bare = knownName(withoutRemarks(header));
  if (bare !== undefined) return { ...bare, rank: bare.rank + REMARK };
  if (header.length > LONGEST) return undefined;
  const asked = unnumbered(header);
  const question = asked === undefined ? undefined : (knownName(asked) ?? knownName(withoutRemarks(asked)));
  if (question !== undefined) return { ...question, rank: question.rank + REMARK };
  // `work.reportsTo`: what is nested in JSON is known by the end of its path, the longer the better; `2. Amir` is no path
  const steps = FURTHER_UP.test(foldedHeader(header).trim()) ? [] : header.split(/\.(?!\s)/u);
  for (let from = 1; from < steps.length; from += 1) {
    const end = knownName(steps.slice(from).join("."));
    if (end !== undefined) return { ...end, rank: end.rank + PATH * from };
  }
  return undefined;
}

/** The number of a question: `3. E-mail`, `Q3) E-mail`. */
const NUMBER = /^\s*(?:q|s|soru)?\s?\d{1,2}\s?[.)\-:]\s*(?=\p{L})/iu;
/** `2. Amir`: in Turkish the manager's manager, whom no field takes. */
const FURTHER_UP = /^(?!0?1\D)\d+\s?[.)\-:]\s*(?:ust )?(?:amir|yonetici|mudur)/u;

/** The question behind its number, if there is one. */
function unnumbered(header: string): string | undefined {
  if (!NUMBER.test(header) || FURTHER_UP.test(foldedHeader(header).trim())) return undefined;
  return header.replace(NUMBER, "");
}

function knownName(header: string): Known | undefined {
  if (header.trim().length > LONGEST) return undefined;
  for (const form of [header, ...impersonal(header)]) {
    const normal = normalHeader(form);
    const known = KNOWN.get(normal) ?? KNOWN.get(normal.replace(FILLER, ""));
    if (known !== undefined) return known;
  }
  // as the input writes it; "Start date" of a survey is another thing than `startDate`
  const own = FIELDS.find((field) => field === header);
  return own === undefined ? undefined : { field: own, rank: ALIASES[own].length, alias: normalHeader(own) };
}

/** Longer headers are questions that no alias asks. */
const LONGEST = 200;
/** More than a field has aliases. */
const REMARK = 1_000;
const PATH = 10_000;

/** What the headers of a file mean. */
export interface HeaderFields {
  /** By column; `undefined` for those that are not read. */
  readonly fields: readonly (ColumnField | undefined)[];
  /**
   * Further columns of a field by column, best first, read where the better ones are blank. Only managers have them: a
   * reporting line that a file states anywhere must not be lost.
   */
  readonly further: ReadonlyMap<number, Field>;
  /** Fields that several columns give together. */
  readonly combined: readonly CombinedColumns[];
  readonly issues: readonly SourceIssue[];
}

function attributeOf(name: string): ColumnField | undefined {
  return name.startsWith(ATTRIBUTE) && name.length > ATTRIBUTE.length
    ? `${ATTRIBUTE}${name.slice(ATTRIBUTE.length)}`
    : undefined;
}

/** What the names of the caller's own fields begin with. */
export const ATTRIBUTE = "attributes.";

/** Field of each header; where several headers mean one field, the first that has the better alias keeps it. */
export function fieldsOf(headers: readonly string[], mapping: FileMapping, file: string): HeaderFields {
  const fields: (ColumnField | undefined)[] = headers.map(() => undefined);
  const combined: CombinedColumns[] = [];
  const issues: SourceIssue[] = [];
  const normal = headers.map(normalHeader);
  for (const [name, source] of Object.entries(mapping)) {
    const field = FIELDS.find((each) => each === name) ?? attributeOf(name);
    if (field !== undefined && typeof source !== "string") {
      combined.push(combinedColumns(field, source, headers));
      continue;
    }
    const column = typeof source === "string" && source.trim() !== "" ? normal.indexOf(normalHeader(source)) : -1;
    if (field === undefined) {
      const message = `the mapping names a field that there is not; known are ${FIELDS.join(", ")}.`;
      const hint = "Name a field of attributes as attributes.city.";
      issues.push({ code: "MAPPING_FIELD", severity: "error", file, message, hint });
    } else if (column >= 0 && fields[column] !== undefined) {
      const message = `the mapping gives column ${column + 1} to two fields.`;
      issues.push({ code: "MAPPING_TWICE", severity: "error", file, line: 1, column: column + 1, message });
    } else if (column >= 0) fields[column] = field;
  }
  // a field whose header is blank is not read from any column
  const unread = Object.entries(mapping).flatMap(([name, source]) => (isBlankHeader(source) ? [name] : []));
  const taken = new Set<string | undefined>([...fields, ...unread, ...combined.map(({ field }) => field)]);
  const parts = new Set(combined.flatMap(({ columns }) => columns));
  const ranked = headers.flatMap((header, column) => {
    const known = fields[column] === undefined && !parts.has(column) ? knownAs(header) : undefined;
    return known === undefined ? [] : [{ column, ...known }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const further = new Map<number, Field>();
  for (const { column, field } of ranked) {
    if (unread.includes(field)) continue;
    if (!taken.has(field)) fields[column] = field;
    else if (field === "managerId") further.set(column, field);
    taken.add(field);
  }
  return { fields, further, combined, issues };
}

export const MAP_IT = "Map it, or leave it out.";

/** Fields that options name and that there are not: a wish that nothing reads must not pass in silence. */
export function unknownFields(names: readonly string[]): readonly string[] {
  return names.filter((name) => !FIELDS.some((field) => field === name) && attributeOf(name) === undefined);
}

/** Why a column is not read, and what its header may be meant as. */
export function unusedHeader(
  header: string,
  taken: ReadonlySet<ColumnField | undefined>,
): Pick<SourceIssue, "message" | "hint"> {
  const known = knownAs(header)?.field;
  if (known !== undefined && taken.has(known)) {
    return { message: `another column gives ${known}; this one is not used.` };
  }
  const guess = guessOf(header, taken);
  const message = "no field is known for this column; it is not used.";
  if (guess === undefined) return { message, hint: MAP_IT };
  return { message, hint: `If it holds ${guess}, map it: "mapping": { "${guess}": "its header" }.` };
}

/** Numbers that the state gives: nobody should be known by them here. */
const NATIONAL =
  /national|passport|\bssn\b|social (?:security|insurance)|\btax\b|\btc\b|\bt c\b|tckn|kimlik no|vergi|pasaport/u;

/** The field that a header may be meant as. */
export function guessOf(header: string, taken: ReadonlySet<ColumnField | undefined>): Field | undefined {
  const text = inWords(withoutRemarks(header));
  if (NATIONAL.test(text)) return undefined;
  return SIGNS.find(([field, sign]) => !taken.has(field) && sign.test(text))?.[0];
}

/** Field of each column, also of those that give one together with others. */
export function fieldOfColumn({ fields, further, combined }: HeaderFields, column: number): ColumnField | undefined {
  const part = combined.find(({ columns }) => columns.includes(column));
  return fields[column] ?? further.get(column) ?? part?.field;
}

/** Fields for which the mapping names a header that no file has. */
export function unusedMapping(mapping: FileMapping, headers: readonly string[]): readonly string[] {
  const known = new Set(headers.map(normalHeader));
  return Object.entries(mapping).flatMap(([field, source]) => {
    if (isBlankHeader(source)) return [];
    if (typeof source !== "string" && "grid" in source) {
      return gridColumns(source.grid, headers).columns.length > 0 ? [] : [field];
    }
    return headersOf(source).every((header) => known.has(normalHeader(header))) ? [] : [field];
  });
}

function isBlankHeader(source: FileMapping[string] | undefined): boolean {
  return typeof source === "string" && source.trim() === "";
}
