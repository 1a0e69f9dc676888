import type { TersineError } from "../index.ts";

/** Exit codes: documented, and the same for every command. */
export const EXIT = {
  ok: 0,
  bug: 1,
  usage: 2,
  data: 3,
  infeasible: 4,
  limit: 5,
  files: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One of several things that are wrong, with its place as far as there is one. */
export interface Detail {
  readonly code?: string;
  readonly severity?: "error" | "warning";
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** In a workbook: `E3`. */
  readonly cell?: string;
  /** JSON pointer into a configuration. */
  readonly path?: string;
  readonly message: string;
  readonly hint?: string;
  readonly tr?: string;
}

/** A reason to stop, told to the user by code and sentence. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly exit: ExitCode;
  readonly code: string;
  /** What is wrong in particular, where it is several things. */
  readonly details: readonly Detail[];

  constructor(
    exit: ExitCode,
    code: string,
    message: string,
    options?: { readonly cause?: unknown; readonly details?: readonly Detail[] },
  ) {
    super(message, options);
    this.exit = exit;
    this.code = code;
    this.details = options?.details ?? [];
  }
}

/** Exit code of an error of the library. */
export function exitOfError({ code }: TersineError): ExitCode {
  if (code === "ABORTED") return EXIT.interrupted;
  if (code === "INTERNAL") return EXIT.bug;
  if (code === "ICAL_MISSING" || code === "EXCEL_MISSING") return EXIT.usage;
  return isLimit(code) ? EXIT.limit : EXIT.data;
}

/** Whether a code says that something is larger than what is taken. */
export function isLimit(code: string): boolean {
  return code.startsWith("LIMIT_") || code === "JSON_TOO_DEEP";
}
