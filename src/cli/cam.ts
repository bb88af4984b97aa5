import { isatty } from 'node:tty';
import { version } from '../../package.json';
import { coloursOf } from './colours.ts';
import type { Screen } from './command.ts';
import { commandName, COMMANDS } from './command-table.ts';
import { explain, printFailure } from './failure.ts';
import { parseCommandLine, type Run } from './parse-command-line.ts';
import { printOutcome } from './print-outcome.ts';
import { watchProcess } from './process-events.ts';
import { progressOn, type Progress } from './progress.ts';
import { screenOf } from './screen.ts';
import { glanceAt, readSharedFlags, type Glance } from './shared-flags.ts';
import { todayOn } from './today.ts';

/** Runs one command line (without the program's own name), prints its answer and returns the exit code. Never throws. */
export async function run(argv: readonly string[]): Promise<number> {
  const glance = glanceAt(argv, process.env);
  const session: Session = {
    screen: screenFor(glance),
    progress: progressOn(process.stderr, { quiet: glance.quiet, renewing: !glance.noColor }),
    command: undefined,
  };
  const failed = (error: unknown): number => fail(error, glance, session);
  watchProcess({ failed, interrupted: () => interrupt(session) });
  try {
    const style = { colours: coloursOf(session.screen), width: session.screen.width };
    const request = parseCommandLine(argv, { commands: COMMANDS, version, style });
    if (request.kind === 'run') return await answer(request, session);
    process.stdout.write(request.text);
    return 0;
  } catch (error) {
    return failed(error);
  }
}

/** What stays the same while one command runs, and its name once that is known. */
interface Session {
  readonly screen: Screen;
  readonly progress: Progress;
  command: string | undefined;
}

async function answer({ spec, args, options, flags }: Run, session: Session): Promise<number> {
  const command = commandName(spec) || 'status';
  session.command = command;
  const shared = readSharedFlags(flags, process.env);
  const effects = {
    currentFolder: process.cwd(),
    today: todayOn(new Date()),
    progress: (line: string) => session.progress.show(line),
  };
  const loaded = await spec.load();
  const outcome = await loaded.run({ args, options, shared, effects, screen: session.screen });
  session.progress.clear();
  printOutcome(outcome, { command, json: shared.json, stdout: process.stdout });
  return outcome.exitCode;
}

function screenFor(glance: Glance): Screen {
  const { env: environment, platform, stdout, stderr } = process;
  // Asking for process.stdin itself would open it.
  return screenOf({ environment, platform, stdin: { isTTY: isatty(0) }, stdout, stderr }, glance);
}

function fail(error: unknown, glance: Glance, { screen, progress, command }: Session): number {
  progress.clear();
  const explained = explain(error, version);
  const { stdout, stderr } = process;
  printFailure(explained, { screen, command, stdout, stderr, json: glance.json, debug: glance.debug });
  return explained.exitCode;
}

function interrupt({ progress }: Session): void {
  progress.clear();
  process.stderr.write('\nInterrupted. Every file written so far is whole.\n');
}
