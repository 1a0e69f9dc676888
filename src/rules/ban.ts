import { asPublic } from "../base/public.ts";
import type { Zod } from "../model/schema/option-forms.ts";
import { ruleEntry } from "./rule-entry.ts";
import { pairIndex } from "../base/pair-index.ts";
import { throwIssues, type TersineIssue } from "../base/error.ts";
import { describeValue } from "../model/schema/describe.ts";
import { normalId } from "../model/people/ids.ts";
import type { Program } from "../model/program.ts";
import type { PairRule, PreparedRule, Rule } from "./rule.ts";

/** The rule `ban`, which tells its pairs. */
export interface BanRule extends PairRule {
  readonly bans: readonly PairOfIds[];
}

/** A pair by ids. */
export interface PairOfIds {
  readonly mentorId: string;
  readonly menteeId: string;
}

/**
 * Refuses the listed pairs.
 *
 * @throws TersineError LIST_EXPECTED, ID_TYPE for anything but pairs of ids; ID_UNKNOWN, when prepared, for each id that is not registered on that side
 */
export function ban(given: readonly PairOfIds[]): BanRule {
  return asPublic("ban", () => {
    throwIssues(pairListIssues(given, "/pairs"));
    // a copy that later changes of the caller's list do not reach
    const pairs = given.map(({ mentorId, menteeId }) => ({ mentorId, menteeId }));
    return {
      kind: "pair",
      dependsOn: "pair",
      between: "anyTwo",
      bans: pairs,
      name: "ban",
      maker: "ban",
      waivable: false,
      settings: { pairs },
      because: { en: "the organisers ban the pair", tr: "program ekibi bu eşleşmeyi yasakladı" },
      prepare: (program, path) => prepareBans(pairs, program, path),
    };
  });
}

/**
 * Bans as a rule asks them.
 *
 * @param counts Pairs of which it is false are left out
 * @throws TersineError as `ban` says
 */
export function prepareBans(
  pairs: readonly PairOfIds[],
  { mentors, mentees }: Pick<Program, "mentors" | "mentees">,
  path: string,
  counts: (pair: PairOfIds) => boolean = () => true,
): PreparedRule {
  const mentorIndex = new Map(mentors.map(({ id }, index) => [id, index]));
  const menteeIndex = new Map(mentees.map(({ id }, index) => [id, index]));
  const { keyOf } = pairIndex(mentees.length, mentors.length);
  const banned = new Set<number>();
  const issues: TersineIssue[] = [];
  for (const [position, pair] of pairs.entries()) {
    if (!counts(pair)) continue;
    const mentor = mentorIndex.get(normalId(pair.mentorId));
    const mentee = menteeIndex.get(normalId(pair.menteeId));
    const unknown = (field: string, side: string): TersineIssue => ({
      code: "ID_UNKNOWN",
      path: `${path}/pairs/${position}/${field}`,
      message: `ban: expected the id of a registered ${side}, got another.`,
    });
    if (mentor === undefined) issues.push(unknown("mentorId", "mentor"));
    if (mentee === undefined) issues.push(unknown("menteeId", "mentee"));
    if (mentor !== undefined && mentee !== undefined) banned.add(keyOf(mentee, mentor));
  }
  throwIssues(issues);
  return { refuses: (mentee, mentor) => banned.has(keyOf(mentee, mentor)) };
}

/** Rules that ban some pairs more: these join the first `ban` that makes no exceptions, or follow the rules as one. */
export function withBans(rules: readonly Rule[], pairs: readonly PairOfIds[]): readonly Rule[] {
  const place = rules.findIndex((rule) => isBan(rule) && rule.settings?.["except"] === undefined);
  if (place < 0) return [...rules, ban(pairs)];
  return rules.map((rule, at) => (at === place && isBan(rule) ? ban([...rule.bans, ...pairs]) : rule));
}

export function isBan(rule: Rule): rule is BanRule {
  return "bans" in rule;
}

/** Fields of a pair of ids in a configuration. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the fields are the type
export const pairFields = (z: Zod) => ({ mentorId: z.string(), menteeId: z.string() });

/** What is wrong with a list of pairs of ids at `path`. */
export function pairListIssues(pairs: unknown, path: string): readonly TersineIssue[] {
  if (!Array.isArray(pairs)) {
    return [{ code: "LIST_EXPECTED", path, message: `expected a list, got ${describeValue(pairs)}.` }];
  }
  return Array.from<unknown>(pairs).flatMap((pair, position) =>
    ["mentorId", "menteeId"].flatMap((field): TersineIssue[] => {
      const id: unknown = typeof pair === "object" && pair !== null ? Reflect.get(pair, field) : undefined;
      if (typeof id === "string") return [];
      const message = `expected an id as text, got ${describeValue(id)}.`;
      return [{ code: "ID_TYPE", path: `${path}/${position}/${field}`, message }];
    }),
  );
}

export const banEntry = ruleEntry({
  name: "ban",
  title: { en: "banned pairs", tr: "yasaklı eşleşmeler" },
  options: (z) => ({ pairs: z.array(z.strictObject(pairFields(z))) }),
  make: ({ pairs }) => ban(pairs),
});
