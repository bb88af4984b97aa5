import { version } from '../../package.json';
import { coloursOf } from './print/colours.ts';
import type { Outcome, Screen } from './command.ts';
import { commandName, COMMANDS } from './command-table.ts';
import { setEngineFlag } from './engine-flags.ts';
import { explain, printFailure } from './failure.ts';
import { programHelp, type HelpStyle } from './help.ts';
import type { Run } from './parse-command-line.ts';
import { printOutcome } from './print-outcome.ts';
import { leaveWhenNobodyReads, watchProcess } from './process-events.ts';
import { progressOn, type Progress } from './progress.ts';
import { screenOf } from './screen.ts';
import { againIn, glanceAt, readSharedFlags, type Glance } from './shared-flags.ts';
import { todayOn } from './today.ts';
import type { OnWorkbook } from './workbook-workspace.ts';

/** Runs one command line (without the program's own name), prints its answer and returns the exit code. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  leaveWhenNobodyReads(process.stdout);
  const glance = glanceAt(argv, process.env);
  const screen = screenFor(glance);
  const style = { colours: coloursOf(screen), width: screen.width };
  const page = pageOf(argv, style);
  if (page === undefined) return runCommand(argv, { glance, screen, style });
  process.stdout.write(page);
  return 0;
}

/** The two pages most often asked for need no grammar: loading commander takes longer than printing them. */
function pageOf(argv: readonly string[], style: HelpStyle): string | undefined {
  const [first = '', ...more] = argv.filter((word) => word !== '--no-color');
  if (more.length > 0) return undefined;
  if (first === '--version') return `${version}\n`;
  return ['--help', '-h', 'help'].includes(first) ? programHelp(COMMANDS, style) : undefined;
}

/** What stays the same while one command runs. */
interface Session {
  readonly glance: Glance;
  readonly screen: Screen;
  readonly style: HelpStyle;
}

async function runCommand(argv: readonly string[], { glance, style, ...session }: Session): Promise<number> {
  const progress = progressOn(process.stderr, { quiet: glance.quiet, renewing: !glance.noColor });
  let { screen } = session;
  let command: string | undefined;
  const failed = (error: unknown): number => {
    progress.clear();
    const explained = explain(error, version);
    const { stdout, stderr } = process;
    printFailure(explained, { screen, command, stdout, stderr, json: glance.json, debug: glance.debug });
    return explained.exitCode;
  };
  watchProcess({ failed, progress });
  optimiseLate();
  try {
    const { parseCommandLine } = await import('./parse-command-line.ts');
    const request = parseCommandLine(argv, { commands: COMMANDS, version, style });
    if (request.kind === 'print') {
      process.stdout.write(request.text);
      return 0;
    }
    command = commandName(request.spec) || 'status';
    screen = { ...screen, again: againIn(request.flags) };
    return await answer(request, { command, screen, progress });
  } catch (error) {
    return failed(error);
  }
}

interface Answering {
  readonly command: string;
  readonly screen: Screen;
  readonly progress: Progress;
}

async function answer({ spec, args, options, flags }: Run, { command, screen, progress }: Answering): Promise<number> {
  const shared = readSharedFlags(flags, process.env);
  const effects = {
    currentFolder: process.cwd(),
    today: todayOn(new Date()),
    progress: (line: string) => progress.show(line),
  };
  const loaded = await spec.load();
  const line = { args, options, shared, effects, screen };
  const outcome = WORKBOOK.test(shared.workspace ?? '')
    ? await onWorkbook({ spec, run: loaded.run, line })
    : await loaded.run(line);
  progress.clear();
  printOutcome(outcome, { command, json: shared.json, stdout: process.stdout });
  return outcome.exitCode;
}

/** Somebody who keeps everything in one workbook names it in the territory's place. */
const WORKBOOK = /\.xls[xm]$/i;

async function onWorkbook(wanted: OnWorkbook): Promise<Outcome> {
  const { runOnWorkbook } = await import('./workbook-workspace.ts');
  return runOnWorkbook(wanted);
}

function screenFor(glance: Glance): Screen {
  const { env: environment, platform } = process;
  return screenOf(
    { environment, platform, stdout: process.stdout, stdin: () => process.stdin, stderr: () => process.stderr },
    glance,
  );
}

/**
 * Makes the engine wait before it optimises a function. A command lives for a second or two, and at the usual budget a fifth of what it
 * computes is the optimising of functions that end soon after; those of a long run reach this one too.
 */
function optimiseLate(): void {
  setEngineFlag('interrupt-budget', 500_000);
}
