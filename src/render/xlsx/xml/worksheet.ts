import { escapeXml } from '../../../ooxml/escape-xml.ts';
import { columnIndex, columnLetters } from '../../../ooxml/workbook/cell-reference.ts';
import type { CellStyle, PrintSetup, Sheet, SheetRow, SheetSize } from '../sheet.ts';
import { rowXml } from './cells.ts';
import { conditionsXml } from './conditions.ts';
import { checksXml } from './checks.ts';
import type { SheetContext } from './sheet-context.ts';
import type { StyleSheet } from './style-sheet.ts';

// The relationships by which the package lets a sheet name what hangs on it.
const SHEET_RELATIONS = { noteBoxes: 'rId1', drawing: 'rId3' } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A4 = 9;
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;
// What is "0" stays allowed.
const MAY_FORMAT = 'formatCells="0" formatColumns="0" formatRows="0"';
const MAY_CHANGE_ROWS = 'insertRows="0" insertHyperlinks="0" deleteRows="0" sort="0" autoFilter="0"';

/** The part of a sheet, piece by piece and row by row; its elements stand in the order that the schema demands. */
export function* worksheetXml(
  sheet: Sheet,
  { isFront, ...context }: SheetContext & { readonly isFront: boolean },
): Generator<string> {
  const made = sheet.size ? undefined : [...sheet.rows];
  const size = sheet.size ?? sizeOf(made!);
  yield* headXml(sheet, { size, isFront, styles: context.styles });
  yield '<sheetData>';
  let number = 0;
  for (const row of made ?? sheet.rows) yield rowXml(row, (number += 1), context);
  yield '</sheetData>';
  yield* footXml(sheet, context.styles);
}

function sizeOf(rows: readonly SheetRow[]): SheetSize {
  return { rows: rows.length, columns: rows.reduce((most, { cells }) => Math.max(most, cells.length), 1) };
}

function* headXml(
  sheet: Sheet,
  { size, isFront, styles }: { readonly size: SheetSize; readonly isFront: boolean; readonly styles: StyleSheet },
): Generator<string> {
  yield `${XML}<worksheet xmlns="${SHEET}" xmlns:r="${OFFICE}">`;
  if (sheet.print.fit !== undefined) yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const lastCell = `${columnLetters(size.columns - 1)}${Math.max(1, size.rows)}`;
  yield `<dimension ref="A1:${lastCell}"/><sheetViews>${viewXml(sheet, isFront)}</sheetViews>`;
  yield `<sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet, styles)}`;
}

function* footXml(sheet: Sheet, styles: StyleSheet): Generator<string> {
  const { filter, merged = [], conditions = [], checks = [], links = [], notes = [], charts = [], print } = sheet;
  const conditional = conditionsXml(conditions, styles);
  yield protectionXml(sheet);
  if (filter !== undefined) yield `<autoFilter ref="${filter}"/>`;
  if (merged.length > 0) yield `<mergeCells count="${merged.length}">${merged.map(mergeXml).join('')}</mergeCells>`;
  yield conditional.formats;
  yield checksXml(checks);
  if (links.length > 0) yield `<hyperlinks>${links.map(linkXml).join('')}</hyperlinks>`;
  yield printXml(print);
  if (sheet.digitsAreText !== undefined) {
    yield `<ignoredErrors><ignoredError sqref="${sheet.digitsAreText}" numberStoredAsText="1"/></ignoredErrors>`;
  }
  if (charts.length > 0) yield `<drawing r:id="${SHEET_RELATIONS.drawing}"/>`;
  if (notes.length > 0) yield `<legacyDrawing r:id="${SHEET_RELATIONS.noteBoxes}"/>`;
  yield conditional.extension;
  yield '</worksheet>';
}

function protectionXml({ isProtected = false, keepsRows = false }: Sheet): string {
  if (!isProtected) return '';
  return `<sheetProtection sheet="1" ${MAY_FORMAT}${keepsRows ? '' : ` ${MAY_CHANGE_ROWS}`}/>`;
}

function viewXml({ frozen, gridlines = false }: Sheet, isFront: boolean): string {
  const shown = `${gridlines ? '' : ' showGridLines="0"'}${isFront ? ' tabSelected="1"' : ''}`;
  const start = `<sheetView${shown} workbookViewId="0"`;
  const { rows, columns } = frozen ?? { rows: 0, columns: 0 };
  if (rows === 0 && columns === 0) return `${start}/>`;
  const corner = `${columnLetters(columns)}${rows + 1}`;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  return (
    `${start}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView>`
  );
}

function columnsXml({ columns, beside }: Sheet, styles: StyleSheet): string {
  const styled = (style: CellStyle | undefined): string =>
    style === undefined ? '' : ` style="${styles.indexOf(style)}"`;
  const own = columns.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}"${styled(style)} customWidth="1"/>`,
  );
  const rest =
    beside === undefined
      ? []
      : [`<col min="${columns.length + 1}" max="${LAST_COLUMN}" width="9.14"${styled(beside)}/>`];
  return own.length + rest.length === 0 ? '' : `<cols>${[...own, ...rest].join('')}</cols>`;
}

function mergeXml(range: string): string {
  return `<mergeCell ref="${range}"/>`;
}

function linkXml({ cell, target, words }: NonNullable<Sheet['links']>[number]): string {
  return `<hyperlink ref="${cell}" location="${escapeXml(target)}" display="${escapeXml(words)}"/>`;
}

function printXml({ landscape, fit, scale, footer, columnsBefore = [] }: PrintSetup): string {
  const height = fit === 'columns' ? ' fitToHeight="0"' : '';
  const size = scale === undefined ? '' : ` scale="${scale}"`;
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${A4}"${size}${height} orientation="${landscape ? 'landscape' : 'portrait'}"/>` +
    (footer === undefined
      ? ''
      : // The words at the foot stay of a size that can be read, however far a wide sheet is shrunk.
        `<headerFooter scaleWithDoc="0"><oddFooter>${escapeXml(footerCode(footer))}</oddFooter></headerFooter>`) +
    breaksXml(columnsBefore)
  );
}

function breaksXml(columns: readonly string[]): string {
  if (columns.length === 0) return '';
  const breaks = columns.map((column) => `<brk id="${columnIndex(column)}" max="${LAST_ROW - 1}" man="1"/>`);
  return `<colBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.join('')}</colBreaks>`;
}

// Excel's own limit, in characters of the code.
const LONGEST_FOOTER = 255;

/** Words on the left in grey, the page on the right. An ampersand starts a code of Excel's, so it is doubled. */
function footerCode(words: string): string {
  const [start, end] = ['&L&8&K4F5B67', '&R&8&K4F5B67&A, &P of &N'];
  const doubled = words.replaceAll('&', '&&').replace(/[\r\n]+/g, ' ');
  // A digit right behind the colour would be read as a part of the code, so a space comes first.
  const room = LONGEST_FOOTER - start.length - end.length - 1;
  const cut = doubled.length > room ? wholeCodes(doubled.slice(0, room)) : doubled;
  return `${start} ${cut}${end}`;
}

/** Without half of a doubled ampersand or of a character at its end. */
function wholeCodes(cut: string): string {
  return cut.replace(/(?<!&)((?:&&)*)&$/, '$1').replace(/[\ud800-\udbff]$/, '');
}
