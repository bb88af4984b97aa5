import { singleLine } from '../units/clean-text.ts';
import { Failure, type Choices } from '../units/failure.ts';
import { coloursOf } from './print/colours.ts';
import { EXIT, type ExitCode, type Screen } from './command.ts';
import { wrapPlainWords } from './print/wrap-plain-words.ts';
import { plainSpaces } from './print/plain-spaces.ts';
import { remedyLines, wrapped } from './print/remedy-lines.ts';

/** An error in words a person can act on, and the exit code that goes with it. */
export interface Explained {
  readonly exitCode: ExitCode;
  readonly message: string;
  readonly remedy?: string;
  /** All that may be typed instead. */
  readonly choices?: readonly Choices[];
  /** Where our own fault happened. */
  readonly stack?: string;
}

/** Tells a person's mistake from an interruption and from a fault of ours. */
export function explain(error: unknown, version: string): Explained {
  if (error instanceof Failure) {
    const exitCode = error.kind === 'usage' ? EXIT.wrongCommandLine : EXIT.dataNeedsFixing;
    const { message, remedy, choices } = error;
    return { exitCode, message, ...(remedy && { remedy }), ...(choices.length > 0 && { choices }) };
  }
  if (isInterruption(error)) return { exitCode: EXIT.interrupted, message: 'Interrupted.' };
  const cause = error instanceof Error ? error.message : String(error);
  return {
    exitCode: EXIT.ourBug,
    message: `cam stopped because of a fault of its own: ${cause || 'no reason given'}`,
    remedy:
      `This is not your data's fault. Please report it in the issues of the cam-toolkit repository: version ${version}, ` +
      'the command you typed and what --debug adds to it.',
    ...(error instanceof Error && error.stack && { stack: error.stack }),
  };
}

export interface ErrorPrinting {
  readonly screen: Screen;
  readonly debug: boolean;
  readonly json: boolean;
  readonly command: string | undefined;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** The only place that prints errors: words on stderr, or the one JSON object on stdout that a script waits for. */
export function printFailure(
  explained: Explained,
  { screen, debug, json, command, stdout, stderr }: ErrorPrinting,
): void {
  const { message, remedy, choices, stack, exitCode } = explained;
  if (json) {
    const error = { message, remedy: remedy ?? null, ...(choices && { choices }), exitCode };
    const object = {
      schemaVersion: 1,
      command: command ?? null,
      data: null,
      files: [],
      warnings: [],
      failed: [],
      error,
    };
    stdout.write(`${JSON.stringify(object, undefined, 2)}\n`);
  } else {
    const { red, bold } = coloursOf(screen);
    const mark = screen.unicode ? '✗' : 'x';
    // What was typed or stands in a file must not draw on the terminal.
    const [first = '', ...more] = wrapped(singleLine(message), screen);
    const lines = [
      `${red(mark)} ${bold(first.trimStart())}`,
      ...more.map((line) => bold(line)),
      ...(remedy ? remedyLines(singleLine(remedy), screen) : []),
      ...(choices ?? []).flatMap((each) => choiceLines(each, screen)),
    ];
    stderr.write(plainSpaces(`${lines.join('\n')}\n`));
  }
  if (debug && stack) stderr.write(`${stack}\n`);
}

function choiceLines({ heading, names }: Choices, screen: Screen): string[] {
  const { bold } = coloursOf(screen);
  const wrapped = (text: string, indent: string): string[] =>
    wrapPlainWords(singleLine(text), screen.width - indent.length).map((line) => indent + line);
  return ['', ...wrapped(heading, '  ').map((line) => bold(line)), ...wrapped(names.join(', '), '    ')];
}

/** The prompt library throws these by name when a person presses Ctrl-C in a question. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}
