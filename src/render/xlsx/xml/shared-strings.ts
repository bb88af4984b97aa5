import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { excelText } from '../cell-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The texts of a workbook, each kept once however many cells hold it. */
export class SharedStrings {
  readonly #places = new Map<string, number>();
  #uses = 0;

  /** The number by which a cell names this text. */
  indexOf(text: string): number {
    this.#uses += 1;
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const next = this.#places.size;
    this.#places.set(text, next);
    return next;
  }

  /** The part that holds them all, piece by piece. */
  *xml(): Generator<string> {
    yield `${XML}<sst xmlns="${SHEET}" count="${this.#uses}" uniqueCount="${this.#places.size}">`;
    for (const text of this.#places.keys()) yield `<si><t xml:space="preserve">${escapeXml(excelText(text))}</t></si>`;
    yield '</sst>';
  }
}
