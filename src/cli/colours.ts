import { Chalk, type ChalkInstance } from 'chalk';

/** The sixteen colours of a terminal, or none. */
export function coloursOf({ colour }: { readonly colour: boolean }): ChalkInstance {
  return new Chalk({ level: colour ? 1 : 0 });
}
