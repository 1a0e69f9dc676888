import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createGenerator, type SchemaGenerator } from "ts-json-schema-generator";

/*
 * Makes the JSON Schema of results from their types. The file that it writes is not kept in git: `npm ci`, `npm test` and
 * `npm run build` make it, and so does a run of vitest that does not find it. It is an ordinary module, so that bundlers,
 * vitest and tsx read it alike; its declaration stands beside it, so that types are checked without it.
 */

/** The module that holds the JSON Schema of results. */
export const RESULT_SCHEMA_FILE = fileURLToPath(new URL("../src/io/result-schema.generated.js", import.meta.url));

/** What that module must say: the schema of the type `WrittenResult`, made from the types of the source alone. */
export function resultSchemaSource(): string {
  const type = "WrittenResult";
  const schema = createGenerator({
    path: fileURLToPath(new URL("../src/io/results/tables.ts", import.meta.url)),
    tsconfig: fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
    type,
    skipTypeCheck: true,
    topRef: false,
  }).createSchema(type);
  return [
    "// Written by scripts/result-schema.ts from the types of results; do not edit.",
    `export const RESULT_SCHEMA = ${JSON.stringify(in2020(schema), undefined, 2)};`,
    "",
  ].join("\n");
}

/** A draft-07 schema in the words of draft 2020-12, which differ here in what definitions are called. */
function in2020({ definitions, ...schema }: ReturnType<SchemaGenerator["createSchema"]>): unknown {
  const text = JSON.stringify({
    ...schema,
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $defs: definitions,
  });
  return JSON.parse(text.replaceAll('"$ref":"#/definitions/', '"$ref":"#/$defs/'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(RESULT_SCHEMA_FILE, resultSchemaSource());
