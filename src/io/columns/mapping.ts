import type { List } from "../outcome/finding.ts";
import { belongs } from "../rows/items.ts";
import type { ColumnSource, Field, FileMapping, HeaderMapping } from "../source.ts";

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

function isSource(value: ColumnSource | FileMapping): value is ColumnSource {
  if (typeof value === "string" || Array.isArray(value)) return true;
  return ["ranked", "options", "grid"].some((key) => Object.hasOwn(value, key));
}
