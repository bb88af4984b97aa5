import { escapeXml } from '../../ooxml/escape-xml.ts';
import type { FrontLine, FrontSheet } from './data-book.ts';
import { sheetRange } from './sheet-names.ts';
import type { SharedStrings } from './xml/shared-strings.ts';
import type { CellStyle, StyleSheet } from './xml/style-sheet.ts';
import { worksheetXml } from './xml/worksheet.ts';

interface FrontContext {
  readonly styles: StyleSheet;
  readonly strings: SharedStrings;
  /** Name of the sheet of a title. */
  readonly nameOf: (title: string) => string;
}

const WIDTHS = [2, 24, 12, 112] as const;
const TITLE_HEIGHT = 26;

/** Draws the first sheet: words, and a list of the sheets that leads to each. */
export function drawFrontSheet({ lines }: FrontSheet, context: FrontContext): string {
  const drawn = lines.map((line, index) => drawLine(line, index + 1, context));
  const links = lines.flatMap((line, index) => {
    if (line.kind !== 'sheet') return [];
    const target = sheetRange(context.nameOf(line.sheet), 'A1');
    return [`<hyperlink ref="B${index + 1}" location="${escapeXml(target)}" display="${escapeXml(line.sheet)}"/>`];
  });
  return worksheetXml({
    view: { frozenRows: 0, frozenColumns: 0, gridlines: false, isFront: true },
    columns: WIDTHS.map(
      (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    ).join(''),
    rows: drawn,
    lastCell: `D${Math.max(1, lines.length)}`,
    isProtected: false,
    links: links.join(''),
  });
}

function drawLine(line: FrontLine, row: number, { styles, strings }: FrontContext): string {
  const cell = (column: string, text: string, style: CellStyle): string =>
    `<c r="${column}${row}" s="${styles.indexOf({ ...style, locked: true })}" t="s"><v>${strings.indexOf(text)}</v></c>`;
  switch (line.kind) {
    case 'space':
      return `<row r="${row}"/>`;
    case 'title':
      return `<row r="${row}" ht="${TITLE_HEIGHT}" customHeight="1">${cell('B', line.text, { font: 'title' })}</row>`;
    case 'subtitle':
      return `<row r="${row}">${cell('B', line.text, { font: 'soft' })}</row>`;
    case 'heading': {
      const rule = styles.indexOf({ border: 'below', locked: true });
      const rest = ['C', 'D'].map((column) => `<c r="${column}${row}" s="${rule}"/>`).join('');
      return `<row r="${row}">${cell('B', line.text, { font: 'optional', border: 'below' })}${rest}</row>`;
    }
    case 'text':
      return `<row r="${row}">${cell('B', line.text, { font: 'body' })}</row>`;
    case 'sheet':
      return (
        `<row r="${row}">${cell('B', line.sheet, { font: 'link', border: 'hair' })}` +
        `${cell('C', line.count, { font: 'soft', border: 'hair' })}${cell('D', line.text, { font: 'body', border: 'hair' })}</row>`
      );
    case 'entry': {
      const look: CellStyle = line.isPrivate === true ? { font: 'private', fill: 'private' } : { font: 'required' };
      return `<row r="${row}">${cell('B', line.word, look)}${cell('D', line.text, { font: 'body' })}</row>`;
    }
  }
}
