import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CAM, plainEnvironment, ROOT } from './cam.ts';

const VERSION = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version as string;

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function cam(...argv: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CAM, ...argv], {
    encoding: 'utf8',
    env: plainEnvironment(),
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the program', () => {
  it('tells the version of its package', () => {
    expect(cam('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  it('explains itself on stdout, in eighty columns and without colour codes', () => {
    const { code, out, err } = cam('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Usage: cam COMMAND');
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(out).not.toContain('\u001b');
  });

  it('refuses a mistyped command on stderr with exit code 2', () => {
    const { code, out, err } = cam('chek');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('✗ There is no command "chek".\n  Did you mean check?\n');
  });

  it('refuses it as one JSON object for a script', () => {
    const { code, out, err } = cam('chek', '--json');
    expect([code, err]).toEqual([2, '']);
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1, data: null, error: { remedy: 'Did you mean check?' } });
  });

  it('refuses a date that is none before any work', () => {
    const { code, err } = cam('check', '--as-of', '2026-02-30');
    expect(code).toBe(2);
    expect(err).toContain('--as-of: "2026-02-30" is not a date.');
  });
});

describe('the help', () => {
  // Words that only the library's own code holds; each must be found in some other chunk, or the test would prove nothing.
  const LIBRARIES = {
    commander: 'commander.helpDisplayed',
    zod: 'invalid_union',
    'the writer of decks': 'ppt/slideLayouts/slideLayout',
    yaml: 'tag:yaml.org,2002',
    'the prompts': 'force closed the prompt',
  };

  it.each(Object.entries(LIBRARIES))('loads nothing of %s', (_, word) => {
    const loaded = loadedByHelp();
    const elsewhere = readdirSync(`${ROOT}dist`).filter((file) => file.endsWith('.js') && !loaded.includes(file));
    const holds = (file: string): boolean => readFileSync(`${ROOT}dist/${file}`, 'utf8').includes(word);
    expect(loaded.filter(holds)).toEqual([]);
    expect(elsewhere.some(holds), `no chunk holds "${word}"`).toBe(true);
  });

  it('loads little: the words of the commands and how to print them', () => {
    const bytes = loadedByHelp().reduce((sum, file) => sum + readFileSync(`${ROOT}dist/${file}`).length, 0);
    expect(bytes).toBeLessThan(40_000);
  });
});

describe('the bundle', () => {
  it('holds one language of the schema library, not all: schemas import its names one by one (`* as z`)', () => {
    const chunks = readdirSync(`${ROOT}dist`).filter((file) => file.endsWith('.js'));
    const holding = (word: RegExp): string[] =>
      chunks.filter((file) => word.test(readFileSync(`${ROOT}dist/${file}`, 'utf8')));
    expect(holding(/Invalid input: expected/)).not.toEqual([]);
    expect(holding(/Ung(ü|\\xFC|\\u00FC)ltig/i)).toEqual([]);
  });
});

/** Chunks that are loaded before anything is known about the command: what `cam.js` imports, and what that imports. */
function loadedByHelp(): string[] {
  const loaded = new Set<string>(['cam.js']);
  for (const file of loaded) {
    const source = readFileSync(`${ROOT}dist/${file}`, 'utf8');
    for (const [, name] of source.matchAll(/(?:from|import)"\.\/([^"]+)"/g)) loaded.add(name!);
  }
  return [...loaded];
}
