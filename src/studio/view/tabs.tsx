import type { ComponentChildren, JSX } from "preact";

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly content: () => ComponentChildren;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Name>[];
  readonly chosen: Name;
  readonly choose: (name: Name) => void;
}

/** Tabs as the ARIA practices have them: arrows move between them, and one of them is in the order of the keyboard. */
export function Tabs<Name extends string>({ label, tabs, chosen, choose }: TabsProps<Name>): JSX.Element {
  const place = tabs.findIndex(({ name }) => name === chosen);
  const moves: Readonly<Partial<Record<string, number>>> = {
    ArrowRight: (place + 1) % tabs.length,
    ArrowLeft: (place + tabs.length - 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        class="tabs"
        onKeyDown={(event) => {
          const next = tabs[moves[event.key] ?? -1];
          if (next === undefined) return;
          event.preventDefault();
          choose(next.name);
          document.getElementById(`tab-${next.name}`)?.focus();
        }}
      >
        {tabs.map(({ name, label: text }) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={name === chosen}
            aria-controls="tab-content"
            tabIndex={name === chosen ? 0 : -1}
            onClick={() => {
              choose(name);
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <div id="tab-content" role="tabpanel" aria-labelledby={`tab-${chosen}`} tabIndex={-1}>
        {tabs[place]?.content()}
      </div>
    </div>
  );
}
