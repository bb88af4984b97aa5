import type { Outcome } from './command.ts';

export interface OutcomePrinting {
  readonly command: string;
  readonly json: boolean;
  readonly stdout: { write(text: string): unknown };
}

/** Prints what a command has to say: its text, or exactly one JSON object. */
export function printOutcome(outcome: Outcome, { command, json, stdout }: OutcomePrinting): void {
  if (json) {
    const { data = null, files = [], warnings = [], failed = [] } = outcome;
    stdout.write(`${JSON.stringify({ schemaVersion: 1, command, data, files, warnings, failed }, undefined, 2)}\n`);
  } else if (outcome.text !== '') {
    stdout.write(outcome.text.endsWith('\n') ? outcome.text : `${outcome.text}\n`);
  }
}
