import { columnLetter, columnNumber } from "./cells.ts";

/** A sheet's XML, so that no cell is lost to the library that reads it, and what was seen on the way. */
export interface PreparedSheet {
  readonly xml: string;
  /** Rows and columns up to the last cell that holds something. */
  readonly rows: number;
  readonly columns: number;
  /** Addresses of cells whose formula was never calculated: they look empty, and are not. */
  readonly uncalculated: readonly string[];
  /** Addresses of cells that hold the error of a formula, such as `#N/A`. */
  readonly errors: readonly string[];
}

/**
 * A cell with its attributes and its content. The content holds no other cell, so that a broken file is passed over once.
 */
const CELL = /<((?:\w+:)?)(c|row)((?:\s[^<>]*?)?)(?:\/>|>((?:(?!<\/?\1(?:c|row)[\s/>])[\s\S])*)(<\/\1c>)?)/gu;

/**
 * Turns into text what a reader of values would lose: errors such as `#N/A` (a manager who was not found is not the top),
 * and zeros that a format puts before numbers (`007`). Cells that do not say where they stand follow those before them
 * (ECMA-376 part 1, 18.3.1.4).
 *
 * @param padded Digits of formats that are zeros only, by number of style
 */
export function preparedSheet(xml: string, padded: ReadonlyMap<string, number>): PreparedSheet {
  let [row, column, rows, columns] = [0, 0, 0, 0];
  const uncalculated: string[] = [];
  const errors: string[] = [];
  const changed = xml.replace(
    CELL,
    (whole, prefix: string, tag: string, attributes: string, content: string = "", end: string = "") => {
      if (tag === "row") {
        row = Number(attributeOf(attributes, "r") ?? row + 1);
        column = 0;
        return whole;
      }
      const stated = /^([A-Za-z]{1,3})([0-9]{1,7})$/u.exec(attributeOf(attributes, "r") ?? "");
      column = stated === null ? column + 1 : columnNumber(stated[1] ?? "");
      row = stated === null ? row : Number(stated[2]);
      const address = `${columnLetter(column)}${row}`;
      const value = /<(?:\w+:)?v(?:\s[^<>]*)?>([^<]*)</u.exec(content)?.[1] ?? "";
      if (value !== "" || content.includes("is>")) [rows, columns] = [Math.max(rows, row), Math.max(columns, column)];
      const type = attributeOf(attributes, "t") ?? "n";
      if (type === "n" && value === "" && /<(?:\w+:)?f[\s/>]/u.test(content)) uncalculated.push(address);
      if (type === "e") errors.push(address);
      const digits = type === "n" ? padded.get(attributeOf(attributes, "s") ?? "") : undefined;
      if (whole.endsWith("/>") && stated === null) return `<${prefix}c r="${address}"${attributes}/>`;
      if (end === "" || (stated !== null && type !== "e" && digits === undefined)) return whole;
      const isText = type === "e" || digits !== undefined;
      const shown = digits === undefined ? value : paddedText(value, digits);
      const kept = attributes.replace(/\s(?:r|t)=(?:"[^"]*"|'[^']*')/gu, "");
      const own = isText ? `<${prefix}v>${shown}</${prefix}v>` : content;
      return `<${prefix}c r="${address}" t="${isText ? "str" : type}"${kept}>${own}${end}`;
    },
  );
  return { xml: changed, rows, columns, uncalculated, errors };
}

function paddedText(value: string, digits: number): string {
  return /^[0-9]+$/u.test(value) ? value.padStart(digits, "0") : value;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const [, double, single] =
    new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`, "u").exec(attributes) ?? [];
  return double ?? single;
}

/** Digits of styles whose format is zeros only, by number of style: a format `00000` shows 42 as 00042. */
export function paddedStyles(styles: string): ReadonlyMap<string, number> {
  const formats = new Map<string, number>();
  for (const [format] of styles.matchAll(/<(?:\w+:)?numFmt\s[^<>]*>/gu)) {
    const code = attributeOf(format, "formatCode") ?? "";
    if (/^0{2,30}$/u.test(code)) formats.set(attributeOf(format, "numFmtId") ?? "", code.length);
  }
  const [, list = ""] = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/u.exec(styles) ?? [];
  const styled = [...list.matchAll(/<(?:\w+:)?xf(?:\s[^<>]*)?>/gu)].map(
    ([style]) => attributeOf(style, "numFmtId") ?? "",
  );
  return new Map(
    styled.flatMap((format, style) => {
      const digits = formats.get(format);
      return digits === undefined ? [] : [[String(style), digits] as const];
    }),
  );
}

export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Path of the part that holds its cells, if the workbook names one. */
  readonly path: string | undefined;
}

/** The sheets in their order. */
export function listedSheets(workbook: string, relations: string): readonly ListedSheet[] {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/gu)].map(([relation]) => [
      attributeOf(relation, "Id"),
      attributeOf(relation, "Target"),
    ]),
  );
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/gu)].map(([sheet]) => {
    const target = targets.get(attributeOf(sheet, String.raw`\w+:id`));
    return {
      name: plainText(attributeOf(sheet, "name") ?? ""),
      isHidden: (attributeOf(sheet, "state") ?? "visible") !== "visible",
      path: target?.startsWith("/") === true ? target.slice(1) : target === undefined ? undefined : `xl/${target}`,
    };
  });
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function plainText(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/giu,
    (whole, hex?: string, decimal?: string, name = "") => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (hex === undefined && decimal === undefined) return ENTITIES.get(name as string) ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
