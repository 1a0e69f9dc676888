import type { Sentence } from "../../base/sentence.ts";
import { asPublic } from "../../base/public.ts";
import type { MatchOptions } from "../../index.ts";
import { ALL_FIELDS, type DataField } from "./fields.ts";
import { usesOf } from "./uses.ts";

/** A field that the chosen options read, by whom and what for. */
export interface RequiredField extends Sentence {
  readonly field: DataField;
  /** Names of the criteria, rules and quotas that read it; none where it is read whatever these are. */
  readonly readBy: readonly string[];
  /** Of `attributes`: the names that are read, by code units. @default all may be */
  readonly attributes?: readonly string[];
}

/**
 * Which fields the criteria, rules and quotas of some options read, each with its purpose in both languages. A function of the
 * caller's may read any field, so with one all of them are listed. Ids are always needed, names never.
 *
 * @example
 * requiredFields({ rules: [noReportingLine()] }).map(({ field }) => field);
 */
export function requiredFields(options: MatchOptions = {}): readonly RequiredField[] {
  return asPublic("requiredFields", () => {
    const uses = usesOf(options);
    return ALL_FIELDS.flatMap((field): readonly RequiredField[] => {
      const own = uses.filter(({ use }) => use.fields.includes(field));
      if (own.length === 0) return [];
      const purposes = [...new Map(own.map(({ use }) => [use.purpose.en, use.purpose])).values()];
      const readBy = [...new Set(own.flatMap(({ name }) => name ?? []))];
      const named = own.flatMap(({ use }) => (use.attributes === undefined ? [] : [use.attributes]));
      const isNamed = field === "attributes" && named.length === own.length;
      const attributes = isNamed ? { attributes: [...new Set(named.flat())].sort() } : {};
      return [{ field, readBy, ...attributes, ...listed(purposes) }];
    });
  });
}

function listed(purposes: readonly Sentence[]): Sentence {
  return { en: purposes.map(({ en }) => en).join("; "), tr: purposes.map(({ tr }) => tr).join("; ") };
}
