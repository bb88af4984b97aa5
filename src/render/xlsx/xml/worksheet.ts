/** How a sheet is shown. */
export interface SheetView {
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  /** The sheet that is in front when the workbook is opened. */
  readonly isFront?: boolean;
}

/** What a sheet is made of; its elements stand in the order that the schema demands. */
export interface Worksheet {
  readonly view: SheetView;
  /** `<col>` elements. */
  readonly columns: string;
  /** `<row>` elements. */
  readonly rows: Iterable<string>;
  /** Bottom right corner of what is filled in. */
  readonly lastCell: string;
  readonly isProtected: boolean;
  readonly filter?: string;
  readonly conditional?: string;
  readonly validations?: string;
  /** `<hyperlink>` elements. */
  readonly links?: string;
  /** Range in which digits may be texts. */
  readonly textCells?: string;
  /** Whether `rId1` leads to the boxes of its notes. */
  readonly hasNotes?: boolean;
  readonly isLandscape?: boolean;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const A4 = 9;
// Without a password: it guards against a slip, not against a person. What is "0" stays allowed.
const PROTECTION =
  '<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" insertHyperlinks="0" ' +
  'deleteRows="0" sort="0" autoFilter="0"/>';

/** The part of a sheet. */
export function worksheetXml(sheet: Worksheet): string {
  const { columns, filter, conditional = '', validations = '', links = '', textCells } = sheet;
  const chunks = [
    `${XML}<worksheet xmlns="${SHEET}" xmlns:r="${OFFICE}"><dimension ref="A1:${sheet.lastCell}"/>`,
    `<sheetViews>${viewXml(sheet.view)}</sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
    columns === '' ? '' : `<cols>${columns}</cols>`,
    '<sheetData>',
    ...sheet.rows,
    '</sheetData>',
    sheet.isProtected ? PROTECTION : '',
    filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
    conditional,
    validations,
    links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${A4}" orientation="${sheet.isLandscape === true ? 'landscape' : 'portrait'}"/>`,
    textCells === undefined
      ? ''
      : `<ignoredErrors><ignoredError sqref="${textCells}" numberStoredAsText="1"/></ignoredErrors>`,
    sheet.hasNotes === true ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ];
  return chunks.join('');
}

function viewXml({ frozenRows, frozenColumns, gridlines, isFront = false }: SheetView): string {
  const shown = `${gridlines ? '' : ' showGridLines="0"'}${isFront ? ' tabSelected="1"' : ''}`;
  const start = `<sheetView${shown} workbookViewId="0"`;
  if (frozenRows === 0 && frozenColumns === 0) return `${start}/>`;
  const corner = `${String.fromCharCode(65 + frozenColumns)}${frozenRows + 1}`;
  const split = `${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''} ySplit="${frozenRows}"`;
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  return (
    `${start}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView>`
  );
}
