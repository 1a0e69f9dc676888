/** Times each question that is answered beside a plan. Arguments: sizes, by default 300 and 1000 people a side. */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { createMatcher, type MatchInput, VERSION } from "../src/index.ts";
import { programmeOf } from "./programme.ts";

/** Half the mentors, each with one place. */
function crowdedOf(size: number): MatchInput {
  const { mentors, ...others } = programmeOf(size);
  return { ...others, mentors: mentors.slice(0, size / 2).map((mentor) => ({ ...mentor, capacity: 1 })) };
}

const sizes = process.argv.slice(2).map(Number);
console.log(`tersine ${VERSION}, Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}`);
for (const size of sizes.length > 0 ? sizes : [300, 1000]) {
  const matcher = createMatcher(programmeOf(size));
  const plan = matcher.match();
  if (plan.status !== "optimal") throw new Error("expected a plan");
  const firstId = plan.pairs[0]?.mentorId ?? "";
  // the first question of all solves once more for the prices
  matcher.explain(firstId, plan.pairs[0]?.menteeId ?? "");
  const ask = (name: string, question: () => string): void => {
    const start = performance.now();
    const answer = question();
    console.log(`${size} x ${size}: ${name} ${(performance.now() - start).toFixed(0)} ms; ${answer}`);
  };
  for (const count of [1, 10, 100]) {
    ask(`plans(${count})`, () => {
      const plans = matcher.plans(count);
      const last = plans.at(-1);
      return `the last one scores ${plan.totals.score - (last?.totals.score ?? 0)} points less`;
    });
  }
  ask("certainPairs()", () => {
    const { pairs, possible } = matcher.certainPairs();
    return `${pairs.length} of ${plan.pairs.length} pairs are certain, ${possible} possible`;
  });
  ask('placeValues("mentor")', () => `${matcher.placeValues("mentor").filter(({ score }) => score > 0).length} gain`);
  ask('placeValues("mentee")', () => `${matcher.placeValues("mentee").filter(({ score }) => score > 0).length} gain`);
  const crowded = createMatcher(crowdedOf(size));
  crowded.placeValues("mentor");
  for (const limit of [10, size]) {
    ask(`reserveList("mentee", { limit: ${limit} }) with half the mentors`, () => {
      const { entries, never } = crowded.reserveList("mentee", { limit });
      return `${entries.length} can be called, ${never.length} not`;
    });
  }
  const left = crowded.match().unmatched.filter(({ side }) => side === "mentee");
  const apart = Math.ceil(left.length / 5);
  for (const { id } of left.filter((_, place) => place % apart === 0)) {
    ask("fix(), with half the mentors", () => crowded.fix({ menteeId: id }).kind);
  }
  ask("topicValues()", () => `${matcher.topicValues().length} topics`);
  ask("weightRanges()", () =>
    matcher
      .weightRanges()
      .map(({ criterion, from, to }) => `${criterion} ${from} to ${to}`)
      .join(", "),
  );
}
