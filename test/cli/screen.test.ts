import { describe, expect, it } from 'vitest';
import { screenOf, type TerminalFacts } from '../../src/cli/screen.ts';

const FLAGS = { json: false, noColor: false, noInput: false };

/** A person's terminal, changed in the facts that are given. */
function terminal(environment: TerminalFacts['environment'] = {}, changed: Partial<TerminalFacts> = {}): TerminalFacts {
  return {
    environment: { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8', ...environment },
    platform: 'linux',
    stdout: { isTTY: true, columns: 120 },
    stdin: () => ({ isTTY: true }),
    stderr: () => ({ isTTY: true }),
    ...changed,
  };
}

describe('the screen', () => {
  it('of a person has colour, all characters, its own width, and may ask', () => {
    expect(screenOf(terminal(), FLAGS)).toEqual({ width: 120, colour: true, unicode: true, interactive: true });
  });

  it('of a pipe is 80 wide, without colour, and asks nothing', () => {
    const pipe = terminal({}, { stdout: {}, stdin: () => ({}) });
    expect(screenOf(pipe, FLAGS)).toEqual({ width: 80, colour: false, unicode: true, interactive: false });
    expect(screenOf({ ...pipe, environment: { COLUMNS: '100' } }, FLAGS).width).toBe(100);
    expect(screenOf({ ...pipe, environment: { COLUMNS: 'wide' } }, FLAGS).width).toBe(80);
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }, { FORCE_COLOR: '0' }])('has no colour with %j', (environment) => {
    expect(screenOf(terminal(environment), FLAGS).colour).toBe(false);
  });

  it('has no colour with --no-color or --json, even where colour is forced', () => {
    const forced = terminal({ FORCE_COLOR: '1' }, { stdout: {} });
    expect(screenOf(forced, FLAGS).colour).toBe(true);
    expect(screenOf(forced, { ...FLAGS, noColor: true }).colour).toBe(false);
    expect(screenOf(forced, { ...FLAGS, json: true }).colour).toBe(false);
  });

  it('asks nothing with --no-input or in CI', () => {
    expect(screenOf(terminal(), { ...FLAGS, noInput: true }).interactive).toBe(false);
    expect(screenOf(terminal({ CI: 'true' }), FLAGS).interactive).toBe(false);
    expect(screenOf(terminal({ CI: 'false' }), FLAGS).interactive).toBe(true);
  });

  it('asks on stderr while --json goes into a pipe', () => {
    expect(screenOf(terminal({}, { stdout: {} }), { ...FLAGS, json: true }).interactive).toBe(true);
    expect(screenOf(terminal({}, { stdout: {} }), FLAGS).interactive).toBe(false);
  });

  it.each([
    ['linux', { LANG: 'C' }, false],
    ['linux', { LANG: 'en_GB.ISO-8859-1' }, false],
    ['linux', { LANG: 'C', LC_ALL: 'C.UTF-8' }, true],
    ['linux', { LANG: '' }, true],
    ['linux', { TERM: 'linux' }, false],
    ['darwin', { LANG: 'de_DE.UTF-8' }, true],
    ['win32', {}, false],
    ['win32', { WT_SESSION: 'f2b1' }, true],
  ])('on %s with %j has symbols outside ASCII: %s', (platform, environment, expected) => {
    const facts = terminal(environment, { platform });
    expect(screenOf(facts, FLAGS).unicode).toBe(expected);
  });
});
