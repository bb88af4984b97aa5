import { escapeXml } from '../escape-xml.ts';
import type { Parts } from '../parts.ts';
import { relationshipsXml } from '../relationships.ts';
import { columnLetters } from '../workbook/cell-reference.ts';
import { writeZip } from '../write-zip.ts';
import { OWN_SHEET } from './chart-cells.ts';
import { categoryCount, type Chart } from './chart.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook behind "Edit data" of a chart on a slide: its cells are those of `ownCells`. A gap is an empty cell. */
export function ownWorkbook(chart: Chart): Buffer {
  const parts: Parts = new Map([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', PACKAGE_RELATIONSHIPS],
    ['xl/workbook.xml', WORKBOOK],
    ['xl/_rels/workbook.xml.rels', WORKBOOK_RELATIONSHIPS],
    ['xl/worksheets/sheet1.xml', worksheet(chart)],
    ['xl/styles.xml', styles(chart)],
  ]);
  // Stored: the presentation deflates it once, as a whole, smaller and sooner than part by part.
  return writeZip(parts, { compress: false });
}

function worksheet(chart: Chart): string {
  const header = chart.series.map(({ name }, i) => textCell(`${columnLetters(i + 1)}1`, name)).join('');
  const rows = Array.from({ length: categoryCount(chart) }, (_, row) => {
    const values = chart.series.map(({ values }, i) => numberCell(`${columnLetters(i + 1)}${row + 2}`, values[row]));
    return `<row r="${row + 2}">${categoryCell(chart, row)}${values.join('')}</row>`;
  });
  return (
    `${XML}<worksheet xmlns="${SHEET}"><cols><col min="1" max="1" width="24" customWidth="1"/></cols>` +
    `<sheetData><row r="1">${header}</row>${rows.join('')}</sheetData></worksheet>`
  );
}

function categoryCell({ categories }: Chart, row: number): string {
  const place = `A${row + 2}`;
  return 'numbers' in categories
    ? numberCell(place, categories.numbers[row], ' s="1"')
    : textCell(place, categories[row] ?? '');
}

function textCell(place: string, text: string): string {
  if (text === '') return '';
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

function numberCell(place: string, value: number | null | undefined, style = ''): string {
  return typeof value === 'number' && Number.isFinite(value) ? `<c r="${place}"${style}><v>${value}</v></c>` : '';
}

function styles(chart: Chart): string {
  const format = 'numbers' in chart.categories ? chart.categories.format : 'General';
  return (
    `${XML}<styleSheet xmlns="${SHEET}"><numFmts count="1"><numFmt numFmtId="164" formatCode="${escapeXml(format)}"/></numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
// The same few parts in each of them, unlike a deck or a workbook of tables: nothing has to be looked up.
const CONTENT_TYPES =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;
const PACKAGE_RELATIONSHIPS = relationshipsXml([['officeDocument', 'xl/workbook.xml']]);
const WORKBOOK_RELATIONSHIPS = relationshipsXml([
  ['worksheet', 'worksheets/sheet1.xml'],
  ['styles', 'styles.xml'],
]);
const WORKBOOK =
  `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">` +
  `<sheets><sheet name="${OWN_SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
