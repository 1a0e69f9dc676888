/** Text that is safe between tags and in quoted attributes; marks that turn the direction of writing become visible. */
export function escapeText(text: string): string {
  return text
    .replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`)
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}

/** A table with a caption; cells are HTML already. Wide ones scroll by themselves. */
export function table(caption: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return drawn(caption, headers, rows, "");
}

/**
 * A table that narrow screens show as a card for each row. Its roles are written out: cards would lose them.
 *
 * @param anchors Names by which links find the rows
 */
export function cardTable(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  anchors: readonly string[] = [],
): string {
  return drawn(caption, headers, rows, "cards", anchors);
}

function drawn(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  kind: "" | "cards",
  anchors: readonly string[] = [],
): string {
  const role = (name: string): string => (kind === "cards" ? ` role="${name}"` : "");
  const label = (column: number): string =>
    kind === "cards" ? ` data-label="${escapeText(headers[column] ?? "")}"` : "";
  const head = headers.map((header) => `<th scope="col"${role("columnheader")}>${escapeText(header)}</th>`).join("");
  const body = rows.map(([first = "", ...rest], row) => {
    const anchor = anchors[row] === undefined ? "" : ` id="${anchors[row]}"`;
    const cells = rest.map((cell, place) => `<td${role("cell")}${label(place + 1)}>${cell}</td>`).join("");
    return `<tr${anchor}${role("row")}><th scope="row"${role("rowheader")}${label(0)}>${first}</th>${cells}</tr>`;
  });
  const name = escapeText(caption);
  const content = `<caption>${name}</caption><thead${role("rowgroup")}><tr${role("row")}>${head}</tr></thead><tbody${role("rowgroup")}>${body.join("\n")}</tbody>`;
  return `<div class="wide" role="region" aria-label="${name}" tabindex="0"><table class="${kind}"${role("table")}>${content}</table></div>`;
}

/** A list of lines that are HTML already. */
export function list(lines: readonly string[]): string {
  return lines.length === 0 ? "" : `<ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;
}

/** A section with its heading. */
export function section(heading: string, ...content: readonly string[]): string {
  return `<section><h2>${escapeText(heading)}</h2>${content.join("\n")}</section>`;
}

/** A part of a section; its heading tells how many there are, if a number is given. */
export function part(heading: string, count: string | undefined, ...content: readonly string[]): string {
  const figure = count === undefined ? "" : ` <span class="count">${count}</span>`;
  return `<div class="part"><h3>${escapeText(heading)}${figure}</h3>${content.join("\n")}</div>`;
}

/** A chapter of the page: what the contents call it, the name of its anchor, and the chapter itself. */
export interface Chapter {
  readonly heading: string;
  readonly anchor: string;
  readonly content: string;
}

/** Links to the chapters that there are, then the chapters with their anchors. */
export function chapters(label: string, all: readonly Chapter[]): string {
  const there = all.filter(({ content }) => content !== "");
  const links = there.map(({ heading, anchor }) => `<li><a href="#${anchor}">${escapeText(heading)}</a></li>`);
  const contents = `<nav aria-label="${escapeText(label)}"><ul class="contents">${links.join("")}</ul></nav>`;
  const drawn = there.map(({ anchor, content }) => content.replace("<section", `<section id="${anchor}"`));
  return [contents, ...drawn].join("\n");
}
