import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openDeckThread } from '../../../src/app/pages/deck-thread.ts';
import type { Document } from '../../../src/document/document.ts';
import { renderPptx } from '../../../src/render/pptx/render-pptx.ts';
import { extremeReview } from '../../render/pptx/fixtures/extreme.ts';
import { richReview } from '../../render/pptx/fixtures/rich.ts';

const BUILT = new URL('../../../dist/make-decks-worker.js', import.meta.url);

const unsound: Document = { ...richReview, dates: { ...richReview.dates, pipeline: 'today' as never } };

describe('making decks while others are computed', () => {
  it('gives the same bytes in the thread of the built program', async () => {
    const worker = new Worker(BUILT);
    const answers: unknown[] = [];
    const all = new Promise<void>((done, fail) => {
      worker.on('message', (answer) => answers.push(answer) === 3 && done());
      worker.on('error', fail);
    });
    for (const document of [unsound, richReview, extremeReview]) worker.postMessage(JSON.stringify(document), []);
    await all;
    await worker.terminate();
    expect(answers[0]).toBeUndefined();
    expect(Buffer.from(answers[1] as Uint8Array).equals(renderPptx(richReview))).toBe(true);
    expect(Buffer.from(answers[2] as Uint8Array).equals(renderPptx(extremeReview))).toBe(true);
  });

  it('gives them without a second thread, too: none can start beside the sources', async () => {
    const makeDeck = openDeckThread();
    const [first, second] = await Promise.all([makeDeck(richReview), makeDeck(richReview)]);
    const third = await makeDeck(richReview);
    for (const bytes of [first, second, third]) expect(renderPptx(richReview).equals(bytes)).toBe(true);
  });

  it('gives them in their order when more are asked for than the thread can take', async () => {
    const makeDeck = openDeckThread();
    const asked = [richReview, extremeReview, richReview, extremeReview, richReview];
    const made = await Promise.all(asked.map((document) => makeDeck(document)));
    const expected = new Map([richReview, extremeReview].map((document) => [document, renderPptx(document)]));
    expect(made.map((bytes, index) => expected.get(asked[index]!)!.equals(bytes))).toEqual(asked.map(() => true));
  });

  it('tells the fault of a deck that cannot be made', async () => {
    const makeDeck = openDeckThread();
    await expect(makeDeck(unsound)).rejects.toThrow('today');
  });
});
