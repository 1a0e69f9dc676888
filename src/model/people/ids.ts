import { pointer, type TersineIssue } from "../../base/error.ts";
import { normalId, PLAIN_ID } from "../../base/ids.ts";

export { normalId };

/** Zero-width and other invisible characters that make two different ids look the same. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Characters that reverse the direction of text. */
const BIDI_CONTROL = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const CONTROL = /\p{Control}/u;

const NONE: readonly TersineIssue[] = [];

/** Problems of an id by itself: at most one. */
export function idIssues(id: string, place: readonly PropertyKey[]): readonly TersineIssue[] {
  return PLAIN_ID.test(id) ? NONE : unusualIdIssues(id, pointer(place));
}

function unusualIdIssues(id: string, path: string): readonly TersineIssue[] {
  const bidi = BIDI_CONTROL.exec(id);
  if (bidi) {
    return [{ code: "ID_BIDI_CONTROL", path, message: `expected visible characters, got ${characterAt(id, bidi)}.` }];
  }
  const invisible = INVISIBLE.exec(id);
  if (invisible) {
    return [
      { code: "ID_INVISIBLE_CHAR", path, message: `expected visible characters, got ${characterAt(id, invisible)}.` },
    ];
  }
  const control = CONTROL.exec(id);
  if (control) {
    return [
      { code: "ID_CONTROL_CHAR", path, message: `expected visible characters, got ${characterAt(id, control)}.` },
    ];
  }
  if (id.trim() === "") return [{ code: "ID_EMPTY", path, message: "expected an id, got only spaces." }];
  if (id.trim() !== id) {
    return [{ code: "ID_WHITESPACE", path, message: "expected an id without spaces around it.", hint: "Trim it." }];
  }
  return [];
}

function characterAt(id: string, { index }: { readonly index: number }): string {
  const codePoint = id.codePointAt(index) ?? 0;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")} at position ${index}`;
}

/** Ids that occur twice in one list, exactly or after normalisation. */
export function duplicateIdIssues(list: string, idAt: readonly (string | undefined)[]): readonly TersineIssue[] {
  const issues: TersineIssue[] = [];
  const first = new Map<string, { readonly id: string; readonly position: number }>();
  idAt.forEach((id, position) => {
    if (id === undefined) return;
    const normal = normalId(id);
    const earlier = first.get(normal);
    if (earlier === undefined) {
      first.set(normal, { id, position });
      return;
    }
    const path = pointer([list, position, "id"]);
    const other = pointer([list, earlier.position, "id"]);
    issues.push(
      earlier.id === id
        ? { code: "ID_DUPLICATE", path, message: `expected each id once in the list, got that of ${other} again.` }
        : {
            code: "ID_COLLIDES_AFTER_NORMALIZATION",
            path,
            message: `expected each id once in the list, got one that equals that of ${other} in Unicode normal form C.`,
          },
    );
  });
  return issues;
}
