import type { JSX } from "preact";
import type { Objective } from "../../../index.ts";
import type { MatchFile } from "../../config/config-file.ts";
import { CRITERIA, type CriterionChoice, MOST_WEIGHT, weightOf, withWeight } from "../../config/criteria.ts";
import {
  bansOf,
  isRuleOn,
  type RuleChoice,
  ruleNumber,
  RULES,
  withDecision,
  withRule,
  withRuleNumber,
} from "../../config/rules.ts";
import { usePage } from "../context.ts";

/** What counts: weights, rules, the objective and decisions about pairs. */
export function Settings(): JSX.Element {
  const { words } = usePage();
  return (
    <aside aria-label={words.settings}>
      <details class="settings" open={isWide()}>
        <summary>{words.settings}</summary>
        <h2>{words.weights}</h2>
        <p class="note">{words.weightsNote}</p>
        <Weights />
        <h2>{words.rules}</h2>
        <Rules />
        <ObjectiveChoice />
        <Decisions />
      </details>
    </aside>
  );
}

/** Whether there is room beside the plan; the style has the same bound. */
function isWide(): boolean {
  return matchMedia("(min-width: 60rem)").matches;
}

function useMatch(): MatchFile {
  return usePage().state.settings.config.match ?? {};
}

function Weights(): JSX.Element {
  const { state, words } = usePage();
  const match = useMatch();
  const fields = new Set(state.understood?.fields);
  const isFirst = ({ name, weight, needs }: CriterionChoice): boolean =>
    weight > 0 || weightOf(match, name) > 0 || needs.some((field) => fields.has(field));
  return (
    <>
      {CRITERIA.filter(isFirst).map((choice) => (
        <Weight key={choice.name} choice={choice} />
      ))}
      {CRITERIA.some((choice) => !isFirst(choice)) && (
        <details>
          <summary>{words.moreCriteria}</summary>
          {CRITERIA.filter((choice) => !isFirst(choice)).map((choice) => (
            <Weight key={choice.name} choice={choice} />
          ))}
        </details>
      )}
    </>
  );
}

function Weight({ choice: { name, needs } }: { readonly choice: CriterionChoice }): JSX.Element {
  const { state, controller, words } = usePage();
  const match = useMatch();
  const weight = weightOf(match, name);
  const hasData = needs.some((field) => state.understood?.fields.includes(field));
  const set = (text: string, isDraft: boolean): void =>
    void controller.setMatch(withWeight(match, name, Number(text)), isDraft);
  return (
    // an output takes a label, too: the one that is meant says so
    <div class="slider">
      <label for={`weight-${name}`}>
        {words.criteria[name]} {!hasData && <small>({words.noData})</small>}
      </label>
      <output for={`weight-${name}`}>{weight}</output>
      <input
        id={`weight-${name}`}
        type="range"
        min={0}
        max={MOST_WEIGHT}
        step={1}
        value={weight}
        onInput={({ currentTarget }) => {
          set(currentTarget.value, true);
        }}
        onChange={({ currentTarget }) => {
          set(currentTarget.value, false);
        }}
      />
    </div>
  );
}

function Rules(): JSX.Element {
  const { words } = usePage();
  const match = useMatch();
  const isFirst = ({ isDefault, name }: RuleChoice): boolean => isDefault || isRuleOn(match, name);
  return (
    <>
      {RULES.filter(isFirst).map((choice) => (
        <Rule key={choice.name} choice={choice} />
      ))}
      <details>
        <summary>{words.moreRules}</summary>
        {RULES.filter((choice) => !isFirst(choice)).map((choice) => (
          <Rule key={choice.name} choice={choice} />
        ))}
      </details>
    </>
  );
}

function Rule({ choice }: { readonly choice: RuleChoice }): JSX.Element {
  const { state, controller, words } = usePage();
  const match = useMatch();
  const { name, number, needs } = choice;
  const isOn = isRuleOn(match, name);
  const hasData = needs.length === 0 || needs.some((field) => state.understood?.fields.includes(field));
  return (
    <div class="rule">
      <label class="switch">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget }) => void controller.setMatch(withRule(match, choice, currentTarget.checked))}
        />
        <span>
          {words.ruleNames[name]} {!hasData && <small>({words.noData})</small>}
        </span>
      </label>
      {isOn && number !== undefined && (
        <label class="number">
          <input
            type="number"
            min={number.least}
            max={number.most}
            placeholder={number.usual === undefined ? undefined : String(number.usual)}
            value={ruleNumber(match, choice) ?? ""}
            onChange={({ currentTarget: { value } }) =>
              void controller.setMatch(withRuleNumber(match, choice, value === "" ? undefined : Number(value)))
            }
          />{" "}
          {words.ruleNumbers[name]}
        </label>
      )}
      {isOn && name === "crossGeneration" && <small>{words.ageNote}</small>}
    </div>
  );
}

const OBJECTIVES = ["coverage", "score", "fair", "stable"] as const satisfies readonly Objective[];

function ObjectiveChoice(): JSX.Element {
  const { controller, words } = usePage();
  const match = useMatch();
  return (
    <fieldset>
      <legend>{words.objective}</legend>
      {OBJECTIVES.map((objective) => (
        <label key={objective} class="switch">
          <input
            type="radio"
            name="objective"
            checked={(match.objective ?? "coverage") === objective}
            onChange={() => void controller.setMatch({ ...match, objective })}
          />
          {words.objectives[objective]}
        </label>
      ))}
    </fieldset>
  );
}

/** Pairs that the organisers pinned or forbade, to take back. */
function Decisions(): JSX.Element | null {
  const { controller, words, nameOf } = usePage();
  const match = useMatch();
  const decided = [
    ...(match.pins ?? []).map((pair) => ({ pair, label: words.pinned })),
    ...bansOf(match).map((pair) => ({ pair, label: words.ban })),
  ];
  if (decided.length === 0) return null;
  return (
    <section>
      <h2>{words.decisions}</h2>
      <ul class="plain">
        {decided.map(({ pair, label }) => {
          const names = `${nameOf("mentee", pair.menteeId)} – ${nameOf("mentor", pair.mentorId)}`;
          return (
            <li key={names + label}>
              {names} <small>({label})</small>{" "}
              <button
                type="button"
                aria-label={`${words.free}: ${names}`}
                onClick={() => void controller.setMatch(withDecision(match, pair, "free"))}
              >
                {words.free}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
