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

/** A table that narrow screens show as a card for each row. Its roles are written out: cards would lose them. */
export function cardTable(caption: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return drawn(caption, headers, rows, "cards");
}

function drawn(
  caption: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  kind: "" | "cards",
): string {
  const role = (name: string): string => (kind === "cards" ? ` role="${name}"` : "");
  const label = (column: number): string =>
    kind === "cards" ? ` data-label="${escapeText(headers[column] ?? "")}"` : "";
  const head = headers.map((header) => `<th scope="col"${role("columnheader")}>${escapeText(header)}</th>`).join("");
  const body = rows.map(([first = "", ...rest]) => {
    const cells = rest.map((cell, place) => `<td${role("cell")}${label(place + 1)}>${cell}</td>`).join("");
    return `<tr${role("row")}><th scope="row"${role("rowheader")}${label(0)}>${first}</th>${cells}</tr>`;
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
