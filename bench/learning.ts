/*
 * What ratings can teach about weights: npm run bench:learning [runs] [truth] [most pairs]
 *
 * Cohorts of 50 pairs are matched by the organiser's weights .4 .2 .2 .2, each pair is rated from 1 to 5 by the truth and by
 * noise, and `proposeWeights` reads 50 to 5,000 pairs. Told: how often it proposes, and for proposals the mean distance of the
 * weights from the truth, beside that of the organiser's. Seeded: the same figures on every machine.
 */
import { proposeWeights } from "tersine/evaluate";
import { drawer } from "../test/support/enumerate-fast.ts";
import { cohortOf, ratedBy } from "../test/support/rated-cohorts.ts";

const runs = Number(process.argv[2] ?? 100);
const only = process.argv[3];
const mostPairs = Number(process.argv[4] ?? 5000);
const ORGANISER = [4, 2, 2, 2];
const TRUTHS: readonly (readonly [string, readonly number[], number])[] = [
  ["noise only", [0, 0, 0, 0], 0],
  ["organiser right", [0.4, 0.2, 0.2, 0.2], 20],
  ["moderate", [0.25, 0.15, 0.45, 0.15], 20],
  ["far", [0.1, 0.1, 0.6, 0.2], 20],
];
const draw = drawer(19);
const cohorts = Array.from({ length: 4 }, () => cohortOf(50, ORGANISER, draw));
const distance = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, each, at) => sum + Math.abs(each - (b[at] ?? 0)), 0) / 2;

console.log("| truth | rated pairs | proposed | distance to the truth, from |");
console.log("| --- | --- | --- | --- |");
for (const [name, truth, strength] of TRUTHS.filter((each) => only === undefined || each[0] === only)) {
  for (const pairs of [50, 100, 200, 500, 5000].filter((each) => each <= mostPairs)) {
    let proposed = 0;
    let far = 0;
    for (let run = 0; run < runs; run += 1) {
      const programmes = Array.from({ length: pairs / 50 }, (_, at) => {
        const cohort = cohorts[(run + at) % cohorts.length];
        if (cohort === undefined) throw new Error("expected a cohort");
        return ratedBy(cohort, truth, strength, draw);
      });
      const found = proposeWeights(programmes);
      if (found.status !== "propose") continue;
      proposed += 1;
      far += distance(Object.values(found.weights), truth);
    }
    const before = distance([0.4, 0.2, 0.2, 0.2], truth).toFixed(2);
    const told = proposed === 0 || strength === 0 ? "" : `${(far / proposed).toFixed(2)}, ${before}`;
    console.log(`| ${name} | ${pairs} | ${((100 * proposed) / runs).toFixed(1)} % | ${told} |`);
  }
}
