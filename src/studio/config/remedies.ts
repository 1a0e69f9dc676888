import type { ConfigFile } from "./config-file.ts";

/** What a click can do about a problem. */
export type Remedy =
  "allowGuests" | "externalManagers" | "keepLast" | "dayFirst" | "monthFirst" | "commaLists" | "skipRejected";

/** Settings of each remedy. */
export const REMEDY_SETTINGS: Readonly<Record<Remedy, Partial<ConfigFile> & { readonly skipRejected?: boolean }>> = {
  allowGuests: { allowGuests: true },
  externalManagers: { externalManagers: true },
  keepLast: { keep: "last" },
  dayFirst: { dateOrder: "dmy" },
  monthFirst: { dateOrder: "mdy" },
  commaLists: { commaLists: true },
  skipRejected: { skipRejected: true },
};

const BY_CODE: Readonly<Partial<Record<string, readonly Remedy[]>>> = {
  PERSON_UNKNOWN: ["allowGuests"],
  MANAGER_UNKNOWN: ["externalManagers"],
  ORG_UNKNOWN_MANAGER: ["externalManagers"],
  ID_DUPLICATE: ["keepLast"],
  DATE_AMBIGUOUS: ["dayFirst", "monthFirst"],
  LIST_COMMAS: ["commaLists"],
};

/** What can be done at once about the problems that are told. */
export function remediesFor(
  problems: readonly { readonly code: string; readonly severity: "error" | "warning" }[],
): readonly Remedy[] {
  const remedies = new Set(problems.flatMap(({ code }) => BY_CODE[code] ?? []));
  if (problems.some(({ severity }) => severity === "error")) remedies.add("skipRejected");
  return [...remedies];
}
