import type { Screen } from '../command.ts';
import { typedCommand } from './typed-command.ts';
import { wrapPlainWords } from './wrap-plain-words.ts';

/** "Make one: cam plan business acme --edit": the words, and the command that ends them. */
const ENDS_WITH_COMMAND = /^(?:(.*): )?(cam (?!init\b|--)[^:;]*)$/;
/** "cam check partners/acme shows every problem." */
const BEGINS_WITH_COMMAND = /^(cam (?!--)[^:;]*?)( shows .*)$/;
/** "Add it: rates: [{ from: USD, to: EUR … }]": the words, and what is to be copied into a file. */
const ENDS_WITH_SNIPPET = /^(.*?): ((?:[a-z_]+: \[|- )\{.*\}\]?)$/;
/** Words behind a command, and commands that say already where they work. */
const NOT_A_COMMAND = /, or |\. |\.$|--help|--workspace/;

/** What is to be done about a mistake, each command in it as it has to be typed; lines of the screen, a command, or a line to copy, is never broken. */
export function remedyLines(remedy: string, screen: Screen): string[] {
  const [, before, snippet] = ENDS_WITH_SNIPPET.exec(remedy) ?? [];
  if (before !== undefined && !fits(remedy, screen)) return [...wrapped(`${before}:`, screen), `    ${snippet}`];
  const begins = BEGINS_WITH_COMMAND.exec(remedy);
  if (begins && !NOT_A_COMMAND.test(begins[1]!)) {
    return wrapped(`${typedCommand(begins[1]!, screen)}${begins[2]!}`, screen);
  }
  const [, words, command] = ENDS_WITH_COMMAND.exec(remedy) ?? [];
  if (command === undefined || NOT_A_COMMAND.test(command)) return wrapped(remedy, screen);
  const typed = typedCommand(command, screen);
  const whole = words === undefined ? typed : `${words}: ${typed}`;
  if (words === undefined || fits(whole, screen)) return [`  ${whole}`];
  return [...wrapped(`${words}:`, screen), `    ${typed}`];
}

/** Lines of a terminal; without one, lines are for a script, which looks for whole sentences. */
export function wrapped(text: string, screen: Screen): string[] {
  if (fits(text, screen)) return [`  ${text}`];
  return wrapPlainWords(text, Math.max(20, screen.width - 2)).map((line) => `  ${line}`);
}

function fits(text: string, { width, interactive }: Screen): boolean {
  return !interactive || text.length + 2 <= width;
}
