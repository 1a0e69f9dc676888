import { colourRules } from "./charts.ts";
import { escapeText } from "./html.ts";
import { filled, type Language, WORDS } from "./words.ts";

const LIGHT =
  "--ink: #1d2430; --paper: #fff; --soft: #eef1f6; --line: #c5ccd8; --bar: #2f5fa8; --quiet: #505a6b; --look: #9a3b12;";

const STYLE = `
:root { color-scheme: light dark; ${LIGHT} }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; margin: .5rem 0; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1rem; margin: .5rem 0; }
dl.figures { display: grid; grid-template-columns: repeat(2, 1fr); gap: .5rem; margin: 1rem 0; }
dl.figures div { background: var(--soft); border-radius: .4rem; padding: .5rem .75rem; } dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: .5rem 2rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; } tbody th { font-weight: 600; }
details { margin: .2rem 0; } summary { cursor: pointer; } ul { margin: .25rem 0; padding-left: 1.2rem; }
ul.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; } ul.legend svg { display: inline-block; }
svg { max-width: 100%; height: auto; display: block; } svg.stack { height: 1rem; min-width: 8rem; } svg.cell { display: inline-block; min-width: 4rem; }
svg.drawing { width: 100%; max-width: 30rem; } svg.round { max-width: 42rem; } svg text.label { font-weight: 600; }
svg path { fill: none; } svg .band { opacity: .55; } svg .line { stroke: var(--line); stroke-width: 1.5; } svg .arc { stroke: var(--bar); stroke-width: 1.5; opacity: .75; } svg .node { fill: var(--quiet); } svg .end { fill: var(--bar); } svg rect.plain { fill: var(--quiet); }
figure { margin: 0 0 1rem; min-width: 0; } figcaption { font-weight: 600; margin: .5rem 0; } .charts figure:has(.round) { grid-column: 1 / -1; } p.sides { display: flex; justify-content: space-between; max-width: 30rem; margin: 0; color: var(--quiet); font-size: .85rem; }
a { color: var(--bar); } ul.contents { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; } .lead { font-size: 1.15rem; margin: .5rem 0; } .count { display: inline-block; background: var(--soft); border-radius: 1rem; padding: 0 .5rem; font-weight: 400; }
.part { border-left: .25rem solid var(--look); padding-left: .75rem; margin: 1rem 0; } .mark { color: var(--look); } :target { background: var(--soft); scroll-margin-top: .5rem; } .index ul { columns: 18rem; list-style: none; padding: 0; } .index li { break-inside: avoid; }
.card { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; } .card h2 { margin-top: 0; } .card dd { overflow-wrap: anywhere; }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg rect { fill: var(--bar); } svg rect.rest { fill: var(--line); }
.figure { display: inline-block; min-width: 2.2rem; } .id, .note { color: var(--quiet); font-size: .85rem; font-weight: 400; } .names { font-weight: 400; }
pre { background: var(--soft); padding: .75rem; white-space: pre-wrap; font-size: .8rem; }
${colourRules("light")}
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf3; --paper: #14181f; --soft: #222935; --line: #465062; --bar: #7fa9ea; --quiet: #b1bccd; --look: #f0a57f; } ${colourRules("dark")} }
@media (min-width: 40rem) { dl.figures { grid-template-columns: repeat(3, 1fr); } } @media (min-width: 64rem) { .report dl.figures { grid-template-columns: repeat(6, 1fr); } }
.sheets dl.figures { grid-template-columns: 1fr 1fr; }
@media (max-width: 40rem) {
table.cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; } .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.cards tr { border-bottom: 2px solid var(--line); padding: .4rem 0; } .cards th, .cards td { border: 0; padding: .1rem 0; overflow-wrap: anywhere; } .cards [data-label]::before { content: attr(data-label) ": "; color: var(--quiet); font-size: .85rem; font-weight: 400; }
}
@media print {
:root { color-scheme: light; ${LIGHT} } ${colourRules("light")}
body { max-width: none; padding: 0; font: 9.5pt/1.3 system-ui, sans-serif; } h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 12pt 0 4pt; } th, td { padding: 2pt 5pt; }
.wide { overflow: visible; } thead { display: table-header-group; } tr, svg, figure, li, .figures div { break-inside: avoid; } h2, h3, figcaption { break-after: avoid; } svg { print-color-adjust: exact; } .count, .figures div { background: none; border: 1px solid var(--line); }
.sheets header, nav, .made, details.index, figure details, #people { display: none; } summary { list-style: none; } a { color: inherit; text-decoration: none; } svg.drawing { max-height: 15cm; } svg.round { max-height: 14cm; } svg.stack { height: .6rem; }
.note, ul.legend { break-after: avoid; } main { padding-right: 1px; } section > details:not([open]) { display: none; }
.card { break-after: page; border: 0; padding: 0; font-size: 12pt; } .card:last-child { break-after: auto; } .charts { grid-template-columns: 1fr 1fr; }
}
`;

/** What a page says of itself. */
export interface Head {
  readonly language: Language;
  readonly title: string;
  /** As the caller wrote it. */
  readonly date?: string;
  /** Cards have no page numbers; a page of figures holds no personal data. */
  readonly kind?: "report" | "cards" | "figures";
}

/** The whole page: no script, nothing from elsewhere, and a policy that forbids both. */
export function page({ language, title, date, kind = "report" }: Head, content: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  const name = escapeText(title);
  const words = WORDS[language];
  const day = date === undefined ? "" : ` · ${escapeText(filled(words.asOf, { date }))}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${STYLE}${sheets(kind === "figures" ? "" : `${words.personal}${cssText(day)}`, kind)}</style>
</head>
<body class="${kind === "cards" ? "sheets" : "report"}">
<main>
<header><h1>${name}</h1>
${kind === "figures" ? "" : `<p class="note">${words.personal}${day}</p>`}</header>
${content}
</main>
</body>
</html>
`;
}

/** A text of the caller inside a string of CSS, which ends at quotes, strokes and line ends, and inside HTML. */
function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:·/-]/gu, "");
}

/** Margins of printed sheets: that they hold personal data, their date, and their numbers. Cards are handed out: nothing stands there. */
function sheets(personal: string, kind: "report" | "cards" | "figures"): string {
  const foot = `@bottom-left { content: "${personal}"; } @bottom-right { content: counter(page) " / " counter(pages); }`;
  const style = "font: 8pt system-ui, sans-serif; color: #505a6b;";
  return `@page { size: A4; margin: 14mm 12mm 16mm; ${kind === "cards" ? "" : foot.replaceAll("{ ", `{ ${style} `)} }\n`;
}
