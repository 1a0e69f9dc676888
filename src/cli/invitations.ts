import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { type Config, type MatchInput, type MatchResult, TersineError } from "../index.ts";
import { type InvitationOptions, invitationsOf, type ReadOutcome } from "../io/index.ts";
import { readTemplate } from "../io/invitations/template.ts";
import { EXIT, Failure } from "./failure.ts";
import { checkOutputs } from "./files.ts";
import type { Arguments } from "./flags.ts";
import { readInEither, readingOf } from "./input.ts";
import type { Language, Terminal } from "./terminal.ts";
import { SAID } from "./words.ts";

/** How invitations are made, and where they go. */
export interface InvitationWishes {
  readonly folder: string;
  readonly options: InvitationOptions;
}

/**
 * Reads what the flags say of invitations, and refuses a folder that holds files already, or what is read: nothing of an
 * earlier plan may be taken for this one's.
 */
export async function readInvitationWishes(
  given: Arguments,
  config: Config,
  language: Language,
  terminal: Terminal,
): Promise<InvitationWishes | undefined> {
  const folder = given.text("invitations");
  const template = given.text("template");
  const { encoding } = readingOf(given, config);
  const minutes = meetingMinutes(given);
  if (folder === undefined) {
    if (template === undefined && minutes === undefined) return undefined;
    throw new Failure(EXIT.usage, "FLAG_CONFLICT", "--template and --meeting-minutes go with --invitations.");
  }
  await checkFolder(folder, given, config, terminal);
  const isChosen = template !== undefined || given.text("language") !== undefined || config.language !== undefined;
  return {
    folder,
    options: {
      languages: isChosen ? [language] : ["en", "tr"],
      ...(minutes === undefined ? {} : { minutes }),
      ...(template === undefined ? {} : { templates: { [language]: await readChecked(template, encoding, terminal) } }),
    },
  };
}

function meetingMinutes(given: Arguments): number | undefined {
  const text = given.text("meeting-minutes");
  if (text === undefined) return undefined;
  if (/^[0-9]{1,3}$/u.test(text) && Number(text) >= 5 && Number(text) <= 480) return Number(text);
  throw new Failure(EXIT.usage, "FLAG_VALUE", "--meeting-minutes: expected a whole number from 5 to 480.");
}

async function readChecked(path: string, encoding: string | undefined, terminal: Terminal): Promise<string> {
  const source = await readInEither(path, encoding, terminal);
  if (source instanceof Failure) throw source;
  const { name, text } = source;
  try {
    readTemplate(text, "");
    return text;
  } catch (cause) {
    if (!(cause instanceof TersineError)) throw cause;
    const details = cause.issues.map(({ message }) => ({ file: name, message }));
    throw new Failure(EXIT.data, cause.code, "the template of the invitations cannot be used", { cause, details });
  }
}

async function checkFolder(folder: string, given: Arguments, config: Config, { cwd }: Terminal): Promise<void> {
  const name = basename(resolve(cwd, folder));
  const known = await stat(resolve(cwd, folder)).catch(() => undefined);
  if (known === undefined) return;
  if (!known.isDirectory()) throw new Failure(EXIT.files, "FILE_NOT_FOLDER", `${name}: expected a folder, got a file.`);
  const calendars = given.text("calendars") ?? config.calendars;
  const read = calendars === undefined ? undefined : await stat(resolve(cwd, calendars)).catch(() => undefined);
  if (read?.dev === known.dev && read.ino === known.ino)
    throw new Failure(EXIT.usage, "OUTPUT_IS_INPUT", `${name}: expected another folder than that of the calendars.`);
  if (given.isSet("force") || (await readdir(resolve(cwd, folder))).length === 0) return;
  const message = `${name}: the folder is not empty. Name another one, or say --force to replace files of the same names.`;
  throw new Failure(EXIT.files, "OUTPUT_EXISTS", message);
}

/** The files of the invitations by path, and what is to be told of them. */
export function invitationFiles(
  { folder, options }: InvitationWishes,
  input: MatchInput,
  result: MatchResult,
  { addressOf }: Pick<ReadOutcome, "addressOf">,
  language: Language,
): { readonly files: ReadonlyMap<string, string>; readonly notes: string } {
  const { files, withoutMeeting } = invitationsOf(input, result, { ...options, addressOf });
  const calendars = files.filter(({ name }) => name.endsWith(".ics")).length;
  const said = SAID[language];
  const told = said.invitations(calendars, files.length - calendars, basename(folder));
  const without = withoutMeeting.map(({ mentorId, menteeId }) => `${said.noCommonTime}: ${mentorId} ${menteeId}\n`);
  return {
    files: new Map(files.map(({ name, text }) => [join(folder, name), text])),
    notes: `${told}\n${without.join("")}`,
  };
}

/** Makes the folder, and refuses to replace what is read. */
export async function makeFolder(
  { folder }: InvitationWishes,
  files: ReadonlyMap<string, string>,
  inputs: readonly string[],
  given: Arguments,
  { cwd }: Terminal,
): Promise<void> {
  const path = resolve(cwd, folder);
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    const message = `${basename(path)}: the folder cannot be made.`;
    throw new Failure(EXIT.files, "OUTPUT_DIR_MISSING", message, { cause });
  });
  await checkOutputs([...files.keys()], inputs, cwd, given.isSet("force"));
}
