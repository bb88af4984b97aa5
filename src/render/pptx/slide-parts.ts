import type { Parts } from '../../ooxml/parts.ts';
import { PAGE_NUMBER } from './slide-frame.ts';

const SLIDE = /^ppt\/slides\/slide(\d+)\.xml$/;
const NUMBER_RUN = new RegExp(`<a:r>(<a:rPr(?:(?!</?a:r>).)*)<a:t>${PAGE_NUMBER}</a:t></a:r>`, 'gs');
/** Any fixed identifier will do, as long as it has the form of one. */
const FIELD_ID = '{5A0C4F2E-3B1D-4C8A-9E57-6D2B7F10C3A1}';

/** Gives each title its slide's own name: a title placeholder is named by its layout, alike on every slide. */
export function nameTitles(parts: Parts, names: readonly string[]): Parts {
  return eachSlide(parts, (xml, number) =>
    xml.replace(' name="headline"', () => ` name="${attribute(names[number - 1] ?? '')}.headline"`),
  );
}

/** Turns page numbers into fields, so that they stay right when slides are moved. */
export function numberPages(parts: Parts): Parts {
  return eachSlide(parts, (xml, number) =>
    xml.replace(
      NUMBER_RUN,
      (_, look: string) => `<a:fld id="${FIELD_ID}" type="slidenum">${look}<a:t>${number}</a:t></a:fld>`,
    ),
  );
}

function eachSlide(parts: Parts, change: (xml: string, number: number) => string): Parts {
  return new Map(
    Array.from(parts, ([path, content]) => {
      const number = SLIDE.exec(path)?.[1];
      return [path, number && typeof content === 'string' ? change(content, Number(number)) : content] as const;
    }),
  );
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
