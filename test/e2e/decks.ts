import { readFileSync } from 'node:fs';
import { readZip } from '../../src/ooxml/read-zip.ts';

/** The words of each slide of a deck, slide by slide, without the notes. */
export function slidesOf(path: string): string[] {
  return partsNamed(path, /^ppt\/slides\/slide(\d+)\.xml$/).map(wordsOf);
}

/** The speaker notes of each slide. */
export function notesOf(path: string): string[] {
  return partsNamed(path, /^ppt\/notesSlides\/notesSlide(\d+)\.xml$/).map(wordsOf);
}

function partsNamed(path: string, name: RegExp): string[] {
  return [...readZip(readFileSync(path))]
    .map(([part, bytes]) => ({ number: Number(name.exec(part)?.[1]), bytes }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => a.number - b.number)
    .map(({ bytes }) => new TextDecoder().decode(bytes));
}

function wordsOf(xml: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return xml
    .replaceAll('</a:p>', '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity]!)
    .replaceAll('\u00a0', ' ')
    .trim();
}
