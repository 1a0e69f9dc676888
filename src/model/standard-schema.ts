import { TersineError, type TersineIssue } from "../base/error.ts";
import type { MatchInput } from "./input.ts";
import { readInput } from "./read-input.ts";
import { inputJsonSchema } from "./schema/json-schema.ts";

/**
 * The input as a [Standard Schema](https://standardschema.dev) (version 1, with its extension for JSON Schema): what tRPC,
 * Hono, TanStack Form and others take in place of a zod schema.
 */
export interface InputSchema {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "tersine";
    readonly types?: { readonly input: MatchInput; readonly output: MatchInput };
    readonly validate: (value: unknown) =>
      | { readonly value: MatchInput; readonly issues?: undefined }
      | {
          /** `message` says what is wrong and what to do; `path` are the keys to the place. */
          readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[];
        };
    readonly jsonSchema: {
      /** @throws Error for another draft than 2020-12, as the standard asks for */
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
      readonly output: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/**
 * Checks all that `matchPairs` checks before it scores: shapes, values, ids, the org chart, times. A sound input comes out
 * as it is, the same object.
 */
export const inputSchema: InputSchema = {
  "~standard": {
    version: 1,
    vendor: "tersine",
    validate: (value) => {
      try {
        readInput(value);
        // what has been read without a problem has the shape
        return { value: value as MatchInput };
      } catch (error) {
        if (error instanceof TersineError) return { issues: error.issues.map(standardIssue) };
        throw error;
      }
    },
    jsonSchema: { input: jsonSchema, output: jsonSchema },
  },
};

function jsonSchema({ target }: { readonly target: string }): Record<string, unknown> {
  if (target !== "draft-2020-12") throw new Error("The schema of the input is only there as draft-2020-12.");
  return { ...inputJsonSchema() };
}

function standardIssue({ path, message, hint }: TersineIssue): { message: string; path: (string | number)[] } {
  const keys = path.split("/").slice(1);
  return {
    message: hint === undefined ? message : `${message} ${hint}`,
    path: keys.map((key) =>
      /^(?:0|[1-9]\d{0,8})$/u.test(key) ? Number(key) : key.replaceAll("~1", "/").replaceAll("~0", "~"),
    ),
  };
}
