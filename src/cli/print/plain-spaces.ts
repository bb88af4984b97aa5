import { NO_BREAK_SPACE } from '../../units/format.ts';

/** A terminal breaks no lines of its own accord; a space that looks like one is easier to copy and to search. */
export function plainSpaces(text: string): string {
  return text.replaceAll(NO_BREAK_SPACE, ' ');
}
