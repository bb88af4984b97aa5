import { singleLine } from '../units/clean-text.ts';
import { Failure } from '../units/failure.ts';
import type { CommandSpec } from './command.ts';
import { commandName } from './command-table.ts';

/** Commander's complaints in our words; any other is passed on without its "error:". */
const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^unknown command '(.*)'$/, 'There is no command "$1".'],
  [/^unknown option '(.*)'$/, 'There is no flag $1.'],
  [/^missing required argument '(.*)'$/, 'The command needs <$1>.'],
  [/^option '(?:-\w, )?(--[\w-]+).*' argument missing$/, '$1 needs a value.'],
  [/^too many arguments.*Expected (\d+) arguments? but got (\d+).*$/, 'The command takes $1 words after it, not $2.'],
];

/** A mistyped command line, with the nearest thing that exists or the page that explains. */
export function usageFailure(complaint: string, typed: readonly string[], commands: readonly CommandSpec[]): Failure {
  const [first = '', ...more] = complaint.replace(/^error: /, '').split('\n(');
  const said = singleLine(first);
  const found = WORDS.find(([pattern]) => pattern.test(said));
  const message = found ? said.replace(found[0], found[1]) : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  const suggestion = more.find((part) => part.startsWith('Did you mean'));
  if (suggestion) return new Failure('usage', message, suggestion.replace(/\)$/, ''));
  const members = said.startsWith('unknown command') ? membersOf(typed[0] ?? '', commands) : [];
  return new Failure('usage', message, members.length > 0 ? thereIs(members) : helpHint(typed, commands));
}

/** A word that several commands begin with, and none of them after it. */
export function incompleteCommand(typed: readonly string[], commands: readonly CommandSpec[]): Failure {
  const word = (typed[0] === 'help' ? typed[1] : typed[0]) ?? '';
  const members = membersOf(word, commands);
  if (members.length === 0) return new Failure('usage', `There is no command "${singleLine(word)}".`, helpHint([], []));
  return new Failure('usage', `"cam ${word}" is not a whole command.`, thereIs(members));
}

/** The commands that begin with a word. */
function membersOf(word: string, commands: readonly CommandSpec[]): string[] {
  return commands.map(commandName).filter((name) => name.startsWith(`${word} `));
}

function thereIs(members: readonly string[]): string {
  return `There is: cam ${members.join(', cam ')}.`;
}

function helpHint(typed: readonly string[], commands: readonly CommandSpec[]): string {
  const line = typed.join(' ');
  const name = commands.map(commandName).find((other) => other !== '' && `${line} `.startsWith(`${other} `));
  return name ? `cam ${name} --help shows what it takes.` : 'cam --help lists the commands.';
}
