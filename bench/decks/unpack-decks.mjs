import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';

/**
 * Unpacks the decks below a folder into one file each that the floor can read at once: a line of names and lengths, then the parts.
 * Throws when there are not as many decks as there should be.
 */
export function unpackDecks(folder, to, count) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.pptx'));
  if (files.length !== count) throw new Error(`${files.length} decks were written, not ${count}.`);
  mkdirSync(to, { recursive: true });
  for (const [index, file] of files.entries()) {
    const parts = Object.entries(unzipSync(readFileSync(join(folder, file))));
    const names = JSON.stringify(parts.map(([name, bytes]) => [name, bytes.length]));
    writeFileSync(
      join(to, `deck-${index}.parts`),
      Buffer.concat([Buffer.from(`${names}\n`), ...parts.map(([, bytes]) => bytes)]),
    );
  }
}
