/** Text that is safe between tags and in quoted attributes; marks that turn the direction of writing become visible. */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

/** A table with a caption; cells are HTML already. Wide ones scroll by themselves. */
export function table(caption: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headers.map((header) => `<th scope="col">${escapeText(header)}</th>`).join("");
  const body = rows
    .map(
      ([first = "", ...rest]) =>
        `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
    )
    .join("\n");
  const name = escapeText(caption);
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0"><table><caption>${name}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** A section with its heading. */
export function section(heading: string, ...content: readonly string[]): string {
  return `<section><h2>${escapeText(heading)}</h2>${content.join("\n")}</section>`;
}

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --soft: #eef1f6; --line: #c5ccd8; --bar: #2f5fa8; --quiet: #505a6b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --paper: #14181f; --soft: #222935; --line: #465062; --bar: #7fa9ea; --quiet: #b1bccd; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 66rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; margin: 1rem 0; }
dl.figures div { background: var(--soft); border-radius: .4rem; padding: .5rem .75rem; } dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; } tbody th { font-weight: 600; }
details { margin: .2rem 0; } summary { cursor: pointer; } ul { margin: .25rem 0; padding-left: 1.2rem; }
svg { max-width: 100%; height: auto; display: block; } svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg rect { fill: var(--bar); } svg rect.second { fill: var(--line); }
.id { color: var(--quiet); font-size: .85rem; } .note { color: var(--quiet); }
pre { background: var(--soft); padding: .75rem; white-space: pre-wrap; font-size: .8rem; }
@media print { body { max-width: none; } section { break-inside: auto; } tr, svg { break-inside: avoid; } details > * { display: block; } }
`;

/** The whole page: no script, nothing from elsewhere, and a policy that forbids both. */
export function page(language: string, title: string, content: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const name = escapeText(title);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${name}</h1>
${content}
</main>
</body>
</html>
`;
}
