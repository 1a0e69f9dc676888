import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

/*
 * Writes the tables of languages and zones from the Unicode CLDR. Usage, with the npm packages cldr-core, cldr-bcp47 and
 * cldr-localenames-full of one version unpacked in a folder: tsx scripts/cldr-tables.ts FOLDER
 */

/** Locales whose names of languages are read. */
const LOCALES = ["en", "tr"];

type Names = Readonly<Record<string, string>>;

const read = (folder: string, path: string): unknown => JSON.parse(readFileSync(join(folder, path), "utf8"));

/** By tag: names in both languages, of languages with a code of two letters and of all that CLDR has a locale for. */
function languageLines(folder: string): readonly string[] {
  const { availableLocales } = read(folder, "cldr-core/availableLocales.json") as {
    availableLocales: { full: readonly string[] };
  };
  const known = new Set(availableLocales.full.map((locale) => locale.split("-")[0] ?? ""));
  const namesOf = new Map<string, Set<string>>();
  for (const locale of LOCALES) {
    const { main } = read(folder, `cldr-localenames-full/main/${locale}/languages.json`) as {
      main: Readonly<Record<string, { localeDisplayNames: { languages: Names } }>>;
    };
    for (const [key, name] of Object.entries(main[locale]?.localeDisplayNames.languages ?? {})) {
      const tag = key.replace(/-(?:alt|menu)-.*/u, "");
      const [language = ""] = tag.split("-");
      if (tag === "und" || key.includes("-menu-") || (language.length > 2 && !known.has(language))) continue;
      namesOf.set(tag, (namesOf.get(tag) ?? new Set()).add(name));
    }
  }
  return [...namesOf].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tag, names]) => [tag, ...names].join("|"));
}

/** Names that are rather taken for abbreviations of a time, which mean different times to different readers. */
const ABBREVIATIONS = new Set(["EST", "MST", "HST", "CET", "EET", "MET", "WET"]);

/** Names of one zone each, that of today first. */
function namesOfZones(folder: string): readonly (readonly string[])[] {
  const { keyword } = read(folder, "cldr-bcp47/bcp47/timezone.json") as {
    keyword: { u: { tz: Readonly<Record<string, { _alias?: string; _iana?: string } | string>> } };
  };
  return Object.entries(keyword.u.tz).flatMap(([key, zone]) => {
    if (typeof zone === "string" || zone._alias === undefined || key === "unk") return [];
    const names = zone._alias.split(" ");
    const name = key === "utc" || key === "gmt" ? "UTC" : (zone._iana ?? names[0] ?? "");
    return [[name, ...names.filter((each) => each !== name && !ABBREVIATIONS.has(each))]];
  });
}

/** By name of the IANA database: names of Windows for it, as they are meant without a country. */
function windowsLines(folder: string, zones: readonly (readonly string[])[]): readonly string[] {
  const { supplemental } = read(folder, "cldr-core/supplemental/windowsZones.json") as {
    supplemental: {
      windowsZones: {
        mapTimezones: readonly { mapZone: { _other: string; _type: string; _territory: string } }[];
      };
    };
  };
  const main = supplemental.windowsZones.mapTimezones.filter(({ mapZone }) => mapZone._territory === "001");
  const nameOf = new Map(zones.flatMap(([name = "", ...others]) => [name, ...others].map((each) => [each, name])));
  return main.flatMap(({ mapZone: { _type: zone, _other: name } }) =>
    name.startsWith("UTC") ? [] : [`${nameOf.get(zone) ?? zone}|${name}`],
  );
}

async function write(file: string, head: string, tables: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const path = fileURLToPath(new URL(`../src/io/tables/${file}`, import.meta.url));
  const parts = Object.entries(tables).map(([name, lines]) => `export const ${name} = \`\n${lines.join("\n")}\n\`;`);
  const text = [head, ...parts].join("\n\n");
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}

const folder = process.argv[2];
if (folder === undefined) throw new Error("expected the folder that holds the packages of CLDR.");
const { version } = read(folder, "cldr-core/package.json") as { version: string };
const source = `Written by scripts/cldr-tables.ts from Unicode CLDR ${version}; do not edit.
Copyright 1991 and later Unicode, Inc., under the Unicode License V3 (see THIRD_PARTY_NOTICES.md).`;
const headOf = (what: string): string => `/*\n${source}\n${what}\n*/`;
await write("languages.ts", headOf("A line is a tag and names of its language in English and Turkish."), {
  LANGUAGE_NAMES: languageLines(folder),
});
const zones = namesOfZones(folder);
await write("zones.ts", headOf("A line is a name of the IANA database, then further names of the same zone."), {
  ZONE_ALIASES: zones.filter((names) => names.length > 1).map((names) => names.join("|")),
  WINDOWS_ZONES: windowsLines(folder, zones),
});
