import { ALIASES, SIGNS } from "./aliases.ts";
import type { ColumnField, Field, SourceIssue } from "./source.ts";

const FIELDS = Object.keys(ALIASES).filter((name): name is Field => Object.hasOwn(ALIASES, name));

/** Each alias in normal form, with its field and its place among the aliases of the field. */
const KNOWN: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  FIELDS.flatMap((field) => ALIASES[field].map((alias, rank) => [normalHeader(alias), { field, rank }] as const)),
);

/** Words before the name of a field that say nothing about which it is. */
const FILLER = /^(?:whatisyour|whatsyour|pleaseenteryour|enteryour|your|profile)/u;

/** The form in which headers are compared: without case, spaces, underscores, dashes, punctuation and accents. */
export function normalHeader(header: string): string {
  return plain(header).replace(/[\s_\-.:;,?!*'’"“”()[\]/&]+/gu, "");
}

function plain(header: string): string {
  return header
    .normalize("NFD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/[Iıİ]/gu, "i")
    .toLowerCase();
}

function knownAs(normal: string): { readonly field: Field; readonly rank: number } | undefined {
  return KNOWN.get(normal) ?? KNOWN.get(normal.replace(FILLER, ""));
}

/** What the headers of a file mean. */
export interface HeaderFields {
  /** By column; `undefined` for those that are not read. */
  readonly fields: readonly (ColumnField | undefined)[];
  /**
   * Further columns of a field by column, best first, read where the better ones are blank. Only managers have them: a
   * reporting line that a file states anywhere must not be lost.
   */
  readonly further: ReadonlyMap<number, Field>;
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
export function fieldsOf(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
  file: string,
): HeaderFields {
  const fields: (ColumnField | undefined)[] = headers.map(() => undefined);
  const issues: SourceIssue[] = [];
  const normal = headers.map(normalHeader);
  for (const [name, header] of Object.entries(mapping)) {
    const field = FIELDS.find((each) => each === name) ?? attributeOf(name);
    const column = normal.indexOf(normalHeader(header));
    if (field === undefined) {
      const message = `the mapping names a field that there is not; known are ${FIELDS.join(", ")}.`;
      const hint = "Name a field of attributes as attributes.city.";
      issues.push({ code: "MAPPING_FIELD", severity: "error", file, message, hint });
    } else if (column >= 0 && fields[column] !== undefined) {
      const message = `the mapping gives column ${column + 1} to two fields.`;
      issues.push({ code: "MAPPING_TWICE", severity: "error", file, line: 1, column: column + 1, message });
    } else if (column >= 0) fields[column] = field;
  }
  const taken = new Set(fields);
  const ranked = normal.flatMap((header, column) => {
    const known = fields[column] === undefined ? knownAs(header) : undefined;
    return known === undefined ? [] : [{ column, ...known }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const further = new Map<number, Field>();
  for (const { column, field } of ranked) {
    if (!taken.has(field)) fields[column] = field;
    else if (field === "managerId") further.set(column, field);
    taken.add(field);
  }
  return { fields, further, issues };
}

/** Why a column is not read, and what its header may be meant as. */
export function unusedHeader(
  header: string,
  taken: ReadonlySet<ColumnField | undefined>,
): Pick<SourceIssue, "message" | "hint"> {
  const known = knownAs(normalHeader(header))?.field;
  if (known !== undefined && taken.has(known)) {
    return { message: `another column gives ${known}; this one is not used.` };
  }
  const guess = guessOf(header, taken);
  const message = "no field is known for this column; it is not used.";
  if (guess === undefined) return { message, hint: "Map it, or leave it out." };
  return { message, hint: `If it holds ${guess}, map it: "mapping": { "${guess}": "its header" }.` };
}

/** The field that a header may be meant as. */
export function guessOf(header: string, taken: ReadonlySet<ColumnField | undefined>): Field | undefined {
  const text = plain(header);
  return SIGNS.find(([field, sign]) => !taken.has(field) && sign.test(text))?.[0];
}

/** Headers that the mapping names and no file has. */
export function unusedMapping(
  mapping: Readonly<Record<string, string>>,
  headers: readonly string[],
): readonly string[] {
  const known = new Set(headers.map(normalHeader));
  return Object.entries(mapping).flatMap(([field, header]) => (known.has(normalHeader(header)) ? [] : [field]));
}
