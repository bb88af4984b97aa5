import type { Run } from '../fit-text.ts';
import { lineHeight } from '../measure-text.ts';
import { SIZE } from '../theme.ts';
import { frameXml, type Frame } from './frame-xml.ts';
import { emu } from './geometry-xml.ts';
import { TABLE_STYLE } from './table-style.ts';
import { paragraphXml, type TextSetting } from './text-xml.ts';

/** Words in a cell, already cut to it, and the space around them in inches. */
export interface TableCell {
  readonly runs: readonly Run[];
  readonly align: 'left' | 'center' | 'right';
  readonly margin: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A table as the slide holds it, in inches; the first of its rows holds the names of the columns. */
export interface TableGrid {
  readonly columnWidths: readonly number[];
  readonly rows: readonly { readonly height: number; readonly cells: readonly TableCell[] }[];
  /** Alternative text. */
  readonly description: string;
}

/** Exact line spacing, so that a character of another typeface cannot make a row grow. */
const LINE_POINTS = lineHeight(SIZE.detail) * 72;

/**
 * A native table of PresentationML; its rules and the look of its first row come from the deck's table style.
 * @param frame id (unique on the slide), name and place of the table.
 * @param language the language of its text, as `en-GB`.
 */
export function tableXml(frame: Omit<Frame, 'description'>, grid: TableGrid, language: string): string {
  const setting: TextSetting = { language, linePoints: LINE_POINTS };
  const columns = grid.columnWidths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const rows = grid.rows.map(({ height, cells }) => {
    return `<a:tr h="${emu(height)}">${cells.map((cell) => cellXml(cell, setting)).join('')}</a:tr>`;
  });
  return frameXml(
    { ...frame, description: grid.description },
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">' +
      `<a:tbl><a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>${TABLE_STYLE}</a:tableStyleId></a:tblPr>` +
      `<a:tblGrid>${columns}</a:tblGrid>${rows.join('')}</a:tbl></a:graphicData></a:graphic>`,
  );
}

function cellXml({ runs, align, margin }: TableCell, setting: TextSetting): string {
  const margins =
    `marL="${emu(margin.left)}" marR="${emu(margin.right)}" ` +
    `marT="${emu(margin.top)}" marB="${emu(margin.bottom)}"`;
  return (
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphXml({ runs, align }, setting, SIZE.detail)}</a:txBody>` +
    `<a:tcPr ${margins} anchor="ctr"/></a:tc>`
  );
}
