import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { createGenerator } from "ts-json-schema-generator";

/** The file that holds the JSON Schema of results. */
export const RESULT_SCHEMA_FILE = fileURLToPath(new URL("../src/io/result-schema.ts", import.meta.url));

/** What that file must say: the schema of the type `WrittenResult`, made from the types of the source alone. */
export async function resultSchemaSource(): Promise<string> {
  const type = "WrittenResult";
  const schema = createGenerator({
    path: fileURLToPath(new URL("../src/io/write.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type,
    skipTypeCheck: true,
    topRef: false,
  }).createSchema(type);
  const text = [
    "// Written by scripts/result-schema.ts from the types of results; do not edit.",
    `export const RESULT_SCHEMA: Readonly<Record<string, unknown>> = ${JSON.stringify(schema)};`,
  ].join("\n");
  return format(text, { ...(await resolveConfig(RESULT_SCHEMA_FILE)), filepath: RESULT_SCHEMA_FILE });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(RESULT_SCHEMA_FILE, await resultSchemaSource());
