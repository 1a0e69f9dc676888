import { CODES } from "../../src/cli/codes/codes.ts";

const HEAD = `# Codes of errors and warnings

Programs branch on \`code\`; people read the message, which names the place and what was expected. \`tersine explain CODE\`
prints one entry of this page. It is made from the table of the command by \`npm run docs:pages\`.
`;

/** The page `docs/errors.md`. */
export function errorPage(): string {
  const parts = CODES.map(([part, codes]) => {
    const entries = Object.entries(codes).map(([code, [means, help]]) => `- **\`${code}\`** ${means} ${help}`);
    return `\n## ${part}\n\n${entries.sort().join("\n")}\n`;
  });
  return HEAD + parts.join("");
}
