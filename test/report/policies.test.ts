import { describe, expect, it } from "vitest";
import { comparePolicies, type PoolEvent } from "../../src/pool/index.ts";
import { renderPolicies } from "../../src/report/index.ts";
import { dateOf } from "../support/pool-streams.ts";

const topics = ["AI", "SQL", "video"];
const events = Array.from({ length: 12 }, (_, day): PoolEvent => {
  const two = [topics[day % 3]!, topics[(day * 2 + 1) % 3]!];
  return day % 2 === 0
    ? { at: dateOf(day), side: "mentee", join: { id: `s${day}`, learns: two } }
    : { at: dateOf(day), side: "mentor", join: { id: `j${day}`, teaches: two } };
});
const compared = comparePolicies(events, [{ every: 1, name: "<b>daily</b>" }, { every: 7 }], { rules: [] });

describe("the page on policies", () => {
  it.each(["en", "tr"] as const)(
    "%s: a mark and a row for each policy and for hindsight, no script, nobody named",
    (language) => {
      const html = renderPolicies(compared, { language });
      expect(html.match(/<circle/gu)).toHaveLength(2);
      expect(html.match(/<th scope="row"/gu)).toHaveLength(3);
      expect(html).not.toMatch(/<script|<b>daily|s10|j11/u);
      expect(html).toContain(compared.rows[1]!.name[language]);
      expect(html).toContain(`lang="${language}"`);
      // what the picture shows is told as text
      expect(html).toMatch(/role="img" aria-label="[^"]*H: /u);
    },
  );

  it("draws a stream without pairs too", () => {
    const [first] = events;
    const alone = comparePolicies(first === undefined ? [] : [first], [{ every: 7 }], { rules: [] });
    expect(renderPolicies(alone)).not.toContain("NaN");
  });
});
