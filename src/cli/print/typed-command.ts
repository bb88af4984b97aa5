import type { Screen } from '../command.ts';

/** A command to go on with, as it has to be typed to work in the same territory: `cam qbr --all --workspace demo`. */
export function typedCommand(command: string, { again = '' }: Pick<Screen, 'again'>): string {
  return command + again;
}
