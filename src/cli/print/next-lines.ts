import { coloursOf } from './colours.ts';
import type { Screen } from '../command.ts';
import { typedCommand } from './typed-command.ts';

/** A command to go on with: the word before it, what it is for, and the command as it is typed. */
export interface NextCommand {
  readonly word: string;
  readonly what?: string;
  readonly command: string;
}

/** What comes next. A command stands on one line with nothing behind it, to be copied. */
export function nextLines({ word, what, command }: NextCommand, screen: Screen): string[] {
  const { bold, cyan } = coloursOf(screen);
  const typed = cyan(typedCommand(command, screen));
  return what === undefined ? [`${bold(word)}  ${typed}`] : [`${bold(word)}  ${what}`, `  ${typed}`];
}
