import { Worker } from 'node:worker_threads';
import { packDeck, type DrawnDeck } from '../render/pptx/pack-deck.ts';

/** Makes the file of a drawn deck. */
export type PackDeck = (deck: DrawnDeck) => Promise<Uint8Array>;

/** A second thread that packs decks while the first one draws the next. */
export interface DeckPacker {
  readonly pack: PackDeck;
  close(): Promise<void>;
}

/** Without bytes the deck is packed here: a fault then shows itself where it can be told. */
type Answer = (bytes: Uint8Array | undefined) => void;

/** Starts the thread; where it cannot run, decks are packed in this one, to the same bytes. */
export function openDeckPacker(): DeckPacker {
  const waiting: Answer[] = [];
  let works = true;
  const worker = new Worker(new URL('./pack-decks-worker.js', import.meta.url));
  // Decks come back in the order in which they were sent.
  worker.on('message', (bytes: Uint8Array | undefined) => waiting.shift()?.(bytes));
  const giveUp = (): void => {
    works = false;
    waiting.splice(0).forEach((answer) => answer(undefined));
  };
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  const pack: PackDeck = async (deck) => {
    if (!works) return packDeck(deck);
    const packed = await new Promise<Uint8Array | undefined>((answer) => {
      // A copy goes over, so that the deck can still be packed here.
      worker.postMessage(deck, []);
      waiting.push(answer);
    });
    return packed ?? packDeck(deck);
  };
  return { pack, close: async () => void (await worker.terminate()) };
}
