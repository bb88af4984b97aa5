import { describe, expect, it } from 'vitest';
import { explain, printFailure, type ErrorPrinting } from '../../src/cli/failure.ts';
import { Failure } from '../../src/units/failure.ts';

/** What a failure prints on either stream. */
function printed(error: unknown, changed: Partial<ErrorPrinting> = {}): { out: string; err: string } {
  const written = { out: '', err: '' };
  printFailure(explain(error, '1.2.3'), {
    screen: { width: 80, colour: false, unicode: true, interactive: false },
    debug: false,
    json: false,
    command: 'check',
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    ...changed,
  });
  return written;
}

describe('a person’s mistake', () => {
  it('is said in one line, with the way out beneath', () => {
    const { out, err } = printed(new Failure('data', 'cam.yaml is missing.', 'Start with: cam init'));
    expect(err).toBe('✗ cam.yaml is missing.\n  Start with: cam init\n');
    expect(out).toBe('');
  });

  it('has its own exit code by kind', () => {
    expect(explain(new Failure('usage', 'wrong'), '1.2.3').exitCode).toBe(2);
    expect(explain(new Failure('data', 'wrong'), '1.2.3').exitCode).toBe(1);
  });

  it('never shows a stack, not even with --debug', () => {
    expect(printed(new Failure('data', 'cam.yaml is missing.'), { debug: true }).err).toBe('✗ cam.yaml is missing.\n');
  });

  it('is one JSON object for a script, and nothing else', () => {
    const { out, err } = printed(new Failure('data', 'cam.yaml is missing.', 'Start with: cam init'), { json: true });
    expect(JSON.parse(out)).toEqual({
      schemaVersion: 1,
      command: 'check',
      data: null,
      files: [],
      warnings: [],
      failed: [],
      error: { message: 'cam.yaml is missing.', remedy: 'Start with: cam init', exitCode: 1 },
    });
    expect(err).toBe('');
  });

  it('lists what may be typed instead under headings, within the terminal', () => {
    const names = Array.from({ length: 9 }, (_, index) => `business_year_${index + 1}`);
    const failure = new Failure('usage', 'There is no figure "x".', 'Ask for one of these:', [
      { heading: 'Results', names: ['pace'] },
      { heading: 'Business plan', names },
    ]);
    expect(printed(failure).err).toBe(`✗ There is no figure "x".
  Ask for one of these:

  Results
    pace

  Business plan
    business_year_1, business_year_2, business_year_3, business_year_4,
    business_year_5, business_year_6, business_year_7, business_year_8,
    business_year_9
`);
    const { error } = JSON.parse(printed(failure, { json: true }).out) as { error: { choices: unknown } };
    expect(error.choices).toEqual([
      { heading: 'Results', names: ['pace'] },
      { heading: 'Business plan', names },
    ]);
  });

  it.each([
    ['Make one: cam plan business acme --edit', '  Make one: cam plan business acme --edit --workspace demo\n'],
    [
      'cam check partners/acme shows every problem.',
      '  cam check partners/acme --workspace demo shows every problem.\n',
    ],
    ['cam partner show acme', '  cam partner show acme --workspace demo\n'],
    ['Make one with: cam init', '  Make one with: cam init\n'],
    ['cam qbr --help shows what it takes.', '  cam qbr --help shows what it takes.\n'],
    ['Add it: cam partner add NAME, or import deals.', '  Add it: cam partner add NAME, or import deals.\n'],
    ['Mend it: cam check --workspace other', '  Mend it: cam check --workspace other\n'],
  ])('says a command as it has to be typed where the territory was named: %s', (remedy, line) => {
    const screen = { width: 80, colour: false, unicode: true, interactive: false, again: ' --workspace demo' };
    expect(printed(new Failure('usage', 'No.', remedy), { screen }).err).toBe(`✗ No.\n${line}`);
  });

  it('breaks between words on a person’s terminal, and never within a command', () => {
    const screen = { width: 60, colour: false, unicode: true, interactive: true };
    const message = 'The plan would start in CHF: there is no rate from CHF to EUR in cam.yaml.';
    const remedy = 'Answer it first: cam scorecard capability larkmoor-managed-services --quick';
    expect(printed(new Failure('data', message, remedy), { screen }).err)
      .toBe(`✗ The plan would start in CHF: there is no rate from CHF to
  EUR in cam.yaml.
  Answer it first:
    cam scorecard capability larkmoor-managed-services --quick
`);
    const snippet = 'rates: [{ from: CHF, to: EUR, rate: …, date: 2026-03-15 }]';
    expect(printed(new Failure('data', 'No rate.', `Add it, and the plan is in EUR: ${snippet}`), { screen }).err).toBe(
      `✗ No rate.\n  Add it, and the plan is in EUR:\n    ${snippet}\n`,
    );
    const { err } = printed(new Failure('data', message), { screen: { ...screen, interactive: false } });
    expect(err).toBe(`✗ ${message}\n`);
  });

  it('is marked in plain ASCII where the terminal has nothing else', () => {
    const screen = { width: 80, colour: false, unicode: false, interactive: false };
    expect(printed(new Failure('data', 'wrong'), { screen }).err).toBe('x wrong\n');
  });
});

describe('a fault of our own', () => {
  it('exits 70, names the version and where to report it', () => {
    const error = new TypeError('deals is undefined');
    expect(explain(error, '1.2.3').exitCode).toBe(70);
    const { err } = printed(error);
    expect(err).toContain('cam stopped because of a fault of its own: deals is undefined');
    expect(err).toContain('version 1.2.3');
    expect(err).not.toContain('failure.test.ts');
  });

  it('shows where it happened with --debug', () => {
    expect(printed(new TypeError('deals is undefined'), { debug: true }).err).toContain('failure.test.ts');
  });

  it('is told also when something else than an error was thrown', () => {
    expect(explain('nonsense', '1.2.3')).toMatchObject({ exitCode: 70, message: expect.stringContaining('nonsense') });
    expect(explain(new Error(''), '1.2.3').message).toContain('no reason given');
  });
});

describe('Ctrl-C in a question', () => {
  it('is an interruption, not a fault', () => {
    const pressed = Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' });
    expect(explain(pressed, '1.2.3')).toEqual({ exitCode: 130, message: 'Interrupted.' });
  });
});
