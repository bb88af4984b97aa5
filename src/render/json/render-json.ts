import type { Document } from '../../document/document.ts';
import { documentData } from './document-data.ts';

/** The figures of a document as JSON text, two blanks a level, with a line break at its end. */
export function renderJson(document: Document): string {
  return `${JSON.stringify(documentData(document), null, 2)}\n`;
}
