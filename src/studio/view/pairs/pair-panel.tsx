import type { JSX } from "preact";
import { type Decision, decisionOf, withDecision } from "../../config/rules.ts";
import type { PairAnswer } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { DifferenceText, PairList } from "./changes.tsx";

/** Two people: whether they are a pair, by what, when they can meet, and what it would cost to change that. */
export function PairPanel({ pair }: { readonly pair: PairAnswer }): JSX.Element {
  const { words, say, points } = usePage();
  const { status, score, criteria, refusals, meetings } = pair;
  return (
    <div class="panel">
      <p>
        <strong>{words.status[status]}</strong>{" "}
        {score !== undefined && `${words.score}: ${points(score)} (${words.scoreNote}).`}
      </p>
      {refusals.length > 0 && (
        <ul>
          {refusals.map((each) => (
            <li key={each.en}>{say(each)}</li>
          ))}
        </ul>
      )}
      {criteria.length > 0 && <Criteria pair={pair} />}
      {meetings.length > 0 && (
        <p>
          {words.meet}: {meetings.map(say).join("; ")}.
        </p>
      )}
      <Decide pair={pair} />
    </div>
  );
}

function Criteria({ pair: { criteria } }: { readonly pair: PairAnswer }): JSX.Element {
  const { words, say, points } = usePage();
  return (
    <table class="cards">
      <caption>{words.details}</caption>
      <thead>
        <tr>
          <th scope="col">{words.criterion}</th>
          <th scope="col">{words.score}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ name, title, points: own, most, reason }) => (
          <tr key={name}>
            <th scope="row">{say(title).replaceAll('"', "")}</th>
            <td class="nowrap">
              <meter min={0} max={Math.max(most, 1)} value={own} aria-hidden="true" />{" "}
              {words.ofMost(points(own), points(most))}
            </td>
            <td>{say(reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What can be decided about the pair, and what that costs. */
function Decide({ pair }: { readonly pair: PairAnswer }): JSX.Element {
  const { state, controller, words } = usePage();
  const { mentorId, menteeId, status, otherwise, isImpossible } = pair;
  const match = state.settings.config.match ?? {};
  const ids = { mentorId, menteeId };
  const decided = decisionOf(match, ids);
  const decide = (decision: Decision): void => void controller.setMatch(withDecision(match, ids, decision));
  return (
    <>
      {decided === "free" && (otherwise !== undefined || isImpossible === true) && (
        <div class="cost">
          <p>
            <strong>{status === "chosen" ? words.banCost : words.pinCost}</strong>{" "}
            {otherwise === undefined ? words.impossible : <DifferenceText difference={otherwise} />}
          </p>
          {otherwise !== undefined && (
            <div class="two">
              <PairList heading={words.gained} pairs={otherwise.gained} />
              <PairList heading={words.lost} pairs={otherwise.lost} />
            </div>
          )}
        </div>
      )}
      <div class="row">
        {decided === "pin" && (
          <button
            type="button"
            onClick={() => {
              decide("free");
            }}
          >
            {words.unpin}
          </button>
        )}
        {decided === "ban" && (
          <button
            type="button"
            onClick={() => {
              decide("free");
            }}
          >
            {words.unban}
          </button>
        )}
        {decided === "free" && status !== "refused" && (
          <>
            <button
              type="button"
              disabled={isImpossible === true && status !== "chosen"}
              onClick={() => {
                decide("pin");
              }}
            >
              {words.pin}
            </button>
            <button
              type="button"
              onClick={() => {
                decide("ban");
              }}
            >
              {words.ban}
            </button>
          </>
        )}
      </div>
    </>
  );
}
