import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Application, Converter, ReflectionKind } from "typedoc";
import { studioPage } from "./studio/page.ts";

/*
 * Makes the site: `npm run docs` writes `site/`. Pages are listed by their first heading, not by the name of their file, and
 * entry points as people import them.
 */

const app = await Application.bootstrapWithPlugins({
  options: fileURLToPath(new URL("../docs/typedoc.json", import.meta.url)),
});
app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, page) => {
  const text = page.content.map((part) => part.text).join("");
  const title = /^# (.+)$/mu.exec(text)?.[1];
  if (title !== undefined) page.name = title.replaceAll("`", "");
});
app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const entry of project.getChildrenByKind(ReflectionKind.Module))
    entry.name = entry.name === "index" ? "tersine" : `tersine/${entry.name}`;
});
const project = await app.convert();
if (project === undefined) throw new Error("TypeDoc could not read the sources.");
app.validate(project);
await app.generateOutputs(project);
// the studio as anybody can try it, the same file that the command writes
writeFileSync(fileURLToPath(new URL("../site/studio.html", import.meta.url)), await studioPage());
if (app.logger.hasErrors()) process.exitCode = 1;
