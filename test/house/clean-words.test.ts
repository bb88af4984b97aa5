import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What only made sense where the code was written: folders of one machine, notes that are not shipped, tools nobody else has.
 * Each is put together from pieces, so that this list does not find itself.
 */
const FORBIDDEN: readonly RegExp[] = [
  ...[
    ['/wo', 'rk/'],
    ['/tm', 'p/brief'],
    ['/tm', 'p/bash'],
    ['/ro', 'ot/'],
    ['/ho', 'me/'],
    ['/Use', 'rs/'],
    ['shared/des', 'ign'],
    ['shared/con', 'tent'],
    ['house', '.md'],
    ['interface', '.md'],
    ['domain', '.md'],
    ['look', '.md'],
    ['tech', '.md'],
    ['sample-territory', '.md'],
    ['farm', '-bench'],
    ['work', 'place'],
    ['sub', 'agent'],
    ['chat', 'bot'],
    ['language', ' model'],
  ].map((pieces) => new RegExp(pieces.join('').replaceAll('.', '\\.'), 'i')),
  ...[
    ['the', ' spec'],
    ['the', ' brief'],
    ['this', ' session'],
    ['TASK', ' \\d'],
    ['issue', ' #?\\d'],
    ['hel', 'per \\d'],
  ].map((pieces) => new RegExp(`\\b${pieces.join('')}\\b`)),
];

describe('the repository', () => {
  it('says nothing that only makes sense on the machine it was written on', () => {
    const found = trackedTexts().flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, index) => {
        const word = FORBIDDEN.find((forbidden) => forbidden.test(line));
        return word ? [`${file}:${index + 1} says ${word.source}: ${line.trim().slice(0, 100)}`] : [];
      }),
    );
    expect(found).toEqual([]);
  });

  it('would be caught if it did', () => {
    const line = `see ${['/wo', 'rk/main'].join('')}`;
    expect(FORBIDDEN.some((forbidden) => forbidden.test(line))).toBe(true);
    expect(trackedTexts().length).toBeGreaterThan(50);
  });
});

/** Every file under version control that holds text, but for the list of packages, which npm writes. */
function trackedTexts(): { file: string; text: string }[] {
  const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return stdout
    .split('\0')
    .filter((file) => file !== '' && file !== 'package-lock.json' && existsSync(join(ROOT, file)))
    .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}
