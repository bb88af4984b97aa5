import { parentPort } from 'node:worker_threads';
import type { Document } from '../../document/document.ts';
import { renderPptx } from '../../render/pptx/render-pptx.ts';

// Started by deck-thread.ts: each message is a document as JSON, each answer the file of its deck, or nothing where making it failed.
parentPort?.on('message', (document: string) => parentPort?.postMessage(made(document), []));

function made(document: string): Uint8Array | undefined {
  try {
    return renderPptx(JSON.parse(document) as Document);
  } catch {
    return undefined;
  }
}
