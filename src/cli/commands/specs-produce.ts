import type { CommandSpec } from '../command.ts';

/** Commands that make pages: scorecards, decks, the status, the evidence behind a figure. */
export const produceCommands: readonly CommandSpec[] = [];
