import type { CommandSpec } from '../command.ts';

export const territoryCommands: readonly CommandSpec[] = [];
