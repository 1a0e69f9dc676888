import type { List } from "../outcome/finding.ts";
import { belongs } from "../rows/items.ts";
import type { ColumnSource, Field, FileMapping, HeaderMapping, PerFile, ReadOptions, TableOptions } from "../source.ts";

const FILES: readonly string[] = ["input", "people", "mentors", "mentees"] satisfies readonly (List | "input")[];

/**
 * The mapping that holds for one file: what is said of all files, then what is said of this one, which counts more. What
 * says nothing in the list is left out, so that two forms may have one header for `teaches` and for `learns`.
 */
export function mappingFor(mapping: HeaderMapping, file: List | "input"): FileMapping {
  const own = mapping[file];
  const said: Record<string, ColumnSource> = {};
  for (const [name, source] of Object.entries(mapping)) {
    const isSaid = file === "input" || belongs(name as Field, file);
    if (!FILES.includes(name) && isSaid && isSource(source)) said[name] = source;
  }
  return own === undefined || isSource(own) ? said : { ...said, ...own };
}

/** The options that hold for one file. */
export function optionsFor(
  { mapping = {}, headerLine, labelRows, ...options }: ReadOptions,
  file: List | "input",
): TableOptions {
  const own = { headerLine: numberFor(headerLine, file), labelRows: numberFor(labelRows, file) };
  return {
    ...options,
    mapping: mappingFor(mapping, file),
    ...(own.headerLine === undefined ? {} : { headerLine: own.headerLine }),
    ...(own.labelRows === undefined ? {} : { labelRows: own.labelRows }),
  };
}

function numberFor(value: number | PerFile | undefined, file: List | "input"): number | undefined {
  return typeof value === "object" ? value[file] : value;
}

function isSource(value: ColumnSource | FileMapping): value is ColumnSource {
  if (typeof value === "string" || Array.isArray(value)) return true;
  return ["ranked", "options", "grid"].some((key) => Object.hasOwn(value, key));
}
