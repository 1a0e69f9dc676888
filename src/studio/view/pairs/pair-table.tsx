import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { isSamePair } from "../../config/rules.ts";
import { decisionOf } from "../../config/rules.ts";
import type { ShownPair, ShownPlan } from "../../protocol.ts";
import { orderedPairs, type PairOrder, PAIR_ORDERS } from "../../state/ordered-pairs.ts";
import { usePage } from "../context.ts";
import { Wide } from "../wide.tsx";

/** The pairs, by name. */
export function PairTable({ plan }: { readonly plan: ShownPlan }): JSX.Element {
  const { words, nameOf, state } = usePage();
  const [order, setOrder] = useState<PairOrder>("score");
  const [text, setText] = useState("");
  const pairs = orderedPairs(plan.pairs, order, text, nameOf);
  return (
    <>
      <div class="row">
        <label>
          {words.find}{" "}
          <input
            type="search"
            value={text}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
            }}
          />
        </label>
        <label>
          {words.order}{" "}
          <select
            value={order}
            onChange={({ currentTarget: { value } }) => {
              setOrder(PAIR_ORDERS.find((each) => each === value) ?? "score");
            }}
          >
            {PAIR_ORDERS.map((each) => (
              <option key={each} value={each}>
                {words.orders[each]}
              </option>
            ))}
          </select>
        </label>
        <span role="status">{words.shownOf(pairs.length, plan.pairs.length)}</span>
      </div>
      <Wide label={words.pairs}>
        <table class="cards">
          <caption>{words.pairs}</caption>
          <thead>
            <tr>
              <th scope="col">{words.mentee}</th>
              <th scope="col">{words.mentor}</th>
              <th scope="col">
                {words.score} <small>{words.scoreNote}</small>
              </th>
              <th scope="col">{words.why}</th>
              <th scope="col">{words.meet}</th>
              <th scope="col">{words.details}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <PairRow
                key={`${pair.menteeId} ${pair.mentorId}`}
                pair={pair}
                isNew={state.past.length > 0 && plan.difference?.gained.some((each) => isSamePair(each, pair)) === true}
              />
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function PairRow({ pair, isNew }: { readonly pair: ShownPair; readonly isNew: boolean }): JSX.Element {
  const { words, say, points, nameOf, controller, state } = usePage();
  const { mentorId, menteeId, score, why, meeting, lacks } = pair;
  const [mentor, mentee] = [nameOf("mentor", mentorId), nameOf("mentee", menteeId)];
  const isPinned = decisionOf(state.settings.config.match ?? {}, pair) === "pin";
  return (
    <tr>
      <th scope="row" data-label={words.mentee}>
        {mentee}
      </th>
      <td data-label={words.mentor}>
        {mentor} {isNew && <mark>{words.isNew}</mark>} {isPinned && <mark>{words.pinned}</mark>}
      </td>
      <td data-label={words.score}>
        <meter min={0} max={100} value={score / 10_000} aria-hidden="true" /> {points(score)}
      </td>
      <td data-label={words.why}>
        {say(why)} {lacks.includes("topic") && <strong class="warning">{words.noTopic}</strong>}
      </td>
      <td data-label={words.meet}>
        {lacks.includes("time") ? (
          <strong class="warning">{words.never}</strong>
        ) : meeting === undefined ? (
          ""
        ) : (
          say(meeting)
        )}
      </td>
      <td>
        <button
          type="button"
          aria-label={words.detailsOf(mentor, mentee)}
          onClick={() => void controller.lookAt({ mentorId, menteeId })}
        >
          {words.details}
        </button>
      </td>
    </tr>
  );
}
