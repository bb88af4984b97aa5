import type { Effects } from '../app/effects.ts';
import type { PlainDate } from '../units/plain-date.ts';

/** Exit codes scripts may rely on. */
export const EXIT = {
  done: 0,
  dataNeedsFixing: 1,
  wrongCommandLine: 2,
  someFailed: 3,
  ourBug: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * One entry of the command table: cheap words for the help, and the code behind it, loaded only when it runs.
 * `usage` is commander's syntax without the program's name: `partner show <id>`; empty for `cam` alone.
 */
export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
  readonly options?: readonly (readonly [flags: string, description: string])[];
  /** Lines of the help that show the command at work. */
  readonly examples?: readonly string[];
  /** It changes nothing in the territory, so that a workbook may stand in its place; of some commands with these options only. */
  readonly readsOnly?: true | ((options: CommandLine['options']) => boolean);
  load(): Promise<{ run: Command }>;
}

export type Command = (line: CommandLine) => Promise<Outcome>;

/** What was typed, after the flags every command shares were understood. */
export interface CommandLine {
  readonly args: readonly (string | readonly string[] | undefined)[];
  /** The command's own options by their camel-case name. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly shared: SharedFlags;
  readonly effects: Effects;
  readonly screen: Screen;
}

/** Flags of every command. */
export interface SharedFlags {
  readonly workspace?: string;
  /** Folder of `out` and of the record of written pages, where it is not the territory's own: beside a workbook in its place. */
  readonly home?: string;
  readonly asOf?: PlainDate;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly json: boolean;
  readonly quiet: boolean;
  readonly noInput: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  readonly debug: boolean;
}

/** The terminal as a command may know it. */
export interface Screen {
  readonly width: number;
  readonly colour: boolean;
  readonly unicode: boolean;
  /** Both ends are a person: prompts may be shown. False with --no-input, CI or a pipe. */
  readonly interactive: boolean;
  /** What a command that is printed needs to find the same territory: ` --workspace demo`. */
  readonly again?: string;
}

/** What a command has to say when it is done: words for a person, data for a script, and the exit code. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** Printed on stdout without --json: all a person is told, the warnings and the failed partners included. */
  readonly text: string;
  /** `data` of the JSON object. */
  readonly data?: unknown;
  readonly files?: readonly WrittenFile[];
  readonly warnings?: readonly { readonly where: string; readonly message: string }[];
  readonly failed?: readonly { readonly partner: string; readonly message: string }[];
}

export interface WrittenFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: string;
  readonly partner?: string;
}
