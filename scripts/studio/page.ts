import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { sampleFiles } from "./sample.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../src/studio/${path}`, import.meta.url));

/** The program of an entry, whole and minified. */
async function programOf(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file(entry)],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    write: false,
    logLevel: "error",
    charset: "utf8",
    // calendars are read beside ical.js alone, and the page reads none
    external: ["ical.js"],
  });
  return outputFiles[0]?.text ?? "";
}

/** A text that may stand in a `script` element: no end tag, and nothing that begins a comment of HTML. */
const inScript = (text: string): string => text.replace(/<(?=\/script|!--)/giu, "\\x3c");

/**
 * The page of the studio: one HTML file with its program, the program of its worker, its style and the example, and a policy
 * that lets it load and send nothing.
 */
export async function studioPage(): Promise<string> {
  const [page, worker] = await Promise.all([programOf("main.tsx"), programOf("worker.ts")]);
  const style = readFileSync(file("studio.css"), "utf8");
  const program = inScript(page);
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  // the worker is a blob, which inherits the policy; its solver may compile WebAssembly
  const policy = [
    "default-src 'none'",
    `script-src ${hash(program)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en" data-language="">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>tersine studio</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<script type="application/json" id="sample">${JSON.stringify(sampleFiles()).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="worker">globalThis.__zod_globalConfig={jitless:true};${inScript(worker)}</script>
<script>${program}</script>
</body>
</html>
`;
}
