import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/cli/command.ts';
import { printOutcome } from '../../src/cli/print-outcome.ts';

function printed(outcome: Outcome, json = false): string {
  let text = '';
  printOutcome(outcome, { command: 'partner list', json, stdout: { write: (part) => (text += part) } });
  return text;
}

describe('what a command has to say', () => {
  it('ends with exactly one line break, and nothing is nothing', () => {
    expect(printed({ exitCode: 0, text: '12 partners' })).toBe('12 partners\n');
    expect(printed({ exitCode: 0, text: '12 partners\n' })).toBe('12 partners\n');
    expect(printed({ exitCode: 0, text: '' })).toBe('');
  });

  it('is one object for a script, with every field there however little was said', () => {
    expect(JSON.parse(printed({ exitCode: 0, text: '12 partners' }, true))).toEqual({
      schemaVersion: 1,
      command: 'partner list',
      data: null,
      files: [],
      warnings: [],
      failed: [],
    });
  });

  it('keeps what is unknown as null, never as a number', () => {
    const data = { pace: null, share: Number.NaN };
    expect(JSON.parse(printed({ exitCode: 0, text: '', data }, true)).data).toEqual({ pace: null, share: null });
  });

  it('names the files, the warnings and the partners that failed', () => {
    const outcome: Outcome = {
      exitCode: 3,
      text: '',
      files: [{ path: 'out/acme/qbr-FY26-Q3.pptx', kind: 'pptx', partner: 'acme' }],
      warnings: [{ where: 'borealis', message: 'edited by hand' }],
      failed: [{ partner: 'corvid', message: 'partner.yaml:3: not a tier' }],
    };
    const { files, warnings, failed } = outcome;
    expect(JSON.parse(printed(outcome, true))).toMatchObject({ files, warnings, failed });
  });
});
