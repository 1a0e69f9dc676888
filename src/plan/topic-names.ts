import { catalogueNamer, topicNamer } from "../explain/topic-names.ts";
import { isTopics } from "../score/criteria/topics.ts";
import type { Pool } from "./pool.ts";

/** How topics of a pool are shown, by any of their spellings: as the catalogue of its topics criterion spells them. */
export function namesOf({ program, options }: Pick<Pool, "program" | "options">): (text: string) => string {
  const criterion = options.criteria.find(isTopics);
  return criterion === undefined ? topicNamer(program) : catalogueNamer(program, criterion.catalogue);
}
