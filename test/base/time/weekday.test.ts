import { describe, expect, it } from "vitest";
import { timeOfWeekText, weekdayOf, WEEKDAYS, windowsText } from "../../../src/base/time/weekday.ts";

const NAMES = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  tr: ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"],
} as const;

describe("names of days", () => {
  it.each(["en", "tr"] as const)(
    "are written in full in sentences, from whatever name the model reads: %s",
    (language) => {
      for (const [at, day] of WEEKDAYS.entries()) {
        for (const name of [day, NAMES.en[at] ?? "", NAMES.tr[at] ?? ""]) {
          expect(weekdayOf(name)).toBe(at);
          expect(timeOfWeekText({ day: name, start: "10:00", end: "11:00" }, language)).toBe(
            `${NAMES[language][at] ?? ""} 10:00–11:00`,
          );
        }
      }
    },
  );

  it("other words of a text of windows stay", () => {
    expect(windowsText("Mon-Fri 09:00-12:00; Çrş 10:00-11:00", "tr")).toBe(
      "Pazartesi-Cuma 09:00-12:00; Çrş 10:00-11:00",
    );
  });
});
