import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { sampleFiles } from "./sample.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../src/studio/${path}`, import.meta.url));

/** The messages of zod in some fifty languages are never shown: those of the library are its own. */
const withoutLocales: Plugin = {
  name: "without-locales",
  setup: (building) => {
    building.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

/** The program of an entry, whole and minified. */
async function programOf(entry: string, format: "esm" | "iife"): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file(entry)],
    bundle: true,
    minify: true,
    format,
    platform: "browser",
    target: "es2023",
    write: false,
    logLevel: "error",
    charset: "utf8",
    // calendars are read beside ical.js alone, and the page reads none
    external: ["ical.js"],
    plugins: [withoutLocales],
  });
  return outputFiles[0]?.text ?? "";
}

/** zod would try whether it may make functions of texts, which the policy forbids and would report. */
const WORKER_HEAD = "globalThis.__zod_globalConfig={jitless:true};";

/** A text in a third of its size: gzip, in letters. The same text gives the same letters. */
const packed = (text: string): string => gzipSync(text, { level: 9 }).toString("base64");

/** A text that may stand in a `script` element: no end tag, and nothing that begins a comment of HTML. */
const inScript = (text: string): string => text.replace(/<(?=\/script|!--)/giu, "\\x3c");

/**
 * The page of the studio: one HTML file with its program, the program of its worker, its style and the example, and a policy
 * that lets it load and send nothing.
 */
export async function studioPage(): Promise<string> {
  const [page, worker] = await Promise.all([programOf("main.tsx", "esm"), programOf("worker.ts", "iife")]);
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
<div id="app">
<p>This page needs JavaScript and a browser of the last two years: Chrome, Edge, Firefox or Safari.</p>
<p lang="tr">Bu sayfa için JavaScript ve son iki yılın bir tarayıcısı gerekir: Chrome, Edge, Firefox ya da Safari.</p>
</div>
<script type="application/json" id="sample">${JSON.stringify(sampleFiles()).replaceAll("<", "\\u003c")}</script>
<script type="text/plain" id="worker">${packed(`${WORKER_HEAD}${worker}`)}</script>
<script type="module">${program}</script>
</body>
</html>
`;
}
