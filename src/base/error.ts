/** Every code that an issue can carry. Codes are stable: programs branch on them, people read the message. */
export type ErrorCode =
  // shape of the input and of the options
  | "INPUT_MISSING"
  | "INPUT_TYPE"
  | "INPUT_UNREADABLE"
  | "FIELD_MISSING"
  | "FIELD_TYPE"
  | "FIELD_UNKNOWN"
  | "FIELD_CONFLICT"
  | "LIST_EXPECTED"
  | "ITEM_MISSING"
  | "TEXT_EMPTY"
  | "TEXT_NOT_UNICODE"
  | "NUMBER_NOT_FINITE"
  | "NUMBER_NOT_INTEGER"
  | "NUMBER_RANGE"
  | "VALUE_UNKNOWN"
  | "VALUE_TYPE"
  | "VALUE_CYCLIC"
  // ids
  | "ID_EMPTY"
  | "ID_TYPE"
  | "ID_WHITESPACE"
  | "ID_INVISIBLE_CHAR"
  | "ID_BIDI_CONTROL"
  | "ID_CONTROL_CHAR"
  | "ID_DUPLICATE"
  | "ID_COLLIDES_AFTER_NORMALIZATION"
  | "ID_UNKNOWN"
  // the org chart and seniority
  | "ORG_SELF"
  | "ORG_CYCLE"
  | "ORG_UNKNOWN_MANAGER"
  | "LEVEL_TYPE"
  | "LEVEL_UNKNOWN"
  // topics, goals, weights
  | "ALIAS_CYCLE"
  | "TAXONOMY_CYCLE"
  | "TOPIC_UNKNOWN"
  | "VECTOR_LENGTH"
  | "WEIGHT_RANGE"
  | "WEIGHTS_ALL_ZERO"
  | "CRITERION_UNKNOWN"
  | "CRITERION_RESULT"
  | "CRITERION_THREW"
  | "RULE_RESULT"
  | "RULE_THREW"
  | "NO_GENERATION_DATA"
  // time
  | "PERIOD_MISSING"
  | "PERIOD_ORDER"
  | "PERIOD_TOO_SHORT"
  | "DATE_FORMAT"
  | "WINDOW_ORDER"
  | "WINDOW_FORMAT"
  | "TIME_FORMAT"
  | "TIME_RANGE"
  | "WEEKDAY_UNKNOWN"
  | "ZONE_UNKNOWN"
  | "ZONE_AMBIGUOUS"
  | "ZONE_MISSING"
  // demands on the result
  | "OPTION_CONFLICT"
  | "PAIR_CONFLICT"
  | "PIN_OVER_CAPACITY"
  | "PREVIOUS_UNKNOWN_ID"
  | "NO_PRICES"
  | "ABORTED"
  | "OBJECTIVE_UNKNOWN"
  | "LOAD_RANGE"
  // a manifest that something else would come of
  | "MANIFEST_VERSION"
  | "MANIFEST_INPUT_CHANGED"
  | "MANIFEST_FUNCTIONS"
  | "MANIFEST_ZONES"
  | "MANIFEST_KIND"
  // what was told of a programme afterwards
  | "PAIR_UNKNOWN"
  | "PAIR_DUPLICATE"
  | "KEY_LENGTH"
  // a pool over time and its log
  | "CLOCK_BACKWARDS"
  | "LOG_BROKEN"
  // the solver's own input
  | "MATRIX_RAGGED"
  | "GRAPH_SHAPE"
  | "PREFERENCES_SHAPE"
  | "LIMIT_WEIGHTS"
  | "PROOF_REJECTED"
  // limits, all checked before anything large is allocated
  | "LIMIT_ID_LENGTH"
  | "LIMIT_TEXT_LENGTH"
  | "LIMIT_ITEMS"
  | "LIMIT_CAPACITY"
  | "LIMIT_PERIOD"
  | "LIMIT_PAIRS"
  | "LIMIT_WORK"
  | "LIMIT_WORKBOOK"
  // packages that are only needed for some input
  | "ICAL_MISSING"
  | "EXCEL_MISSING"
  // workbooks
  | "EXCEL_INVALID"
  | "EXCEL_SHEET_UNKNOWN"
  | "EXCEL_FORMULA"
  // invitations
  | "TEMPLATE_INVALID"
  // a promise of this library did not hold
  | "INTERNAL";

/** One problem: what was expected at which place, what was found there, and what to do if that is not obvious. */
export interface TersineIssue {
  readonly code: ErrorCode;
  /** JSON Pointer (RFC 6901) into the input or the options; `""` is the whole of it. */
  readonly path: string;
  /** A sentence that never contains a value of the input: only types, lengths, counts, bounds and allowed words. */
  readonly message: string;
  readonly hint?: string;
}

const BRAND = Symbol.for("tersine.error");

/** How many issues the message lists before it says how many more there are. `issues` always holds them all. */
const LISTED_IN_MESSAGE = 20;

/**
 * The one error that this library throws. All problems of an input come together in `issues`, in document order;
 * `code` is that of the first.
 *
 * `instanceof` works across the ESM and the CommonJS copy of the package; testing `error.code` works everywhere.
 */
export class TersineError extends Error {
  override readonly name = "TersineError";
  readonly code: ErrorCode;
  readonly issues: readonly TersineIssue[];

  constructor(issues: readonly [TersineIssue, ...TersineIssue[]], options?: { readonly cause?: unknown }) {
    super(formatIssues(issues), options);
    this.code = issues[0].code;
    this.issues = issues;
  }

  get [BRAND](): true {
    return true;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && BRAND in value;
  }
}

/** Throws all `issues` as one error; returns if there are none. */
export function throwIssues(issues: readonly TersineIssue[]): void {
  const [first, ...rest] = issues;
  if (first !== undefined) throw new TersineError([first, ...rest]);
}

/** The error for a single problem. */
export function problem(
  code: ErrorCode,
  path: string,
  message: string,
  options?: { readonly hint?: string; readonly cause?: unknown },
): TersineError {
  const issue: TersineIssue =
    options?.hint === undefined ? { code, path, message } : { code, path, message, hint: options.hint };
  return new TersineError([issue], options !== undefined && "cause" in options ? { cause: options.cause } : undefined);
}

/** JSON Pointer of a place, from its keys; RFC 6901 escapes `~` and `/`. */
export function pointer(keys: readonly PropertyKey[]): string {
  return keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

function formatIssues(issues: readonly TersineIssue[]): string {
  const lines = issues
    .slice(0, LISTED_IN_MESSAGE)
    .map(({ path, message, hint }) => `${path === "" ? "/" : path}: ${message}${hint === undefined ? "" : ` ${hint}`}`);
  const more = issues.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.join("\n");
}
