/** Numbers in a sentence, with how many decimals each is told: 1,234.5 in English, 1.234,5 in Turkish. */
function numbersIn(text: string, language: "en" | "tr"): readonly (readonly [value: number, decimals: number])[] {
  const [group, point] = language === "en" ? [",", "."] : [".", ","];
  const form = new RegExp(`\\d+(?:[${group}]\\d{3})*(?:[${point}]\\d+)?`, "gu");
  return [...text.matchAll(form)].map(([told]) => {
    const [, decimals = ""] = told.split(point);
    return [Number(told.replaceAll(group, "").replace(point, ".")), decimals.length];
  });
}

/** Whether a sentence tells some micro-points from 0 to 100, rounded to the digits that it shows. */
export function tellsPoints(text: string, microPoints: number, language: "en" | "tr"): boolean {
  const points = microPoints / 10_000;
  return numbersIn(text, language).some(
    ([value, decimals]) => Math.abs(value - points) <= 0.5 * 10 ** -decimals + 1e-9,
  );
}
