import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openDeckPacker } from '../../src/app/deck-packer.ts';
import { packDeck, type DrawnDeck } from '../../src/render/pptx/pack-deck.ts';

const BUILT = new URL('../../dist/pack-decks-worker.js', import.meta.url);

const deck: DrawnDeck = {
  parts: new Map<string, string | Uint8Array>([
    ['ppt/presentation.xml', '<p:presentation/>'],
    ['ppt/slides/slide1.xml', '<p:sld><p:spTree><p:grpSpPr></p:grpSpPr></p:spTree></p:sld>'],
    ['ppt/media/logo.png', new Uint8Array([137, 80, 78, 71])],
  ]),
  finish: {
    title: 'Review, Żółw & Söhne, FY26-Q3',
    company: 'Quillmere',
    language: 'en-GB',
    modified: '2026-02-28',
    theme: { name: 'Review', fonts: { major: 'Arial', minor: 'Arial' }, colours: {} as never },
  },
  slides: [[{ by: 'us', xml: '<p:sp/>' }]],
};
const unsound: DrawnDeck = { ...deck, slides: [[{ by: 'library', id: 2, name: 'lost' }]] };

describe('packing decks while others are drawn', () => {
  it('gives the same bytes in the thread of the built program', async () => {
    const worker = new Worker(BUILT);
    const answers: unknown[] = [];
    const both = new Promise<void>((done, fail) => {
      worker.on('message', (answer) => answers.push(answer) === 2 && done());
      worker.on('error', fail);
    });
    worker.postMessage(unsound, []);
    worker.postMessage(deck, []);
    await both;
    await worker.terminate();
    expect(answers[0]).toBeUndefined();
    expect(Buffer.from(answers[1] as Uint8Array).equals(packDeck(deck))).toBe(true);
  });

  it('gives them without a second thread, too: none can start beside the sources', async () => {
    const packer = openDeckPacker();
    const [first, second] = await Promise.all([packer.pack(deck), packer.pack(deck)]);
    const third = await packer.pack(deck);
    await packer.close();
    for (const bytes of [first, second, third]) expect(packDeck(deck).equals(bytes)).toBe(true);
  });

  it('tells the fault of a deck that cannot be packed', async () => {
    const packer = openDeckPacker();
    await expect(packer.pack(unsound)).rejects.toThrow('The library wrote 0 shapes instead of 1');
    await packer.close();
  });
});
