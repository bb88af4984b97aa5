import type { Screen } from './command.ts';
import { isOn, type Environment, type Glance } from './shared-flags.ts';

/** What a process knows of its terminal; the part of node's `process` that is asked. */
export interface TerminalFacts {
  readonly environment: Environment;
  readonly platform: string;
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number };
  /** Asking for a stream opens it, which takes a moment: these two only where the answer depends on them. */
  readonly stdin: () => { readonly isTTY?: boolean };
  readonly stderr: () => { readonly isTTY?: boolean };
}

const DEFAULT_WIDTH = 80;

/** The screen a command may draw on. */
export function screenOf(facts: TerminalFacts, flags: Pick<Glance, 'json' | 'noColor' | 'noInput'>): Screen {
  return {
    width: widthOf(facts),
    colour: hasColour(facts, flags),
    unicode: hasUnicode(facts),
    interactive: isInteractive(facts, flags),
  };
}

function widthOf({ stdout, environment }: TerminalFacts): number {
  const columns = stdout.columns ?? Number(environment['COLUMNS']);
  return Number.isInteger(columns) && columns > 0 ? columns : DEFAULT_WIDTH;
}

/** Colour only for a person's terminal; FORCE_COLOR keeps it through a pipe. See https://no-color.org. */
function hasColour(
  { stdout, environment }: TerminalFacts,
  { json, noColor }: Pick<Glance, 'json' | 'noColor'>,
): boolean {
  if (json || noColor || environment['NO_COLOR']) return false;
  if (environment['FORCE_COLOR'] !== undefined) return isOn(environment['FORCE_COLOR']);
  return stdout.isTTY === true && environment['TERM'] !== 'dumb';
}

function hasUnicode({ environment, platform }: TerminalFacts): boolean {
  if (platform === 'win32') return Boolean(environment['WT_SESSION'] || environment['TERM_PROGRAM'] === 'vscode');
  // The console of the Linux kernel has 256 characters; "dumb" promises none.
  if (environment['TERM'] === 'linux' || environment['TERM'] === 'dumb') return false;
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'];
  // Containers and schedulers set no locale at all; what reads their output is UTF-8.
  return !locale || /utf-?8/i.test(locale);
}

/** With --json the answer goes to stdout and the questions to stderr. */
function isInteractive(
  { stdin, stdout, stderr, environment }: TerminalFacts,
  flags: Pick<Glance, 'json' | 'noInput'>,
): boolean {
  if (flags.noInput || isOn(environment['CI']) || environment['TERM'] === 'dumb') return false;
  return (flags.json ? stderr() : stdout).isTTY === true && stdin().isTTY === true;
}
