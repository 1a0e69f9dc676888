import type { ComponentChildren, JSX } from "preact";

/** What may be wider than a narrow screen, and then scrolls by itself, also by keyboard. */
export function Wide({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
