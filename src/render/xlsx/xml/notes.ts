import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import { excelText } from '../cell-text.ts';
import type { CellNote } from '../sheet.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const AUTHOR = 'cam';
// Pixels of a note's box, and what its words take at 9 points.
const BOX_WIDTH = 260;
const LINE_HEIGHT = 16;
const CHARACTERS_A_LINE = 42;
const MARGIN = 14;
// Pixels of a row of the usual height, and of a character of column width.
const ROW_HEIGHT = 20;
const CHARACTER_WIDTH = 7;

/** The part that holds the words of notes on row 1. */
export function notesXml(notes: readonly CellNote[]): string {
  const comments = notes.map(
    ({ column, text }) =>
      `<comment ref="${columnLetters(column)}1" authorId="0" shapeId="0"><text><r><rPr><sz val="9"/><rFont val="Tahoma"/>` +
      `<family val="2"/></rPr><t xml:space="preserve">${escapeXml(excelText(text))}</t></r></text></comment>`,
  );
  return (
    `${XML}<comments xmlns="${SHEET}"><authors><author>${AUTHOR}</author></authors>` +
    `<commentList>${comments.join('')}</commentList></comments>`
  );
}

/**
 * The part that holds the boxes of notes on row 1, large enough for their words: Excel shows them in the old drawing language, and
 * draws nothing where it is missing.
 * @param widths width of each column in characters.
 */
export function notesDrawing(
  notes: readonly CellNote[],
  { widths, sheet }: { readonly widths: readonly number[]; readonly sheet: number },
): string {
  const shapes = notes.map(({ column, text }, index) => {
    // Excel numbers the shapes of each sheet from a block of 1,024 of its own.
    const id = `_x0000_s${sheet * 1024 + index + 1}`;
    return (
      `<v:shape id="${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${anchor(column, text, widths).join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

/** Column, pixels into it, row, pixels into it; first of the top left corner, then of the bottom right one. */
function anchor(column: number, text: string, widths: readonly number[]): number[] {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 0);
  const height = lines * LINE_HEIGHT + MARGIN;
  let right = column + 1;
  let rest = BOX_WIDTH;
  for (let width = pixels(widths[right]); rest > width; width = pixels(widths[right])) {
    rest -= width;
    right += 1;
  }
  return [column + 1, 12, 1, 4, right, rest, 1 + Math.floor(height / ROW_HEIGHT), height % ROW_HEIGHT];
}

function pixels(width = 9): number {
  return Math.round(width * CHARACTER_WIDTH) + 5;
}
