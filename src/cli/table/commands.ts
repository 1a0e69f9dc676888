import type { Sentence } from "../../base/sentence.ts";
import { type FlagName, OPTIONS_BY_PART } from "./options.ts";

export interface Command {
  readonly summary: Sentence;
  /** What stands behind the name, without flags. */
  readonly operands?: Sentence;
  /** Words that the operands may be, for completion. */
  readonly words?: readonly string[];
  readonly takes: readonly FlagName[];
  /** Further flags by the first operand, of a command that does several things. */
  readonly parts?: Readonly<Record<string, readonly FlagName[]>>;
  readonly examples: readonly string[];
}

const INPUT = Object.keys(OPTIONS_BY_PART.input) as readonly (keyof typeof OPTIONS_BY_PART.input)[];
const FILES = INPUT.filter((flag) => flag !== "history");
const PLAN = Object.keys(OPTIONS_BY_PART.plan) as readonly (keyof typeof OPTIONS_BY_PART.plan)[];
const WRITING = ["force", "dry-run", "quiet", "json"] as const;
const TABLES = ["excel", "out-delimiter"] as const;

/** Flags of every command. */
const EVERYWHERE = ["language", "help"] as const;

const COMMAND_TABLE = {
  studio: {
    summary: {
      en: "Write a page that matches your files in a browser, offline",
      tr: "Dosyalarınızı tarayıcıda, ağ bağlantısı olmadan eşleştiren bir sayfa yazar",
    },
    takes: ["out", "force", "quiet"],
    examples: ["tersine studio", "tersine studio --out page.html --language tr"],
  },
  sample: {
    summary: { en: "Write a small programme to begin with", tr: "Başlamak için küçük bir örnek program yazar" },
    operands: { en: "[FOLDER]", tr: "[KLASÖR]" },
    takes: ["force", "quiet"],
    examples: ["tersine sample", "tersine match"],
  },
  match: {
    summary: {
      en: "Make the pairs, to standard output or to files",
      tr: "Eşleştirmeyi yapar, ekrana ya da dosyalara yazar",
    },
    takes: [
      ...[...INPUT, ...PLAN, ...TABLES, ...WRITING],
      ...(["out", "unmatched", "result", "rejected", "report", "cards", "sort"] as const),
      ...(["invitations", "template", "meeting-minutes"] as const),
    ],
    examples: [
      "tersine match --people people.csv --mentors mentors.csv --mentees mentees.csv",
      "tersine match --out pairs.xlsx --report report.html --language tr",
      "tersine match --previous pairs.csv --max-changes 3 --out new.csv",
    ],
  },
  check: {
    summary: {
      en: "Say what was understood of the files, and every problem by line",
      tr: "Dosyalardan ne anlaşıldığını ve her sorunu satırıyla söyler",
    },
    takes: [...FILES, "json", "quiet"],
    examples: ["tersine check --mentors mentors.csv --mentees mentees.csv"],
  },
  explain: {
    summary: {
      en: "Say why two people are or are not a pair, or what a code means",
      tr: "İki kişinin neden eşleştiğini ya da eşleşmediğini veya bir kodun anlamını söyler",
    },
    operands: { en: "MENTOR MENTEE | CODE", tr: "MENTOR MENTEE | KOD" },
    takes: [...INPUT, "json", "quiet"],
    examples: ["tersine explain ece haluk", "tersine explain ROLE_UNKNOWN"],
  },
  compare: {
    summary: { en: "Say what differs between two results", tr: "İki sonuç arasındaki farkları söyler" },
    operands: { en: "OLD NEW", tr: "ESKİ YENİ" },
    takes: ["json", "delimiter", "encoding"],
    examples: ["tersine compare old.json new.json", "tersine compare pairs.csv new.xlsx"],
  },
  audit: {
    summary: { en: "Say how groups fare at each stage", tr: "Grupların her aşamadaki durumunu söyler" },
    operands: { en: "[RESULT]", tr: "[SONUÇ]" },
    takes: [...INPUT, "groups", "column", "outcomes", "out", "report", ...WRITING],
    examples: ["tersine audit --groups groups.csv --column gender --report audit.html"],
  },
  evaluate: {
    summary: { en: "Say what became of the pairs", tr: "Eşleşmelerin nasıl gittiğini söyler" },
    operands: { en: "[RESULT]", tr: "[SONUÇ]" },
    takes: [...INPUT, "outcomes", "out", "report", ...WRITING],
    examples: ["tersine evaluate result.json --outcomes feedback.csv --report page.html"],
  },
  learn: {
    summary: {
      en: "Say whether ratings ask for other weights",
      tr: "Değerlendirmelerin başka ağırlıklar gerektirip gerektirmediğini söyler",
    },
    operands: { en: "[RESULT]", tr: "[SONUÇ]" },
    takes: [...INPUT, "outcomes", "out", ...WRITING],
    examples: ["tersine learn result.json --outcomes feedback.csv"],
  },
  talks: {
    summary: {
      en: "Plan whom everybody talks with before pairs are fixed",
      tr: "Eşleşmeler kesinleşmeden önce kimin kiminle görüşeceğini planlar",
    },
    takes: [
      ...[...INPUT, ...TABLES, ...WRITING],
      ...(["out", "result", "form", "slots", "invitations"] as const),
      ...(["mentee-talks", "mentor-talks", "hard", "favourite", "spread"] as const),
    ],
    examples: ["tersine talks --mentee-talks 3 --mentor-talks 2-4 --out talks.csv --result talks.json --form form.csv"],
  },
  decide: {
    summary: { en: "Make the pairs after the talks", tr: "Görüşmelerden sonra eşleşmeleri belirler" },
    takes: [
      ...[...INPUT, ...TABLES, ...WRITING],
      ...(["talks", "feedback", "both", "weight", "unmet"] as const),
      ...(["out", "unmatched", "result", "report", "cards", "sort"] as const),
    ],
    examples: ["tersine decide --talks talks.json --feedback form.csv --out pairs.csv"],
  },
  groups: {
    summary: {
      en: "Make groups: several mentors for a mentee, or circles",
      tr: "Gruplar kurar: bir mentee için birkaç mentor ya da çemberler",
    },
    takes: [...INPUT, ...TABLES, ...WRITING, "circle", "group-mentors", "group-mentees", "joint", "out", "result"],
    examples: ["tersine groups --group-mentors 2-3 --out groups.csv", "tersine groups --circle 4-6 --joint none"],
  },
  pool: {
    summary: {
      en: "Match those of a pool who have a free place, or try policies",
      tr: "Havuzda boş kontenjanı olanları eşleştirir ya da politikaları dener",
    },
    operands: { en: "step POOL|new | simulate EVENTS", tr: "step HAVUZ|new | simulate OLAYLAR" },
    words: ["step", "simulate"],
    takes: ["policy", "input", "config", "out", ...WRITING],
    parts: { step: ["now", "events", "result"], simulate: ["report"] },
    examples: [
      "tersine pool step new --now 2027-03-01 --events joins.json --out pool.json",
      "tersine pool simulate events.json --policy 1,7,30 --report policies.html",
    ],
  },
  schema: {
    summary: {
      en: "Write the JSON Schema of the input, of a configuration, or of a result",
      tr: "Girdinin, yapılandırmanın ya da sonucun JSON şemasını yazar",
    },
    operands: { en: "[input|config|result]", tr: "[input|config|result]" },
    words: ["input", "config", "result"],
    takes: [],
    examples: ["tersine schema config"],
  },
  completion: {
    summary: { en: "Write the completion for a shell", tr: "Kabuk için tamamlama betiğini yazar" },
    operands: { en: "bash|zsh|fish", tr: "bash|zsh|fish" },
    words: ["bash", "zsh", "fish"],
    takes: [],
    examples: [
      'eval "$(tersine completion bash)"',
      "tersine completion fish > ~/.config/fish/completions/tersine.fish",
    ],
  },
  help: {
    summary: { en: "Tell more of a command", tr: "Bir komutu anlatır" },
    operands: { en: "[COMMAND]", tr: "[KOMUT]" },
    takes: [],
    examples: ["tersine help match"],
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof COMMAND_TABLE;

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = COMMAND_TABLE;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The flags of a command, those of every command behind its own. */
export function flagsOf(name: CommandName, part?: string): readonly FlagName[] {
  const { takes, parts = {} } = COMMANDS[name];
  const further = part === undefined ? Object.values(parts).flat() : (parts[part] ?? []);
  return [...takes, ...further, ...EVERYWHERE];
}
