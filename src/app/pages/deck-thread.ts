import { Worker } from 'node:worker_threads';
import type { Document } from '../../document/document.ts';
import { partnerFolders } from '../../input/partner-folders.ts';
import type { OpenRequest } from '../territory/open-workspace.ts';
import { territoryRoot } from '../territory/territory-root.ts';

/** Makes the file of a deck. */
export type MakeDeck = (document: Document) => Promise<Uint8Array>;

/** Without bytes the deck is made here: a fault then shows itself where it can be told. */
type Answer = (bytes: Uint8Array | undefined) => void;

/** Starting a thread costs as much as making a few decks. */
const FEWEST_FOR_A_THREAD = 8;
/** Decks the thread has before it: as long as it takes to compute one and make it here. */
const LONGEST_QUEUE = 3;

/**
 * A second thread for the decks of a batch, or none where they are too few. Begun before the territory is read, it has started when the
 * first deck is computed. `typed` are the partners that were named; without any, all are meant.
 * @throws Failure (usage) when there is no territory.
 */
export async function deckThreadFor(request: OpenRequest, typed: readonly string[]): Promise<MakeDeck | undefined> {
  const ids = typed.length > 0 ? typed : (await partnerFolders(await territoryRoot(request))).ids;
  return ids.length >= FEWEST_FOR_A_THREAD ? openDeckThread() : undefined;
}

/**
 * Starts a thread that draws and packs decks while this one computes the next; where it cannot run or has enough to do, decks are made
 * here, to the same bytes. While it has nothing to do, it does not keep the program from ending.
 */
export function openDeckThread(): MakeDeck {
  const waiting: Answer[] = [];
  let works = true;
  const worker = new Worker(new URL('./make-decks-worker.js', import.meta.url));
  // Before it runs, the engine would keep waiting for it all the same.
  worker.once('online', () => waiting.length === 0 && worker.unref());
  // Decks come back in the order in which they were asked for.
  worker.on('message', (bytes: Uint8Array | undefined) => {
    waiting.shift()?.(bytes);
    if (waiting.length === 0) worker.unref();
  });
  const giveUp = (): void => {
    works = false;
    waiting.splice(0).forEach((answer) => answer(undefined));
  };
  worker.on('error', giveUp);
  worker.on('exit', giveUp);
  return async (document) => {
    // Answers that came while this thread computed are taken first.
    if (waiting.length >= LONGEST_QUEUE) await new Promise((resume) => setImmediate(resume));
    const hasRoom = works && waiting.length < LONGEST_QUEUE;
    const made = hasRoom && (await new Promise<Uint8Array | undefined>((answer) => ask(document, answer)));
    return made || makeHere(document);
  };

  function ask(document: Document, answer: Answer): void {
    worker.ref();
    // As text: half the time of a copy of its many small objects.
    worker.postMessage(JSON.stringify(document), []);
    waiting.push(answer);
  }
}

async function makeHere(document: Document): Promise<Uint8Array> {
  const { renderPptx } = await import('../../render/pptx/render-pptx.ts');
  return renderPptx(document);
}
