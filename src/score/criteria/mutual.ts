import { asPublic } from "../../base/public.ts";
import { listed } from "../../base/sentence.ts";
import { criterionEntry } from "../criterion-entry.ts";
import type { CriterionOf, MissingSide, PreparedCriterionOf, ScorePool } from "../criterion-of.ts";
import { turned } from "../roles-changed.ts";
import { type CriterionOptions, pairValue, settle } from "../settings.ts";
import { catalogueForm, catalogueFrom } from "../topics/catalogue-form.ts";
import type { TopicCatalogue } from "../topics/catalogue.ts";
import { type SharedTopic, toldTopics, topics } from "./topics.ts";

export interface MutualOptions extends CriterionOptions {
  /** Names and links of topics, made by `topicCatalogue`. @default every folded text is a topic of its own */
  readonly catalogue?: TopicCatalogue;
  /** Level, 1 to 5, that an offer without one counts as. @default 1 */
  readonly unstatedLevel?: number;
}

export interface MutualFacts {
  readonly kind: "mutual";
  readonly missing?: MissingSide;
  /** Topics that the mentor would like to learn and the mentee covers, fully or in part, in the mentor's order of priority. */
  readonly shared: readonly SharedTopic[];
  /** How many topics the mentor would like to learn. */
  readonly wished: number;
}

/**
 * How much of what the mentor would like to learn in return (`learnsInReturn`) the mentee can teach (`teachesInReturn`):
 * the criterion `topics` with the roles changed. 0: nothing of it. 0.5: half of it, by what the wishes count. 1: all of it.
 *
 * If one of the two states nothing, there is no information, which by default counts 0, so that silence raises no score.
 * If a side has nobody who states anything, the criterion is left out for all.
 * @default weight 1, missing "zero"
 */
export function mutual(options: MutualOptions = {}): CriterionOf<MutualFacts> {
  return asPublic("mutual", () => {
    const settings = settle({ maker: "mutual", name: "mutual", weight: 1, missing: "zero" }, options, [
      "catalogue",
      "unstatedLevel",
    ]);
    const { catalogue, unstatedLevel } = options;
    const inner = topics({
      ...(catalogue === undefined ? {} : { catalogue }),
      ...(unstatedLevel === undefined ? {} : { unstatedLevel }),
    });
    const prepare = (pool: ScorePool): PreparedCriterionOf<MutualFacts> => {
      const { points, facts, states } = inner.prepare(turned(pool));
      const isUsed =
        pool.mentors.some((_, index) => states.mentee(index)) && pool.mentees.some((_, index) => states.mentor(index));
      return {
        ...(isUsed ? {} : { unused: true }),
        points: (mentee, mentor) => points(mentor, mentee),
        facts: (mentee, mentor) => {
          const { missing, shared, wished } = facts(mentor, mentee);
          return { kind: "mutual", ...(missing === undefined ? {} : { missing: OTHER_SIDE[missing] }), shared, wished };
        },
      };
    };
    return { ...settings, dependsOn: "pair", prepare, value: pairValue(prepare) };
  });
}

const OTHER_SIDE: Readonly<Record<MissingSide, MissingSide>> = {
  mentor: "mentee",
  mentee: "mentor",
  both: "both",
  pair: "pair",
};

export const mutualEntry = /* @__PURE__ */ criterionEntry({
  name: "mutual",
  title: { en: "learning in return", tr: "karşılıklı öğrenme" },
  facts: "mutual",
  options: (z) => ({ catalogue: catalogueForm(z).exactOptional(), unstatedLevel: z.number().exactOptional() }),
  make: ({ catalogue, ...rest }) =>
    mutual({ ...rest, ...(catalogue === undefined ? {} : { catalogue: catalogueFrom(catalogue) }) }),
  lacking: (missing) =>
    ({
      mentor: {
        en: "The mentor names nothing to learn in return.",
        tr: "Mentor karşılığında öğrenmek istediği konu belirtmemiş.",
      },
      mentee: {
        en: "The mentee names nothing to teach in return.",
        tr: "Mentee karşılığında öğretebileceği konu belirtmemiş.",
      },
      both: { en: "Neither names a topic in return.", tr: "İkisi de karşılıklı öğrenme için konu belirtmemiş." },
      pair: { en: "Neither names a topic in return.", tr: "İkisi de karşılıklı öğrenme için konu belirtmemiş." },
    })[missing],
  sentences: {
    en: ({ shared, wished }: MutualFacts) => {
      const { full, parts } = toldTopics(shared, "en");
      const of = `${wished} ${wished === 1 ? "topic" : "topics"}`;
      const first = `In return the mentee can teach ${full.length} of ${of} that the mentor would like to learn${listed(full)}`;
      return `${first}${parts.length === 0 ? "" : `; in part: ${parts.join(", ")}`}.`;
    },
    tr: ({ shared, wished }) => {
      const { full, parts } = toldTopics(shared, "tr");
      const first = `Mentorun karşılığında öğrenmek istediği ${wished} konudan mentee'nin öğretebileceği: ${full.length}${full.length === 0 ? "" : ` (${full.join(", ")})`}`;
      return `${first}${parts.length === 0 ? "" : `; kısmen: ${parts.join(", ")}`}.`;
    },
  },
});
