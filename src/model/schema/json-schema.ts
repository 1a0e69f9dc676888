import * as z from "zod";
import { matchInputSchema } from "./schema.ts";

/** JSON Schema (draft 2020-12) of the input of `matchPairs`. What relates several places is checked when matching. */
export function inputJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(matchInputSchema, { io: "input" });
}
