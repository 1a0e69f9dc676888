import { type CommandName, COMMAND_NAMES, COMMANDS, flagsOf } from "./table/commands.ts";
import { type FlagName, OPTIONS, OPTIONS_BY_PART, PARTS, type ValueKind } from "./table/options.ts";
import type { Language } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

const WORDS = {
  en: {
    title: "tersine: reverse mentoring, matched exactly",
    usage: "Usage: tersine COMMAND [FLAGS]",
    commands: "Commands",
    more: "Flags and examples of a command: tersine help COMMAND, or tersine COMMAND --help",
    first: "First steps: tersine sample, then tersine match",
    examples: "Examples",
    flags: "[FLAGS]",
    either: "one of",
    exit: "Exit",
    exits: "0 ok, 1 bug, 2 usage, 3 invalid data, 4 infeasible, 5 limit, 6 files, 130 interrupted",
  },
  tr: {
    title: "tersine: tersine mentorluk için kanıtlı eşleştirme",
    usage: "Kullanım: tersine KOMUT [SEÇENEKLER]",
    commands: "Komutlar",
    more: "Bir komutun seçenekleri ve örnekleri: tersine help KOMUT",
    first: "İlk adımlar: tersine sample, sonra tersine match",
    examples: "Örnekler",
    flags: "[SEÇENEKLER]",
    either: "şunlardan biri:",
    exit: "Çıkış",
    exits:
      "0 tamam, 1 program hatası, 2 kullanım, 3 geçersiz veri, 4 koşullar karşılanamıyor, 5 sınır, 6 dosyalar, 130 durduruldu",
  },
} as const;

const VALUES: Readonly<Record<Language, Readonly<Record<ValueKind, string>>>> = {
  en: { file: "FILE", folder: "FOLDER", number: "NUMBER", text: "TEXT", word: "WORD" },
  tr: { file: "DOSYA", folder: "KLASÖR", number: "SAYI", text: "METİN", word: "SÖZCÜK" },
};

/** What `--help` prints: all commands, or one with its flags. */
export function helpText(language: Language, command?: CommandName): string {
  return command === undefined ? overview(language) : helpOf(command, language);
}

function overview(language: Language): string {
  const words = WORDS[language];
  const commands = COMMAND_NAMES.map((name) => row(name, COMMANDS[name].summary[language], 14));
  const exit = row(words.exit, words.exits, 10, 0);
  return [
    words.title,
    "",
    words.usage,
    "",
    words.commands,
    ...commands,
    "",
    words.first,
    words.more,
    "",
    exit,
    "",
  ].join("\n");
}

function helpOf(name: CommandName, language: Language): string {
  const words = WORDS[language];
  const { summary, operands, examples } = COMMANDS[name];
  const usage = ["tersine", name, ...(operands === undefined ? [] : [operands[language]]), words.flags].join(" ");
  const flags = new Set(flagsOf(name));
  const parts = Object.entries(OPTIONS_BY_PART).flatMap(([part, options]) => {
    const own = (Object.keys(options) as FlagName[]).filter((flag) => flags.has(flag));
    const rows = own.map((flag) => row(called(flag, language), told(flag, language), 28));
    return own.length === 0 ? [] : ["", PARTS[part as keyof typeof PARTS][language], ...rows];
  });
  const shown = examples.map((example) => `  ${example}`);
  return [usage, "", ...wrapped(`${summary[language]}.`, WIDTH), ...parts, "", words.examples, ...shown, ""].join("\n");
}

/** `--people FILE`, `-h, --help`. */
function called(flag: FlagName, language: Language): string {
  const { value, short, isMultiple } = OPTIONS[flag];
  const shown = value === undefined ? "" : ` ${VALUES[language][value]}${isMultiple === true ? "..." : ""}`;
  return `${short === undefined ? "" : `-${short}, `}--${flag}${shown}`;
}

function told(flag: FlagName, language: Language): string {
  const { help, words } = OPTIONS[flag];
  return words === undefined ? help[language] : `${help[language]} (${WORDS[language].either} ${words.join(", ")})`;
}

/** Width of the help, so that it stands whole on the narrowest usual terminal. */
const WIDTH = 80;

/** A name and what it means, beside each other; the rest of a long text stands below its beginning. */
function row(name: string, text: string, column: number, indent = 2): string {
  const head = `${" ".repeat(indent)}${name}`;
  const lines = wrapped(text, WIDTH - column);
  const gap = `\n${" ".repeat(column)}`;
  return head.length + 1 < column ? head.padEnd(column) + lines.join(gap) : [head, ...lines].join(gap);
}
