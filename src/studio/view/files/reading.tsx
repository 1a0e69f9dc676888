import type { JSX } from "preact";
import type { ReadingChange } from "../../state/controller.ts";
import { usePage } from "../context.ts";

const ENCODINGS = ["windows-1254", "windows-1252", "iso-8859-9", "windows-1250", "windows-1251", "macintosh"];

/** How the files are read: what they cannot say themselves. */
export function ReadingSettings(): JSX.Element {
  const { state, controller, words } = usePage();
  const { config, skipRejected } = state.settings;
  const { period = { start: "", end: "" } } = config;
  const setPeriod = (part: Partial<typeof period>): void => {
    const { start, end } = { ...period, ...part };
    void controller.setReading({ period: start === "" || end === "" ? undefined : { start, end } });
  };
  return (
    <section>
      <h2>{words.reading}</h2>
      <div class="form">
        <fieldset>
          <legend>{words.period}</legend>
          <label>
            {words.from}{" "}
            <input
              type="date"
              value={period.start}
              onChange={({ currentTarget }) => {
                setPeriod({ start: currentTarget.value });
              }}
            />
          </label>{" "}
          <label>
            {words.until}{" "}
            <input
              type="date"
              value={period.end}
              onChange={({ currentTarget }) => {
                setPeriod({ end: currentTarget.value });
              }}
            />
          </label>
          <small>{words.periodNote}</small>
        </fieldset>
        <label>
          {words.timeZone}
          <input
            value={config.timeZone ?? ""}
            spellcheck={false}
            onChange={({ currentTarget: { value } }) =>
              void controller.setReading({ timeZone: value.trim() === "" ? undefined : value.trim() })
            }
          />
        </label>
        <LevelsForm />
        <label>
          {words.dateOrder}
          <select
            value={config.dateOrder ?? ""}
            onChange={({ currentTarget: { value } }) =>
              void controller.setReading({ dateOrder: value === "dmy" || value === "mdy" ? value : undefined })
            }
          >
            <option value="">{words.dateOrders.none}</option>
            <option value="dmy">{words.dateOrders.dmy}</option>
            <option value="mdy">{words.dateOrders.mdy}</option>
          </select>
        </label>
        <Switch
          label={words.levelsFromTop}
          isOn={config.levelsFromTop === true}
          set={(isOn) => ({ levelsFromTop: isOn ? true : undefined })}
        />
        <Switch
          label={words.remedies.keepLast}
          isOn={config.keep === "last"}
          set={(isOn) => ({ keep: isOn ? "last" : undefined })}
        />
        <Switch
          label={words.remedies.commaLists}
          isOn={config.commaLists === true}
          set={(isOn) => ({ commaLists: isOn ? true : undefined })}
        />
        <Switch
          label={words.remedies.allowGuests}
          isOn={config.allowGuests === true}
          set={(isOn) => ({ allowGuests: isOn ? true : undefined })}
        />
        <Switch
          label={words.remedies.externalManagers}
          isOn={config.externalManagers === true}
          set={(isOn) => ({ externalManagers: isOn ? true : undefined })}
        />
        <Switch label={words.remedies.skipRejected} isOn={skipRejected} set={(isOn) => ({ skipRejected: isOn })} />
        {config.encoding !== undefined && <EncodingChoice encoding={config.encoding} />}
      </div>
    </section>
  );
}

/** Only where a text is not in UTF-8: others need no choice. */
function EncodingChoice({ encoding }: { readonly encoding: string }): JSX.Element {
  const { controller, words } = usePage();
  return (
    <label>
      {words.encoding}
      <select
        value={encoding}
        onChange={({ currentTarget: { value } }) => void controller.setReading({ encoding: value })}
      >
        {[...new Set([...ENCODINGS, encoding])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The ladder of levels: what stands in the files is proposed, for somebody to put in order. */
function LevelsForm(): JSX.Element {
  const { state, controller, words } = usePage();
  const { levels } = state.settings.config;
  const known = (levels ?? state.understood?.levelWords ?? []).join(", ");
  return (
    <form
      key={known}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("levels");
        void controller.setReading({ levels: namesIn(typeof text === "string" ? text : "") });
      }}
    >
      <label for="levels">{words.levels}</label>
      <div class="row">
        <input id="levels" name="levels" defaultValue={known} spellcheck={false} />
        <button>{words.apply}</button>
      </div>
      {levels === undefined && known !== "" && <small>{words.levelsNote}</small>}
    </form>
  );
}

function namesIn(text: string): readonly string[] | undefined {
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return names.length === 0 ? undefined : names;
}

interface SwitchProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => ReadingChange;
}

function Switch({ label, isOn, set }: SwitchProps): JSX.Element {
  const { controller } = usePage();
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => void controller.setReading(set(currentTarget.checked))}
      />
      {label}
    </label>
  );
}
