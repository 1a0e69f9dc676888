/** What a command may touch besides files. */
export interface Terminal {
  /** What a person asked to read; control characters of data are made visible. */
  readonly stdout: (text: string) => void;
  /** A result for a program: as it is, unless a terminal would show it. */
  readonly data: (text: string) => void;
  /** Whether `data` goes to a terminal, where a person reads it. */
  readonly isOutputShown: boolean;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly cwd: string;
  /** Whether `stderr` is a terminal, so that progress can be drawn. */
  readonly isTerminal: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** Of all that is said: what the flag names, else the configuration once it is read. */
  readonly language: Language;
  /** Takes the language of the configuration, unless the flag names one. */
  readonly speak: (language: Language) => void;
}

export type Language = "en" | "tr";

/** Whether a text names a language that the command speaks. */
export function isLanguage(text: unknown): text is Language {
  return text === "en" || text === "tr";
}

/** A terminal on which no control character of data has an effect: they are shown by their code points. */
export function harmless(
  terminal: Omit<Terminal, "data" | "isOutputShown" | "language" | "speak">,
  isOutputShown: boolean,
  chosen?: Language,
): Terminal {
  const { stdout, stderr } = terminal;
  let language = chosen ?? "en";
  const shown = (text: string): void => {
    stdout(visible(text));
  };
  return {
    ...terminal,
    stdout: shown,
    stderr: (text) => {
      stderr(visible(text));
    },
    data: isOutputShown ? shown : stdout,
    isOutputShown,
    get language() {
      return language;
    },
    speak: (other) => {
      language = chosen ?? other;
    },
  };
}

/** Control characters but line feeds and tabs, and those that turn the direction of writing. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function visible(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(HIDDEN, (sign) =>
      sign === "\n" || sign === "\t" ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}
