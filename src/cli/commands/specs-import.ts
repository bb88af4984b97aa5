import type { CommandSpec } from '../command.ts';

export const importCommands: readonly CommandSpec[] = [];
