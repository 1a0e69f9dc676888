import type { OptionsOf, Zod } from "../../model/schema/option-forms.ts";
import { type TopicCatalogue, topicCatalogue } from "./catalogue.ts";
import { reverseMentoringTopics } from "./reverse-mentoring-topics.ts";

const topicFields = (z: Zod) => ({
  id: z.string(),
  labels: z.record(z.string(), z.string()).exactOptional(),
  aliases: z.array(z.string()).exactOptional(),
  broader: z.array(z.string()).exactOptional(),
});

const catalogueFields = (z: Zod) => ({
  topics: z.union([z.literal("reverseMentoring"), z.array(z.strictObject(topicFields(z)))]).exactOptional(),
  aliases: z.record(z.string(), z.string()).exactOptional(),
  broader: z.record(z.string(), z.union([z.string(), z.array(z.string())])).exactOptional(),
  closeness: z.array(z.number()).exactOptional(),
  strict: z.boolean().exactOptional(),
});

/** A catalogue as a configuration writes it: the one that the library brings, or one's own topics, and links. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the fields are the type
export function catalogueForm(z: Zod) {
  return z.strictObject(catalogueFields(z));
}

export function catalogueFrom({
  topics = [],
  ...links
}: OptionsOf<ReturnType<typeof catalogueFields>>): TopicCatalogue {
  return topicCatalogue(topics === "reverseMentoring" ? reverseMentoringTopics : topics, links);
}
