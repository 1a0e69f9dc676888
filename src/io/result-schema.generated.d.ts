/** JSON Schema (draft 2020-12) of `WrittenResult`. Made from the types of results by `npm run schema:result`. */
export declare const RESULT_SCHEMA: Readonly<Record<string, unknown>>;
