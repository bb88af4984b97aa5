import type { Parts } from '../../ooxml/parts.ts';
import { PAGE_NUMBER } from './slide-frame.ts';

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
const NUMBER_RUN = new RegExp(`<a:r>(<a:rPr(?:(?!</?a:r>).)*)<a:t>${PAGE_NUMBER}</a:t></a:r>`, 'gs');
/** Any fixed identifier will do, as long as it has the form of one. */
const FIELD_ID = '{5A0C4F2E-3B1D-4C8A-9E57-6D2B7F10C3A1}';

/**
 * What the library cannot write: each title gets its slide's own name (a title placeholder is named by its layout, alike on every
 * slide), and page numbers become fields, so that they stay right when slides are moved.
 */
export function completeSlides(parts: Parts, names: readonly string[]): Parts {
  const complete: Parts = new Map(parts);
  for (const [path, content] of parts) {
    const number = Number(SLIDE.exec(path)?.[1]);
    if (!number || typeof content !== 'string') continue;
    const named = content.replace(' name="headline"', () => ` name="${attribute(names[number - 1] ?? '')}.headline"`);
    complete.set(
      path,
      named.replace(NUMBER_RUN, (_, look: string) => pageField(look, number)),
    );
  }
  return complete;
}

function pageField(look: string, number: number): string {
  return `<a:fld id="${FIELD_ID}" type="slidenum">${look}<a:t>${number}</a:t></a:fld>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
