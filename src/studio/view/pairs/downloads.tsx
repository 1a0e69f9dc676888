import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Download, Written } from "../../protocol.ts";
import { isRefused } from "../../state/controller.ts";
import { usePage } from "../context.ts";

const DOWNLOADS = ["pairs", "workbook", "letters", "report", "cards", "result"] as const satisfies readonly Download[];
const CONFIG_NAME = "tersine.config.json";

/** Files to save. */
export function Downloads(): JSX.Element {
  const { state, controller, words } = usePage();
  const [told, setTold] = useState("");
  const save = async (what: Download): Promise<void> => {
    const file = await controller.write(what);
    if (isRefused(file)) return;
    saveFile(file);
    setTold(words.saved(file.name));
  };
  const saveSettings = (): void => {
    const text = `${JSON.stringify(controller.saved(), undefined, 2)}\n`;
    saveFile({ name: CONFIG_NAME, type: "application/json", bytes: new TextEncoder().encode(text) });
    setTold(words.saved(CONFIG_NAME));
  };
  const all = (state.understood?.rejected ?? 0) > 0 ? [...DOWNLOADS, "rejected" as const] : DOWNLOADS;
  return (
    <details class="downloads">
      <summary>{words.download}</summary>
      <div class="row">
        {all.map((what) => (
          <button key={what} type="button" onClick={() => void save(what)}>
            {words.downloads[what]}
          </button>
        ))}
        <button type="button" onClick={saveSettings}>
          {words.configuration}
        </button>
      </div>
      <p class="note">
        {words.personal} <span role="status">{told}</span>
      </p>
    </details>
  );
}

/** Hands a file to the browser, as a link that is clicked. */
function saveFile({ name, type, bytes }: Written): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEPT);
}

/** Milliseconds for which the browser may read what is saved. */
const KEPT = 10_000;
