import { colourRules } from "./charts.ts";
import { escapeText } from "./html.ts";

const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --paper: #fff; --soft: #eef1f6; --line: #c5ccd8; --bar: #2f5fa8; --quiet: #505a6b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1rem; margin: .5rem 0; }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .5rem; margin: 1rem 0; }
dl.figures div { background: var(--soft); border-radius: .4rem; padding: .5rem .75rem; } dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .5rem 2rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; } tbody th { font-weight: 600; }
details { margin: .2rem 0; } summary { cursor: pointer; } ul { margin: .25rem 0; padding-left: 1.2rem; }
ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; } ul.legend svg { display: inline-block; }
svg { max-width: 100%; height: auto; display: block; } svg.stack { height: 1rem; min-width: 8rem; } svg.cell { display: inline-block; min-width: 4rem; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg rect { fill: var(--bar); } svg rect.rest { fill: var(--line); }
.figure { display: inline-block; min-width: 2.2rem; } .id, .note { color: var(--quiet); font-size: .85rem; font-weight: 400; } .names { font-weight: 400; }
pre { background: var(--soft); padding: .75rem; white-space: pre-wrap; font-size: .8rem; }
${colourRules("light")}
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --paper: #14181f; --soft: #222935; --line: #465062; --bar: #7fa9ea; --quiet: #b1bccd; } ${colourRules("dark")} }
@media (max-width: 40rem) {
table.cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; } .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.cards tr { border-bottom: 2px solid var(--line); padding: .4rem 0; } .cards th, .cards td { border: 0; padding: .1rem 0; overflow-wrap: anywhere; } .cards [data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .85rem; font-weight: 400; }
}
@media print { body { max-width: none; font-size: .8rem; } .wide { overflow: visible; } tr, svg { break-inside: avoid; } h2 { break-after: avoid; } details::details-content { content-visibility: visible; } svg rect { print-color-adjust: exact; } }
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
