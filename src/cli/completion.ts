import { EXIT, type ExitCode, Failure } from "./failure.ts";
import type { Arguments } from "./flags.ts";
import { type CommandName, COMMAND_NAMES, COMMANDS, flagsOf } from "./table/commands.ts";
import { type FlagName, OPTIONS } from "./table/options.ts";
import type { Language, Terminal } from "./terminal.ts";

const SHELLS: ReadonlyMap<string, (language: Language) => string> = new Map([
  ["bash", bashText],
  ["zsh", zshText],
  ["fish", fishText],
]);

/** `tersine completion bash|zsh|fish`: what a shell needs to complete commands, flags and their words. */
export function completionCommand(given: Arguments, terminal: Terminal): ExitCode {
  const [shell = "", ...more] = given.operands;
  const text = SHELLS.get(shell);
  if (text === undefined || more.length > 0) {
    const code = shell === "" ? "OPERAND_MISSING" : "OPERAND_UNKNOWN";
    throw new Failure(EXIT.usage, code, `expected one of ${[...SHELLS.keys()].join(", ")}.`);
  }
  terminal.data(text(terminal.language));
  return EXIT.ok;
}

const dashed = (flags: readonly FlagName[]): string => flags.map((flag) => `--${flag}`).join(" ");

/** Flags by what completes their values: folders, files, a list of words, or nothing. */
const completing = (kind: "file" | "folder"): readonly FlagName[] =>
  (Object.keys(OPTIONS) as FlagName[]).filter((flag) => OPTIONS[flag].value === kind);

const wordFlags = (): readonly FlagName[] =>
  (Object.keys(OPTIONS) as FlagName[]).filter((flag) => OPTIONS[flag].words !== undefined);

const freeFlags = (): readonly FlagName[] =>
  (Object.keys(OPTIONS) as FlagName[]).filter(
    (flag) => ["number", "text"].includes(OPTIONS[flag].value ?? "") && OPTIONS[flag].words === undefined,
  );

function bashText(): string {
  const either = (flags: readonly FlagName[]): string => flags.map((flag) => `--${flag}`).join("|");
  const words = wordFlags().map(
    (flag) =>
      `    --${flag}) COMPREPLY=($(compgen -W "${OPTIONS[flag].words?.join(" ") ?? ""}" -- "$word")); return ;;`,
  );
  const commands = COMMAND_NAMES.map((name) => {
    const own = COMMANDS[name].words ?? (name === "help" ? COMMAND_NAMES : []);
    return `    ${name}) flags="${dashed(flagsOf(name))}"; operands="${own.join(" ")}" ;;`;
  });
  return `# bash completion of tersine: eval "$(tersine completion bash)"
_tersine() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags="" operands=""
  COMPREPLY=()
  case "$before" in
${words.join("\n")}
    ${either(completing("folder"))}) COMPREPLY=($(compgen -d -- "$word")); return ;;
    ${either(completing("file"))}) COMPREPLY=($(compgen -f -- "$word")); return ;;
    ${either(freeFlags())}) return ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${COMMAND_NAMES.join(" ")} --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${commands.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$operands" -- "$word") $(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _tersine tersine
`;
}

function zshText(language: Language): string {
  const quoted = (text: string): string =>
    text.replaceAll("'", "'\\''").replaceAll("[", "(").replaceAll("]", ")").replaceAll(":", "\\:");
  const action = (flag: FlagName): string => {
    const { value, words } = OPTIONS[flag];
    if (value === undefined) return "";
    if (words !== undefined) return `:${flag}:(${words.join(" ")})`;
    return `:${flag}:${value === "file" ? "_files" : value === "folder" ? "_files -/" : " "}`;
  };
  const specOf = (flag: FlagName): string =>
    `${OPTIONS[flag].isMultiple === true ? "*" : ""}--${flag}[${quoted(OPTIONS[flag].help[language])}]${action(flag)}`;
  const commands = COMMAND_NAMES.map((name) => `    '${name}:${quoted(COMMANDS[name].summary[language])}'`);
  const cases = COMMAND_NAMES.map((name) => {
    const own = COMMANDS[name].words ?? (name === "help" ? COMMAND_NAMES : undefined);
    const operands = own === undefined ? "'*:file:_files'" : `'1:word:(${own.join(" ")})' '*:file:_files'`;
    return `    ${name}) _arguments ${flagsOf(name)
      .map((flag) => `'${specOf(flag)}'`)
      .join(" ")} ${operands} ;;`;
  });
  return `#compdef tersine
# zsh completion of tersine: eval "$(tersine completion zsh)", or a file _tersine in a folder of $fpath
_tersine() {
  local -a commands=(
${commands.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local name="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_tersine" ]; then _tersine "$@"; else compdef _tersine tersine; fi
`;
}

function fishText(language: Language): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const inside = (name: CommandName): string => `-n '__fish_seen_subcommand_from ${name}'`;
  const lines = COMMAND_NAMES.flatMap((name) => {
    const own = COMMANDS[name].words ?? (name === "help" ? COMMAND_NAMES : undefined);
    return [
      `complete -c tersine -n __fish_use_subcommand -a ${name} -d ${quoted(COMMANDS[name].summary[language])}`,
      ...(own === undefined ? [] : [`complete -c tersine ${inside(name)} -a '${own.join(" ")}'`]),
      ...flagsOf(name).map((flag) => {
        const { value, words, short, help } = OPTIONS[flag];
        const values =
          value === undefined
            ? ""
            : words === undefined
              ? value === "file" || value === "folder"
                ? " -r -F"
                : " -x"
              : ` -x -a '${words.join(" ")}'`;
        return `complete -c tersine ${inside(name)} -l ${flag}${short === undefined ? "" : ` -s ${short}`}${values} -d ${quoted(help[language])}`;
      }),
    ];
  });
  return `# fish completion of tersine: tersine completion fish > ~/.config/fish/completions/tersine.fish\n${lines.join("\n")}\n`;
}
