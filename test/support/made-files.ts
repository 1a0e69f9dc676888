import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const RESULT_SCHEMA = fileURLToPath(new URL("../../src/io/result-schema.generated.js", import.meta.url));

/** Before all tests: makes what the source imports and git does not keep, where `npm ci` has not. */
export default async function makeFiles(): Promise<void> {
  if (existsSync(RESULT_SCHEMA)) return;
  // only then, since it loads a compiler
  const { resultSchemaSource } = await import("../../scripts/result-schema.ts");
  writeFileSync(RESULT_SCHEMA, resultSchemaSource());
}
