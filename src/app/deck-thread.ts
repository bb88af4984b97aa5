import { Worker } from 'node:worker_threads';
import type { Document } from '../document/document.ts';

/** Makes the file of a deck. */
export type MakeDeck = (document: Document) => Promise<Uint8Array>;

/** A second thread that draws and packs decks while the first one computes the next. */
export interface DeckThread {
  readonly make: MakeDeck;
  close(): Promise<void>;
}

/** Without bytes the deck is made here: a fault then shows itself where it can be told. */
type Answer = (bytes: Uint8Array | undefined) => void;

/** Decks the thread has before it: as long as it takes to compute one and make it here. */
const LONGEST_QUEUE = 2;

/** Starts the thread; where it cannot run or has enough to do, decks are made in this one, to the same bytes. */
export function openDeckThread(): DeckThread {
  const waiting: Answer[] = [];
  let works = true;
  const worker = new Worker(new URL('./make-decks-worker.js', import.meta.url));
  // Decks come back in the order in which they were asked for.
  worker.on('message', (bytes: Uint8Array | undefined) => waiting.shift()?.(bytes));
  const giveUp = (): void => {
    works = false;
    waiting.splice(0).forEach((answer) => answer(undefined));
  };
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  const make: MakeDeck = async (document) => {
    // Answers that came while this thread computed are taken first.
    await new Promise((resume) => setImmediate(resume));
    const made =
      works && waiting.length < LONGEST_QUEUE
        ? await new Promise<Uint8Array | undefined>((answer) => ask(worker, document, answer))
        : undefined;
    return made ?? makeHere(document);
  };
  const ask = (thread: Worker, document: Document, answer: Answer): void => {
    // As text: half the time of a copy of its many small objects.
    thread.postMessage(JSON.stringify(document), []);
    waiting.push(answer);
  };
  return { make, close: async () => void (await worker.terminate()) };
}

async function makeHere(document: Document): Promise<Uint8Array> {
  const { renderPptx } = await import('../render/pptx/render-pptx.ts');
  return renderPptx(document);
}
