// A plugin of TypeDoc: pages are listed by their first heading, not by the name of their file, and entry points as people
// import them.
import { Converter, ReflectionKind } from "typedoc";

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
    const text = page.content.map((part) => part.text).join("");
    const [, title] = /^# (.+)$/mu.exec(text) ?? [];
    if (title !== undefined) page.name = title.replaceAll("`", "");
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const entry of project.getChildrenByKind(ReflectionKind.Module))
      entry.name = entry.name === "index" ? "tersine" : `tersine/${entry.name}`;
  });
}
