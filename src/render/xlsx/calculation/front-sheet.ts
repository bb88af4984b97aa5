import type { Calculation } from '../../../document/calculation/calculation.ts';
import type { Document } from '../../../document/document.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { formatSentence } from '../../../units/format.ts';
import { CALCULATED, FAILED_CHECK, type ListedSheet, listedSheets, TYPED_IN } from '../model/listed-sheets.ts';
import { ALARM, quoted } from '../model/model-frame.ts';
import { heightOf, linesOf } from '../page/text-room.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import { BOOK_NAMES, FIRST_ROW, HEADER_ROW } from './calculation-places.ts';

const WIDTHS = { gap: 3, name: 25, words: 44 } as const;
const TITLE_SIZE = 16 / 11;
/** Excel takes no longer text inside a formula. */
const LONGEST_TEXT = 255;
const CHANGED = 'Numbers were changed since this was written: the figures below say what follows';

/** The first sheet: the answer above its figures, and right of them the other sheets and what the colours mean. */
export function frontSheet(
  sheet: Sheet,
  {
    document,
    calculation,
    listed,
  }: {
    readonly document: Document;
    readonly calculation: Calculation;
    readonly listed: readonly ListedSheet[];
  },
): Sheet {
  const width = sheet.columns.length;
  const { cells, links } = listedSheets(listed, [TYPED_IN, CALCULATED, FAILED_CHECK], {
    column: width + 1,
    row: FIRST_ROW,
  });
  const columns = [...sheet.columns, { width: WIDTHS.gap }, { width: WIDTHS.name }, { width: WIDTHS.words }];
  const across = columns.slice(1).reduce((sum, column) => sum + column.width, 0);
  const [, soft, mark, , ...body] = [...sheet.rows];
  const headline = formatSentence(calculation.headline, document.format);
  const isShort = headline.length <= LONGEST_TEXT;
  const style = { font: 'title', wrap: true, vertical: 'top', align: 'left' } as const;
  const rows = Array.from({ length: Math.max(body.length, cells.length) }, (_, index): SheetRow => {
    const { cells: own = [], ...rest } = body[index] ?? {};
    const padding = Array.from({ length: width + 1 - own.length }, () => undefined);
    return { ...rest, cells: [...own, ...padding, ...(cells[index] ?? [])] };
  });
  const last = columnLetters(columns.length - 1);
  const words = `${columnLetters(width + 2)}${FIRST_ROW}:${columnLetters(width + 2)}${FIRST_ROW + listed.length}`;
  return {
    ...sheet,
    columns,
    rows: [
      {
        height: heightOf(linesOf(headline, across, TITLE_SIZE), TITLE_SIZE) + 4,
        cells: [
          undefined,
          {
            value: headline,
            ...(isShort && { formula: `IF(${BOOK_NAMES.changed}=0,${quoted(headline)},${quoted(CHANGED)})` }),
            style,
          },
        ],
      },
      soft!,
      mark!,
      { cells: [] },
      ...rows,
    ],
    merged: [`B1:${last}1`],
    frozen: { rows: HEADER_ROW, columns: 0 },
    links,
    conditions: [
      {
        range: words,
        kind: 'looks',
        rules: [{ formula: `AND(${BOOK_NAMES.failed}>0,LEFT(${words.split(':')[0]!},6)="Failed")`, look: ALARM }],
      },
    ],
    print: { ...sheet.print, landscape: true, fit: 'all' },
  };
}
