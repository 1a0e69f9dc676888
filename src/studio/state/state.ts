import type { Sentence } from "../../base/sentence.ts";
import type { ConfigFile } from "../config/config-file.ts";
import type { Lists, PairAnswer, Problem, Refusal, ShownPlan, Understood } from "../protocol.ts";

export type Language = "en" | "tr";

/** All that somebody decides; undo goes back to an earlier one of these. */
export interface Settings {
  readonly config: ConfigFile;
  readonly lists: Lists;
  /** Whether rows with errors are left out. */
  readonly skipRejected: boolean;
}

/** What the page shows. */
export interface State {
  readonly language: Language;
  readonly step: "files" | "pairs";
  readonly settings: Settings;
  readonly past: readonly Settings[];
  readonly future: readonly Settings[];
  /** Whether the programme is the made-up one. */
  readonly isSample: boolean;
  /** What could not be opened. */
  readonly unopened: readonly Problem[];
  readonly understood?: Understood;
  readonly plan?: ShownPlan;
  /** Why there is no plan. */
  readonly refusal?: Refusal;
  /** Whether an answer is on its way. */
  readonly isBusy: boolean;
  /** The two people who are looked at. */
  readonly pair?: PairAnswer;
  /** Changes that would place those left out, by side and id. */
  readonly fixes: ReadonlyMap<string, Sentence>;
}

/** Key of somebody on a side. */
export function sideKey({ side, id }: { readonly side: "mentor" | "mentee"; readonly id: string }): string {
  return `${side} ${id}`;
}
