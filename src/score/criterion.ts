import type { CriterionOf, PreparedCriterionOf } from "./criterion-of.ts";
import type { CriterionFacts } from "./standard-criteria.ts";

export * from "./criterion-of.ts";

/** One named aspect of fit. */
export type Criterion = CriterionOf<CriterionFacts>;

/** A criterion compiled against one pool. */
export type PreparedCriterion = PreparedCriterionOf<CriterionFacts>;
