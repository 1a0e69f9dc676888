import { strToU8, zipSync } from "fflate";

/** Texts as a zip file, in UTF-8, in the order given. Equal texts give equal bytes. */
export function zipOf(files: readonly { readonly name: string; readonly text: string }[]): Uint8Array<ArrayBuffer> {
  const parts = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  // what the clock of the machine shows is written: on every machine it is the first day that zip files know
  return zipSync(parts, { mtime: new Date(1980, 0, 1) });
}
