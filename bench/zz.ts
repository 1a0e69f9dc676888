import { createMatcher } from "../src/index.ts";
import { programmeOf } from "./programme.ts";
const input = programmeOf(1000);
const m = createMatcher(input); m.match();
const mentor = input.mentors[500]!;
const change = { mentors: { set: [{ id: mentor.id, teaches: ["topic 1", "topic 7", ...mentor.teaches.slice(1)] }] } };
for (let i = 0; i < 3; i++) m.whatIf(change);
const t: number[] = [];
console.profile?.();
for (let i = 0; i < 20; i++) { const s = performance.now(); m.whatIf(change); t.push(performance.now() - s); }
console.log(Math.min(...t), t.map((x) => x.toFixed(0)).join(" "));
