import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { studioPage } from "./page.ts";

// node_modules/.bin/tsx scripts/studio/write.ts: the last step of the build
const page = await studioPage();
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}studio.html`, page);
const kB = (bytes: number): string => `${Math.round(bytes / 1_000)} kB`;
console.log(`dist/studio.html: ${kB(Buffer.byteLength(page))}, brotli ${kB(brotliCompressSync(page).length)}`);
