import { CODES } from "../../src/words/codes/codes.ts";

const HEADS = {
  en: `# Codes of errors and warnings

Programs branch on \`code\`; people read the message, which names the place and what was expected. \`tersine explain CODE\`
prints one entry of this page, \`--language tr\` in Turkish: [hata kodları](hatalar.md). It is made from the table of the
package by \`npm run docs:pages\`.
`,
  tr: `# Hata ve uyarı kodları

Programlar \`code\` alanına bakar; insanlar yeri ve ne beklendiğini söyleyen mesajı okur.
\`tersine explain KOD --language tr\` bu sayfadan bir maddeyi yazar. İngilizcesi: [errors.md](errors.md). Bu sayfa paketteki
tablodan \`npm run docs:pages\` komutuyla hazırlanır.
`,
} as const;

/** The page of all codes: `docs/errors.md`, and `docs/hatalar.md` in Turkish. */
export function errorPage(language: "en" | "tr"): string {
  const parts = CODES.map((part) => {
    const entries = Object.entries(part[language]).map(([code, [means, help]]) => `- **\`${code}\`** ${means} ${help}`);
    return `\n## ${part.title[language]}\n\n${entries.sort().join("\n")}\n`;
  });
  return HEADS[language] + parts.join("");
}
