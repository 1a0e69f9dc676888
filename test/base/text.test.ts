import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, foldText } from "../../src/base/text.ts";
import { runs } from "../support/runs.ts";

const anyText = fc.string({ unit: "binary", maxLength: 30 });

/** Texts in which letters, marks and invisible characters that folding treats specially stand next to each other. */
const awkwardText = fc
  .array(
    fc.constantFrom(
      ...Array.from("IıİiîĮįßẞςσΣſÅåŉ"),
      "\u0307",
      "\u0301",
      "\u0328",
      "\u00AD",
      "\u200B",
      "\u200D",
      "\uFEFF",
      " ",
      "\t",
      "x",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("foldText", () => {
  it("N3: folding is idempotent", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkwardText), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      runs(2_000),
    );
  });

  it("N3: folding is idempotent for every code point", () => {
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const folded = foldText(String.fromCodePoint(code));
      if (foldText(folded) !== folded) expect.fail(`U+${code.toString(16)} folds twice`);
    }
  });

  it.each([
    ["N5", "İstanbul", "istanbul"],
    ["N5", "I\u0307stanbul", "istanbul"],
    ["N5", "Iğdır", "IĞDIR"],
    ["N5", "ığdır", "IĞDIR"],
    ["N5", "AI", "ai"],
    ["N5", "DİJİTAL PAZARLAMA", "dijital pazarlama"],
    ["N5", "YAPAY ZEKÂ", "yapay zekâ"],
    ["N6", "çalışma", "c\u0327al\u0131s\u0327ma"],
    ["N6", "e\u200Bmail\uFEFF", "email"],
    ["N6", "sür\u00ADdürülebilirlik", "sürdürülebilirlik"],
    ["N4", "  Social \t media\n", "social media"],
    ["N4", "STRASSE", "Straße"],
    ["N4", "ΟΔΟΣ", "οδος"],
  ])("%s: %j meets %j", (_law, a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it("N5: a dotted capital leaves no dot above", () => {
    expect(foldText("İ")).toBe("i");
    expect(foldText("İ".normalize("NFD"))).toBe("i");
    expect(foldText("i\u0307")).toBe("i");
  });

  it.each([
    ["N7: Cyrillic and Latin a", "\u0430i", "ai"],
    ["N7: an accent", "hala", "hâlâ"],
    ["N7: c and ç", "cam", "çam"],
    ["N7: words and parts of them", "socialmedia", "social media"],
  ])("%s never meet", (_law, a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  it("N4: upper case, lower case and the decomposed form meet", () => {
    const words = fc.stringMatching(/^[a-zçğıöşüâîû ]{0,20}$/u);
    fc.assert(
      fc.property(words, (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
        expect(foldText(text.toLocaleUpperCase("tr"))).toBe(foldText(text));
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
      }),
    );
  });
});

describe("compareText", () => {
  it("N10: orders by code units, not by a locale", () => {
    expect(["ç", "z", "Z", "a", "\u{1F600}", "\uFFFD"].sort(compareText)).toEqual([
      "Z",
      "a",
      "z",
      "ç",
      "\u{1F600}",
      "\uFFFD",
    ]);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(compareText(a, b)).toBe(0 - compareText(b, a));
        expect(compareText(a, b) === 0).toBe(a === b);
      }),
    );
  });
});
