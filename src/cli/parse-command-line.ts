import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec } from './command.ts';
import { commandName } from './command-table.ts';
import { commandHelp, groupHelp, programHelp, type HelpStyle } from './help.ts';
import { onceOrList } from './repeated-flag.ts';
import { SHARED_OPTIONS, type TypedFlags } from './shared-flags.ts';
import { incompleteCommand, usageFailure } from './usage-failure.ts';

/** A command with everything that was typed for it. */
export interface Run {
  readonly kind: 'run';
  readonly spec: CommandSpec;
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly flags: TypedFlags;
}

/** What the command line asks for: a page of text, or a command. */
export type Request = { readonly kind: 'print'; readonly text: string } | Run;

export interface Grammar {
  readonly commands: readonly CommandSpec[];
  readonly version: string;
  readonly style: HelpStyle;
}

/**
 * Reads a command line without the program's own name.
 * @throws Failure (usage) with the nearest command or flag when something is mistyped or missing.
 */
export function parseCommandLine(argv: readonly string[], grammar: Grammar): Request {
  const parsed: Parsed = { printed: '' };
  const program = programOf(grammar, parsed);
  try {
    const bare = bareRun(argv, grammar.commands);
    if (bare) return bare;
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'print', text: parsed.printed };
    if (error.code !== 'commander.help') throw usageFailure(error.message, program.args, grammar.commands);
    throw incompleteCommand(program.args, grammar.commands);
  }
  if (!parsed.run) throw new Error('The command line was read, and no command was chosen.');
  return parsed.run;
}

/** `cam` alone, with nothing but shared flags. Commander would take a mistyped command for its argument, so it stays out of the tree. */
function bareRun(argv: readonly string[], commands: readonly CommandSpec[]): Run | undefined {
  const bare = commands.find((spec) => spec.usage === '');
  const program = rootCommand(() => undefined);
  const { operands, unknown } = program.parseOptions([...argv]);
  return bare && operands.length + unknown.length === 0 ? runOf(bare, program, { args: [], options: {} }) : undefined;
}

/** What every command line may hold; complaints are thrown, and only they. */
function rootCommand(writeOut: (text: string) => void): Command {
  const program = new Command('cam').exitOverride().configureOutput({ writeOut, writeErr: () => undefined });
  for (const [flags, description] of SHARED_OPTIONS) program.addOption(onceOrList(new Option(flags, description)));
  return program;
}

/** Commander calls back; this is where its answers meet. */
interface Parsed {
  printed: string;
  run?: Run;
}

function programOf({ commands, version, style }: Grammar, parsed: Parsed): Command {
  const program = rootCommand((text) => void (parsed.printed += text))
    .version(version, '--version')
    .configureHelp({ formatHelp: () => programHelp(commands, style) });
  for (const spec of commands) {
    if (spec.usage !== '') addCommand(program, spec, { commands, style, parsed });
  }
  return program;
}

interface Setting {
  readonly commands: readonly CommandSpec[];
  readonly style: HelpStyle;
  readonly parsed: Parsed;
}

function addCommand(program: Command, spec: CommandSpec, { commands, style, parsed }: Setting): void {
  const name = commandName(spec);
  const command = name.split(' ').reduce((parent, word) => {
    const known = parent.commands.find((child) => child.name() === word);
    if (known) return known;
    const members = commands.filter((other) => commandName(other).startsWith(`${word} `));
    return parent.command(word).configureHelp({ formatHelp: () => groupHelp(word, members, style) });
  }, program);
  const words = spec.usage.slice(name.length).trim();
  if (words !== '') command.arguments(words);
  command.configureHelp({ formatHelp: () => commandHelp(spec, style) });
  for (const [flags, description] of spec.options ?? []) command.addOption(onceOrList(new Option(flags, description)));
  command.action(() => {
    parsed.run = runOf(spec, program, { args: command.processedArgs as Run['args'], options: command.opts() });
  });
}

function runOf(spec: CommandSpec, program: Command, typed: Pick<Run, 'args' | 'options'>): Run {
  return { kind: 'run', spec, ...typed, flags: program.opts() };
}
