import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PURE_ROOMS = ['units', 'expression', 'domain', 'document', 'artifacts', 'render', 'ooxml'];
const LOOKS_OUTSIDE = [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'performance.now()',
  'process.env',
  'console.log(1)',
];

let folder: string;
let complaints: readonly { filename: string; line: number }[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cam-lint-'));
  cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  write('test/house/clock-rule.mjs', '');
  cpSync(join(ROOT, 'test/house/clock-rule.mjs'), join(folder, 'test/house/clock-rule.mjs'));
  for (const room of PURE_ROOMS) write(`src/${room}/inner/planted.ts`, lines(LOOKS_OUTSIDE));
  write('src/domain/sound.ts', lines(['new Date(0)', 'Date.UTC(2026, 1)', 'Math.max(1, 2)']));
  write('src/output/sound.ts', lines(['Date.now()', 'process.pid']));
  complaints = lint();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a room that makes pages', () => {
  const cases = PURE_ROOMS.flatMap((room) => LOOKS_OUTSIDE.map((look, index) => [room, look, index + 1] as const));

  it.each(cases)('%s never asks %s', (room, _, line) => {
    expect(complaints).toContainEqual({ filename: `src/${room}/inner/planted.ts`, line });
  });

  it('may reckon with dates it was given, and rooms that write may ask the clock', () => {
    expect(complaints.filter(({ filename }) => filename.endsWith('sound.ts'))).toEqual([]);
  });
});

function lines(expressions: readonly string[]): string {
  return expressions.map((expression, index) => `export const value${index} = ${expression};`).join('\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function lint(): { filename: string; line: number }[] {
  const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { filename: string; labels: { span: { line: number } }[] }[];
  };
  return diagnostics.map(({ filename, labels }) => ({ filename, line: labels[0]!.span.line }));
}
