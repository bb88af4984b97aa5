import { describe, expect, it } from 'vitest';
import { COMMANDS, commandName, HELP_GROUPS } from '../../src/cli/command-table.ts';

describe('the table of contents of the help', () => {
  it('names every command there is, each once', () => {
    const listed = HELP_GROUPS.flatMap(({ commands }) => commands);
    expect(listed.toSorted()).toEqual(COMMANDS.map(commandName).toSorted());
  });
});
