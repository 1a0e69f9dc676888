import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { madePages } from "./pages.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
for (const [path, text] of await madePages(root)) writeFileSync(join(root, path), text);
