import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openDeckPacker } from '../../src/app/deck-packer.ts';
import { packDeck, type DrawnDeck } from '../../src/render/pptx/pack-deck.ts';
import { featureDeck } from '../ooxml/decks.ts';

const BUILT = new URL('../../dist/pack-decks-worker.js', import.meta.url);

const deck: DrawnDeck = featureDeck();
const unsound: DrawnDeck = { ...deck, properties: { ...deck.properties, modified: 'today' } };

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
    await expect(packer.pack(unsound)).rejects.toThrow('"today" is not a day such as 2026-02-28');
    await packer.close();
  });
});
