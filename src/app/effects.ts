import type { PlainDate } from '../units/plain-date.ts';

/** What a use case may do to the world outside, handed in so that it can be watched and replaced. */
export interface Effects {
  /** Folder the command was started in. */
  readonly currentFolder: string;
  /** The day it is run; read from the clock once. */
  readonly today: PlainDate;
  /** One line about work under way; goes to stderr and is dropped with --quiet. */
  progress(line: string): void;
}
