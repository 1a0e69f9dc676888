/** What a command may touch besides files. */
export interface Terminal {
  /** The result only. */
  readonly stdout: (text: string) => void;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly cwd: string;
  /** Whether `stderr` is a terminal, so that progress can be drawn. */
  readonly isTerminal: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}
