import { parentPort } from 'node:worker_threads';
import { packDeck, type DrawnDeck } from '../render/pptx/pack-deck.ts';

// Started by deck-packer.ts: each message is a drawn deck, each answer its file, or nothing where packing failed.
parentPort?.on('message', (deck: DrawnDeck) => parentPort?.postMessage(packed(deck), []));

function packed(deck: DrawnDeck): Uint8Array | undefined {
  try {
    return packDeck(deck);
  } catch {
    return undefined;
  }
}
