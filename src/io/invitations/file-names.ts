/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/iu;

/** Letters of a name that stand for an id at most; names of files may have 255 bytes. */
const LONGEST = 60;

/** What stands for an id in the name of a file: letters, digits, `.`, `_`, `@` and `-`, and nothing that leads elsewhere. */
function safe(id: string): string {
  const plain = id
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._@-]/gu, "_")
    .replace(/^[.-]+|(?<!\.)\.+$/gu, "_");
  const short = Array.from(plain).slice(0, LONGEST).join("");
  return short === "" || DEVICES.test(short) ? `_${short}` : short;
}

/**
 * Names of files for ids, by their place, without endings: `ece`, or `ece--haluk` for several ids. No two are equal for a
 * file system that ignores case; of those that would be, all but the first get a number.
 */
export function fileNames(ids: readonly (readonly string[])[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((parts) => {
    const name = parts.map(safe).join("--");
    let free = name;
    for (let number = 2; taken.has(key(free)); number += 1) free = `${name}~${number}`;
    taken.add(key(free));
    return free;
  });
}

function key(name: string): string {
  return name.normalize("NFKD").toLowerCase().normalize("NFKC");
}
