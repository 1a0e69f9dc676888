import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { compareText, foldText } from "../../../base/text.ts";
import type { ShownPerson } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { PairPanel } from "./pair-panel.tsx";

/** Any two people, to ask why they are not a pair. */
export function TwoPeople(): JSX.Element {
  const { state, controller, words } = usePage();
  const { understood, pair } = state;
  const [mentorId, setMentor] = useState(pair?.mentorId ?? "");
  const [menteeId, setMentee] = useState(pair?.menteeId ?? "");
  useEffect(() => {
    // a pair that is named in an answer can be looked at in its turn
    if (pair === undefined) return;
    setMentor(pair.mentorId);
    setMentee(pair.menteeId);
  }, [pair]);
  const isAsked = pair !== undefined && pair.mentorId === mentorId && pair.menteeId === menteeId;
  return (
    <>
      <p>{words.twoNote}</p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (mentorId !== "" && menteeId !== "") void controller.lookAt({ mentorId, menteeId });
        }}
      >
        <PersonChoice label={words.mentee} people={understood?.mentees ?? []} chosen={menteeId} choose={setMentee} />
        <PersonChoice label={words.mentor} people={understood?.mentors ?? []} chosen={mentorId} choose={setMentor} />
        <button class="main">{words.ask}</button>
      </form>
      <div aria-live="polite">{isAsked && <PairPanel pair={pair} />}</div>
    </>
  );
}

interface PersonChoiceProps {
  readonly label: string;
  readonly people: readonly ShownPerson[];
  readonly chosen: string;
  readonly choose: (id: string) => void;
}

function PersonChoice({ label, people, chosen, choose }: PersonChoiceProps): JSX.Element {
  const { words } = usePage();
  const sorted = people.toSorted((a, b) => compareText(foldText(a.name), foldText(b.name)) || compareText(a.id, b.id));
  return (
    <label>
      {label}{" "}
      <select
        value={chosen}
        onChange={({ currentTarget: { value } }) => {
          choose(value);
        }}
      >
        <option value="">{words.chooseOne}</option>
        {sorted.map(({ id, name }) => (
          <option key={id} value={id}>
            {name === id ? id : `${name} (${id})`}
          </option>
        ))}
      </select>
    </label>
  );
}
