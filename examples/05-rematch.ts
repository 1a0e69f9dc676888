/*
 * A plan is published, people have met. Then one mentor leaves and another joins: who has to meet somebody new?
 *
 *   npx tsx examples/05-rematch.ts
 */
import { createMatcher, matchPairs, reverse, type MatchInput, type Rematch, type RematchOptions } from "tersine";

const spring: MatchInput = {
  mentors: [
    { id: "Ada", level: 2, teaches: ["TikTok", "AI"] },
    { id: "Bora", level: 2, teaches: ["AI", "TikTok"] },
    { id: "Can", level: 1, teaches: ["SQL", "climate"] },
    { id: "Deniz", level: 1, teaches: ["climate", "TikTok"] },
  ],
  mentees: [
    { id: "Esra", level: 7, learns: ["TikTok", "AI"] },
    { id: "Fikret", level: 8, learns: ["AI", "SQL", "TikTok"] },
    { id: "Gül", level: 7, learns: ["SQL", "climate"] },
    { id: "Hakan", level: 9, learns: ["climate", "AI", "TikTok"] },
  ],
};
const options = { rules: [reverse()] };

const published = matchPairs(spring, options);
if (published.status === "infeasible") throw new Error(published.witness.en);
console.log("Published:", listed(published.pairs));

// Ada leaves; Ece joins, who could teach Esra what Ada did, and Fikret more than Bora does
const autumn: MatchInput = {
  ...spring,
  mentors: [
    ...spring.mentors.filter(({ id }) => id !== "Ada"),
    { id: "Ece", level: 1, teaches: ["AI", "SQL", "TikTok"] },
  ],
};
const matcher = createMatcher(autumn, options);
const fresh = matcher.match();
if (fresh.status === "infeasible") throw new Error(fresh.witness.en);
console.log("A fresh match:", listed(fresh.pairs), `${fresh.totals.score} micro-points`);

tell("As few changes as possible:", {});
tell("At most one pair given up:", { maximumChanges: 1 });
tell("A kept pair worth 250,000 micro-points:", { stability: 250_000 });

function tell(title: string, settings: RematchOptions): void {
  if (published.status === "infeasible") return;
  // the pairs are all that is needed, also as read back from a file of JSON
  const rematch = matcher.rematch({ pairs: published.pairs }, settings);
  if (rematch.result.status === "infeasible") throw new Error(rematch.result.witness.en);
  console.log(`\n${title} ${listed(rematch.result.pairs)}`);
  report(rematch);
}

function report({ broken, gained, cost }: Rematch): void {
  for (const { mentorId, menteeId, reasons } of broken) {
    console.log(`  broken: ${mentorId}-${menteeId}. ${reasons.map(({ en }) => en).join(" ")}`);
  }
  console.log(`  new: ${listed(gained)}; ${cost?.score ?? 0} micro-points below the fresh match`);
}

function listed(pairs: readonly { readonly mentorId: string; readonly menteeId: string }[]): string {
  return pairs.map(({ mentorId, menteeId }) => `${mentorId}-${menteeId}`).join(", ");
}

/* Output:
Published: Ada-Esra, Bora-Fikret, Can-Gül, Deniz-Hakan
A fresh match: Bora-Esra, Ece-Fikret, Can-Gül, Deniz-Hakan 3777778 micro-points

As few changes as possible: Ece-Esra, Bora-Fikret, Can-Gül, Deniz-Hakan
  broken: Ada-Esra. The mentor Ada is not registered any more.
  new: Ece-Esra; 222222 micro-points below the fresh match

At most one pair given up: Bora-Esra, Ece-Fikret, Can-Gül, Deniz-Hakan
  broken: Ada-Esra. The mentor Ada is not registered any more.
  broken: Bora-Fikret. The best plan that gives up at most 1 published pair does not keep this one.
  new: Bora-Esra, Ece-Fikret; 0 micro-points below the fresh match

A kept pair worth 250,000 micro-points: Ece-Esra, Bora-Fikret, Can-Gül, Deniz-Hakan
  broken: Ada-Esra. The mentor Ada is not registered any more.
  new: Ece-Esra; 222222 micro-points below the fresh match
*/
