import type { GivenFile } from "./protocol.ts";

/** The made-up programme, as files that somebody could have dropped: the build puts them into the page as data. */
export function sampleFiles(): readonly GivenFile[] {
  const text = document.getElementById("sample")?.textContent ?? "{}";
  const files: Readonly<Record<string, string>> = JSON.parse(text) as Readonly<Record<string, string>>;
  return Object.entries(files).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
}
