import type { FrontLine, FrontSheet } from './data-book.ts';
import type { CellStyle, Sheet, SheetLink, SheetRow } from './sheet.ts';
import { sheetRange } from './sheet-names.ts';

const WIDTHS = [2, 24, 12, 112] as const;
const TITLE_HEIGHT = 26;

/**
 * The first sheet: words, and a list of the sheets that leads to each.
 * @param footer at the foot of every printed page.
 * @param nameOf name of the sheet of a title.
 */
export function frontSheet({ name, lines }: FrontSheet, footer: string, nameOf: (title: string) => string): Sheet {
  return {
    name,
    columns: WIDTHS.map((width) => ({ width })),
    rows: lines.map((line) => lineRow(line)),
    links: lines.flatMap((line, index): SheetLink[] => {
      if (line.kind !== 'sheet') return [];
      return [{ cell: `B${index + 1}`, target: sheetRange(nameOf(line.sheet), 'A1'), words: line.sheet }];
    }),
    print: { landscape: false, fit: 'columns', footer },
  };
}

function lineRow(line: FrontLine): SheetRow {
  switch (line.kind) {
    case 'space':
      return { cells: [] };
    case 'title':
      return { height: TITLE_HEIGHT, cells: [undefined, text(line.text, { font: 'title' })] };
    case 'subtitle':
      return { cells: [undefined, text(line.text, { font: 'soft' })] };
    case 'heading': {
      const rule = { style: { border: 'below', locked: true } } as const;
      return { cells: [undefined, text(line.text, { font: 'heading', border: 'below' }), rule, rule] };
    }
    case 'text':
      return { cells: [undefined, text(line.text, { font: 'body' })] };
    case 'sheet':
      return {
        cells: [
          undefined,
          text(line.sheet, { font: 'link', border: 'hair' }),
          text(line.count, { font: 'soft', border: 'hair' }),
          text(line.text, { font: 'body', border: 'hair' }),
        ],
      };
    case 'entry': {
      const look: CellStyle = line.isPrivate === true ? { font: 'private', fill: 'private' } : { font: 'strong' };
      return { cells: [undefined, text(line.word, look), undefined, text(line.text, { font: 'body' })] };
    }
  }
}

function text(value: string, style: CellStyle) {
  return { value, style: { ...style, locked: true } };
}
