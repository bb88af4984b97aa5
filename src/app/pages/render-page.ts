import { knownOnly } from '../../document/known-only.ts';
import type { Document } from '../../document/document.ts';
import type { MakeDeck } from './deck-thread.ts';
import type { renderTerminal as RenderTerminal } from '../../render/terminal/render-terminal.ts';
import type { Format } from '../../artifacts/artifact.ts';

export type { Format } from '../../artifacts/artifact.ts';

/** How each format is made; a renderer and its libraries are loaded when a page of that format is. */
const RENDERERS: Readonly<
  Record<FileFormat, (document: Document, makeDeck?: MakeDeck) => Promise<string | Uint8Array>>
> = {
  pptx: async (document, makeDeck) =>
    makeDeck?.(document) ?? (await import('../../render/pptx/render-pptx.ts')).renderPptx(document),
  html: async (document) => (await import('../../render/html/render-html.ts')).renderHtml(document),
  md: async (document) => (await import('../../render/markdown/render-markdown.ts')).renderMarkdown(document),
  xlsx: async (document) => (await import('../../render/xlsx/page/render-xlsx.ts')).renderXlsx(document),
  json: async (document) => (await import('../../render/json/render-json.ts')).renderJson(shownIn(document)),
};

/** Formats that are written to files; `terminal` is printed. */
export type FileFormat = Exclude<Format, 'terminal'>;

/** A page on the terminal. */
export async function printPage(document: Document, screen: Parameters<typeof RenderTerminal>[1]): Promise<string> {
  const { renderTerminal } = await import('../../render/terminal/render-terminal.ts');
  return renderTerminal(shownIn(document), screen);
}

/** One page as text or bytes; `makeDeck` makes the file of a deck elsewhere. What is not known leaves the partner edition silently. */
export async function renderPage(
  document: Document,
  format: FileFormat,
  makeDeck?: MakeDeck,
): Promise<string | Uint8Array> {
  return RENDERERS[format](document, makeDeck);
}

function shownIn(document: Document): Document {
  return document.edition === 'partner' ? knownOnly(document) : document;
}
