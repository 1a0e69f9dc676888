import { foldText } from "../base/text.ts";
import { FULL_SCORE } from "./criterion.ts";

/** A topic that covers another one, and how fully. */
export interface RelatedTopic {
  readonly key: string;
  /** Micro-points that an offer of this topic is worth to a wish for the other; full for the topic itself. */
  readonly closeness: number;
}

/** How topics are told apart and related. Keys are opaque: two texts mean one topic if their keys are equal. */
export interface TopicSpace {
  readonly keyOf: (text: string) => string;
  /** The wishes that an offer of this topic serves, itself first. */
  readonly serves: (key: string) => readonly RelatedTopic[];
}

/** Topics told apart by their folded text alone; no topic is related to another. */
export const plainTopics: TopicSpace = {
  keyOf: foldText,
  serves: (key) => [{ key, closeness: FULL_SCORE }],
};
