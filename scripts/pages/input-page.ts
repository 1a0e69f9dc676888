import { inputJsonSchema } from "../../src/index.ts";

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const HEAD = `# Fields of the input

What \`matchPairs\` takes, from the schemas that check it. \`inputJsonSchema()\` gives the same as JSON Schema (2020-12), for
OpenAPI and forms. A field that stands here is honoured; a field that does not is refused, with the nearest known name. Your own
data go into \`attributes\`. This page is made by \`npm run docs:pages\`.
`;

const nameOf = ($ref: string): string => $ref.split("/").at(-1) ?? $ref;

const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;

/** The type of a field in a few words. */
function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return link(nameOf(schema.$ref));
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(" or ");
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`;
  if (schema.type === "string") return "text";
  if (schema.type === "boolean") return "`true`, `false`";
  if (schema.type !== "integer" && schema.type !== "number") return schema.type ?? "any JSON";
  const bounds = [schema.minimum, schema.maximum].filter((bound) => bound !== undefined && Number.isSafeInteger(bound));
  const range = schema.minimum !== undefined && bounds.length === 2 ? ` ${bounds.join(" to ")}` : "";
  return `${schema.type === "integer" ? "whole number" : "number"}${range}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

function table({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const shown = required.includes(name) ? `**\`${name}\`**` : `\`${name}\``;
    return `| ${shown} | ${cell(typeOf(schema))} | ${cell(schema.description ?? "")} |`;
  });
  return ["| field (**required**) | type | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The page `docs/input.md`. */
export function inputPage(): string {
  const { $defs = {} } = inputJsonSchema() as { readonly $defs?: Readonly<Record<string, Schema>> };
  const parts = Object.entries($defs).map(([name, schema]) => {
    const told = schema.description === undefined ? "" : `\n${schema.description}\n`;
    const shape = schema.properties === undefined ? `\n${typeOf(schema)}\n` : `\n${table(schema)}\n`;
    return `\n## ${name}\n${told}${shape}`;
  });
  return HEAD + parts.join("");
}
