import type { Colours } from './print/colours.ts';
import type { CommandSpec } from './command.ts';
import { commandName, HELP_GROUPS } from './command-table.ts';
import { SHARED_OPTIONS } from './shared-flags.ts';
import { twoColumns } from './print/two-columns.ts';

export interface HelpStyle {
  readonly colours: Colours;
  readonly width: number;
}

const EXAMPLES = ['cam init demo --sample', 'cd demo && cam qbr --all', 'cam why larkmoor-managed-services pace'];
const LEFT_WIDTH = 21;
const MOST_WIDTH = 100;

/** The help of the program: its commands in groups, the flags they share, examples. */
export function programHelp(commands: readonly CommandSpec[], style: HelpStyle): string {
  const { bold, dim } = style.colours;
  const groups = HELP_GROUPS.flatMap(({ title, commands: names }) => {
    const members = names.flatMap((name) => commands.filter((spec) => commandName(spec) === name));
    const entries = members.map((spec): Entry => [commandName(spec) || '(no command)', spec.summary]);
    return entries.length === 0 ? [] : ['', bold(title), ...rows(entries, style)];
  });
  return page([
    `${bold('cam')}  quarterly reviews, scorecards and plans for every channel partner`,
    '',
    dim('Usage: cam COMMAND [flags]'),
    ...groups,
    '',
    bold('Flags of every command'),
    ...rows(PROGRAM_OPTIONS, style),
    ...exampleLines(EXAMPLES, style),
    '',
    dim('cam COMMAND --help explains one command.'),
  ]);
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec, style: HelpStyle): string {
  const { bold, dim } = style.colours;
  const options = spec.options ?? [];
  return page([
    spec.summary,
    '',
    dim(`Usage: cam ${spec.usage}${options.length > 0 ? ' [flags]' : ''}`),
    ...(options.length > 0 ? ['', bold('Flags'), ...rows(options, style)] : []),
    '',
    bold('Flags of every command'),
    ...rows(SHARED_OPTIONS, style),
    ...exampleLines(spec.examples ?? [], style),
  ]);
}

/** The help of a word that several commands begin with: `cam partner`. */
export function groupHelp(word: string, commands: readonly CommandSpec[], style: HelpStyle): string {
  const { bold, dim } = style.colours;
  return page([
    bold(`cam ${word}`),
    '',
    ...rows(
      commands.map(({ usage, summary }) => [usage, summary]),
      style,
    ),
    '',
    dim(`cam ${word} COMMAND --help explains one of them.`),
  ]);
}

/** A word of the command line and what it does. */
type Entry = readonly [word: string, meaning: string];

const PROGRAM_OPTIONS = [
  ...SHARED_OPTIONS,
  ['--version', 'the version of cam'],
  ['-h, --help', 'this page, or that of a command'],
] as const;

function rows(entries: readonly Entry[], { colours, width }: HelpStyle): string[] {
  return twoColumns(entries, { width: Math.min(width, MOST_WIDTH), paint: colours.cyan, leftWidth: LEFT_WIDTH });
}

function exampleLines(examples: readonly string[], { colours }: HelpStyle): string[] {
  if (examples.length === 0) return [];
  return ['', colours.bold('Examples'), ...examples.map((example) => `  ${colours.cyan(example)}`)];
}

function page(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
